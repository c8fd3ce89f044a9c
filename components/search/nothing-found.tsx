import type { Publication } from '#lib/content/model.ts'
import type { SearchAnswer } from '#lib/search/model.ts'
import { changed, searchAddress } from '#lib/seo/search/address.ts'
import { Browse } from './browse.tsx'
import { Syntax } from './syntax.tsx'

const NO_FILTER = { section: null, kind: null, author: null, year: null } as const

interface Props {
  readonly publication: Publication
  readonly answer: SearchAnswer
}

/** What helps when no story matches. */
export function NothingFound({ publication, answer: { request } }: Props) {
  const { section, kind, author, year, q } = request
  const isNarrowed = [section, kind, author, year].some((filter) => filter !== null)
  return (
    <>
      <ul className="mt-5 list-disc space-y-1.5 pl-5 text-body marker:text-quiet">
        {isNarrowed && (
          <li>
            <a className="link" href={searchAddress(changed(request, NO_FILTER))} rel="nofollow">
              Search without filters
            </a>
          </li>
        )}
        <li>Look whether every word is written as you mean it.</li>
        {/[\s"]/.test(q.trim()) && <li>Try fewer words, or no quotation marks: a story has to have all of them.</li>}
        <li>Try a more general word.</li>
      </ul>
      <div className="mt-12 grid gap-y-12">
        <Syntax />
        <Browse publication={publication} />
      </div>
    </>
  )
}
