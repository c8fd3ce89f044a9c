import { StateMark } from '#components/text/state-mark.tsx'
import type { Article } from '#lib/content/model.ts'

/** Kicker, headline and dek. The kicker leads to the section; a kind's own word stands beside it. */
export function Header({ article }: { readonly article: Article }) {
  const { section, kicker } = article
  return (
    <header className="pt-8 pb-6 lg:pt-12 lg:pb-9">
      <p className="kicker mb-3">
        <StateMark state={article.state} />
        <a className="headlink -my-1 inline-block py-1.5" href={section.href}>
          {section.title}
        </a>
        {kicker !== section.title && (
          <>
            <span aria-hidden="true" className="px-2 text-hair">
              /
            </span>
            <span>{kicker}</span>
          </>
        )}
      </p>
      <h1 className="max-w-[25ch] text-d7 font-medium">{article.headline}</h1>
      {article.dek && <p className="mt-4 max-w-[52ch] text-d2 text-quiet text-pretty">{article.dek}</p>}
    </header>
  )
}
