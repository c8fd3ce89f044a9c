import { typeset } from '../../markdown/typography.ts'
import { plainText } from '../../markdown/words.ts'
import type { Parts } from './lexicon.ts'

/** How those are called that have a file, by slug. */
export type Known = Pick<ReadonlyMap<string, string>, 'get'>

/** How authors and topics are called. */
export interface Names {
  readonly authors: Known
  readonly topics: Known
}

/** What is searched of an article. */
export interface Worded {
  readonly title: string
  readonly dek?: string | undefined
  readonly authors: readonly string[]
  readonly topics: readonly string[]
}

/**
 * The parts of an article that are searched, as readers see them. Authors and topics are called as their files say, or
 * else by their slugs.
 * @param body Markdown
 */
export function partsOf({ title, dek = '', authors, topics }: Worded, body: string, names: Names): Parts {
  const called = (slug: string, known: Known) => known.get(slug) ?? slug.replaceAll('-', ' ')
  const all = [
    ...authors.map((slug) => called(slug, names.authors)),
    ...topics.map((slug) => called(slug, names.topics)),
  ]
  return { headline: typeset(title), dek: typeset(dek), body: plainText(body), names: all.join('\n') }
}
