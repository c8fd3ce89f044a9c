/**
 * Names for what a page can read of the catalog. A query notes the key of everything it asks for; a change is a set of
 * keys, and exactly the pages that read one of them are out of date.
 *
 * - `site` the publication, its sections, editions and kinds
 * - `article:<slug>` all that a story's own page shows, or that there is none; `story:<slug>` what a card of it shows
 * - `list:<name>` which stories a list has, in which order; `lists:topic`, `lists:author` how many each list of that
 *   family has
 * - `month:<2022-04>` the stories published in a month of UTC, with all that a card of them shows and when each was last
 *   changed; `months` which months there are, and when each was last changed
 * - `author:`, `series:`, `topic:`, `newsletter:`, `page:` and `front:<slug>` a file by that name; `authors`, `series`,
 *   `topics`, `newsletters` all files of a folder
 * - `byline:<slug>` an author's name; `media:<path>` a file under media/
 * - `words` the words of all stories, as searches find them; `kin:<slug>` those of stories that are alike or were, `kin`
 *   when that may be any
 * - `issues:<newsletter>` the issues of a newsletter that were made; `forms` whether forms can be signed
 * - `most-read` which stories are read most; `day` which day it is in the publication's zone
 */
export const SITE = 'site'
export const DAY = 'day'
export const WORDS = 'words'
export const KIN = 'kin'
export const kinKey = (slug: string): string => `kin:${slug}`
export const MOST_READ = 'most-read'
export const articleKey = (slug: string): string => `article:${slug}`
export const storyKey = (slug: string): string => `story:${slug}`
/** Which issues of a newsletter there are. They are not in the catalog, but kept beside it. */
export const issuesKey = (newsletter: string): string => `issues:${newsletter}`
/** Whether forms can be signed. Only pages whose forms could not be note it. */
export const FORMS = 'forms'
export const listKey = (list: string): string => `list:${list}`
export const MONTHS = 'months'
export const monthKey = (month: string): string => `month:${month}`
export const listsKey = (family: string): string => `lists:${family}`
export const bylineKey = (slug: string): string => `byline:${slug}`
export const mediaKey = (src: string): string => `media:${src}`

const FAMILIES = {
  articles: 'article',
  authors: 'author',
  series: 'series',
  sections: 'section',
  topics: 'topic',
  newsletters: 'newsletter',
  pages: 'page',
  fronts: 'front',
  site: 'site',
} as const

/** The key of one file's content, by its folder and slug. */
export const entryKey = (kind: keyof typeof FAMILIES, slug: string): string => `${FAMILIES[kind]}:${slug}`

/** All stories; those published within the last 48 hours. */
export const ALL = 'all'
export const RECENT = 'recent'

/** What counts as recent, in milliseconds. */
export const RECENT_SPAN = 48 * 3600 * 1000

/** The month of a moment (milliseconds) in UTC: `2022-04`. */
export const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7)

/** What places a story in lists. */
export interface Placed {
  readonly section: string
  readonly topics: readonly string[]
  readonly authors: readonly string[]
  readonly edition?: string | undefined
  readonly series?: string | undefined
  readonly original?: string | undefined
}

/** The names of all lists that a story stands in. `edition:` has those of no edition, `versions:` those for other editions. */
export function listsOf({ section, topics, authors, edition = '', series, original }: Placed): string[] {
  const names = [
    ALL,
    `section:${section}`,
    `edition:${edition}`,
    ...topics.map((topic) => `topic:${topic}`),
    ...authors.map((author) => `author:${author}`),
    ...(series === undefined ? [] : [`series:${series}`]),
    ...(original === undefined ? [] : [`versions:${original}`]),
  ]
  return [...new Set(names)]
}
