import type { NewsletterRef } from '#lib/content/model.ts'

/** A newsletter and the way to all of them, in a story or after it. */
export function NewsletterBlock({ newsletter }: { readonly newsletter: NewsletterRef }) {
  return (
    <section aria-label={`Newsletter: ${newsletter.title}`} className="no-print piece newsletter">
      <div>
        <p className="label text-accent">Newsletter</p>
        <p className="mt-1.5 text-d2 font-semibold">{newsletter.title}</p>
        <p className="mt-1 text-base text-quiet">{newsletter.description}</p>
      </div>
      <p className="mt-4 sm:mt-0">
        <a className="button" href="/newsletters">
          See our newsletters
        </a>
      </p>
    </section>
  )
}
