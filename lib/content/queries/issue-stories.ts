import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { renderInline } from '../../markdown/render.ts'
import type { Range } from '../calendar/period.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Card, FullArticle } from '../catalog/entries.ts'
import { ALL } from '../catalog/keys.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Story } from '../model.ts'
import type { Position } from '../position.ts'
import { getFront } from './fronts.ts'
import { getMostRead } from './most-read.ts'
import type { Selection } from './newsletters.ts'
import { toStory } from './present.ts'

/** A story as it is now, with what an issue remembers of it. */
export interface CurrentStory {
  readonly story: Story
  /** What it has in common with its versions for other editions: the slug of the one that they are versions of. */
  readonly family: string
  /** Names what readers see of it: headline, dek, text and corrections. Other words, another name. */
  readonly version: string
  /** `html` is sanitised inline HTML, `at` in milliseconds; in the order of the file. */
  readonly corrections: readonly { readonly at: number; readonly html: string }[]
  readonly withdrawn: { readonly at: number; readonly reason: string } | null
}

/** Stories that are asked for at once: most issues have fewer. */
const BATCH = 50

/** Behind every slug. */
const LAST = '~'

/** All that are ranked, of which few may be in a selection. */
const MOST_READ = 60

/**
 * The stories that an issue takes, in its order: those of a selection that were published in a range of time, each in one
 * of its versions only. It takes as long as it takes to look through the stories of that time in the lists that the
 * selection names, however many others there are.
 * @param except families and slugs that it does not take
 */
export async function getIssueStories(
  selection: Selection,
  range: Range,
  except: ReadonlySet<string>,
): Promise<CurrentStory[]> {
  const catalog = await open()
  const isTaken = (card: Card) =>
    isSelected(selection, card) &&
    card.published.ms >= range.start &&
    card.published.ms < range.end &&
    !except.has(card.slug) &&
    !except.has(familyOf(card))
  const leading = (await leadersOf(catalog, selection))
    .flatMap((slug) => catalog.articles.card(slug) ?? [])
    .filter(isTaken)
  const newest = listsOf(selection)
    .flatMap((list) => onePerFamily(newestFirst(catalog, list, range), isTaken, selection.limit))
    .sort((a, b) => b.published.ms - a.published.ms || (a.slug < b.slug ? -1 : 1))
  const cards = onePerFamily([...leading, ...newest], () => true, selection.limit)
  return cards.flatMap(({ slug }) => catalog.articles.find(slug) ?? []).map((article) => toCurrent(catalog, article))
}

/**
 * Stories as they are now, by slugs that they had: under another slug, in another section, corrected, withdrawn. Those that
 * readers may not see any more, and of which nothing is said, are left out.
 */
export async function getCurrentStories(slugs: Iterable<string>): Promise<Map<string, CurrentStory>> {
  const catalog = await open()
  const current = new Map<string, CurrentStory>()
  for (const [nth, slug] of Array.from(new Set(slugs)).entries()) {
    // Looking up all at once would keep every other request waiting.
    if (nth % BATCH === BATCH - 1) await setImmediate()
    const article = catalog.articles.at(slug)
    if (article?.state === 'published' || article?.state === 'withdrawn') current.set(slug, toCurrent(catalog, article))
  }
  return current
}

const familyOf = ({ slug, original }: Pick<Card, 'slug' | 'original'>): string => original ?? slug

const toCurrent = (catalog: Catalog, article: FullArticle): CurrentStory => ({
  story: toStory(catalog, article),
  family: familyOf(article),
  version: createHash('sha256')
    .update(JSON.stringify([article.title, article.dek ?? null, article.body, article.corrections]))
    .digest('base64url')
    .slice(0, 16),
  corrections: article.corrections.map(({ date, text }) => ({ at: date.ms, html: renderInline(text) })),
  withdrawn: article.withdrawn ? { at: article.withdrawn.date.ms, reason: article.withdrawn.reason } : null,
})

/** Lists with all stories of a selection, and as few others as there are such lists for. */
function listsOf({ sections, topics, editions }: Selection): string[] {
  if (topics.length > 0) return topics.map((slug) => `topic:${slug}`)
  if (sections.length > 0) return sections.map((slug) => `section:${slug}`)
  return editions.length > 0 ? ['', ...editions].map((slug) => `edition:${slug}`) : [ALL]
}

/** A story of no edition is one of each, as on fronts and in feeds. While writing, lists have drafts, which nobody is sent. */
function isSelected({ sections, topics, kinds, editions }: Selection, card: Card): boolean {
  return (
    card.state === 'published' &&
    (sections.length === 0 || sections.includes(card.section)) &&
    (kinds.length === 0 || kinds.includes(card.kind)) &&
    (topics.length === 0 || topics.some((topic) => card.topics.includes(topic))) &&
    (editions.length === 0 || card.edition === undefined || editions.includes(card.edition))
  )
}

/** The slugs that stand before what is newest, in order. */
async function leadersOf(catalog: Catalog, { order, editions }: Selection): Promise<string[]> {
  if (order === 'newest') return []
  if (order === 'most-read') return (await getMostRead(MOST_READ)).stories.map(({ slug }) => slug)
  // Of one edition its own front, else that of the first one.
  const [first] = catalog.site.editions.keys()
  const [only] = editions
  const front = await getFront(editions.length === 1 && only !== undefined && only !== first ? only : null)
  if (front === null) return []
  const { lead, second, blocks, latest } = front
  const stories = [...(lead ? [lead] : []), ...second, ...latest, ...blocks.flatMap((block) => block.stories)]
  return stories.map(({ slug }) => slug)
}

/** The stories of a list in a range of time, newest first, read as far as they are asked for. */
function* newestFirst(catalog: Catalog, list: string, { start, end }: Range): Generator<Card> {
  let position: Position | null = { published: end, slug: LAST }
  while (position !== null) {
    const { older } = catalog.lists.beside(list, position, { older: BATCH, newer: 0 })
    for (const card of older) {
      if (card.published.ms < start) return
      yield card
    }
    const last = older.at(-1)
    position = last && older.length === BATCH ? { published: last.published.ms, slug: last.slug } : null
  }
}

/** So many of those that will do, the first of each family. */
function onePerFamily(cards: Iterable<Card>, isRight: (card: Card) => boolean, limit: number): Card[] {
  const families = new Map<string, Card>()
  for (const card of cards) {
    if (families.size === limit) break
    if (!families.has(familyOf(card)) && isRight(card)) families.set(familyOf(card), card)
  }
  return Array.from(families.values())
}
