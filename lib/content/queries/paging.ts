import type { Catalog } from '../catalog/catalog.ts'
import type { Card } from '../catalog/entries.ts'
import { listsOf } from '../catalog/keys.ts'
import type { Paged, Story } from '../model.ts'
import { type Position, readPosition, writePosition } from '../position.ts'
import { toStory } from './present.ts'

/** Stories on one page of a list; the first one has up to one less than twice as many. */
const PAGE_SIZE = 20

/**
 * One page of a list, in constant time at any depth.
 *
 * Pages are counted out from the oldest story, and what is left over stands on the first page with the newest. So a
 * story that is published moves no boundary, and older pages keep their addresses.
 * @param before where the page begins, as its address has it; null for the first page
 * @param led slugs of stories that come first if they are of the list, in this order; older pages leave them out
 * @returns null for what names no position, or one with nothing behind it; an empty list has one empty page
 */
export function pageOf(
  catalog: Catalog,
  list: string,
  before: string | null,
  led: readonly string[] = [],
): Paged<Story> | null {
  if (before === null) return firstPage(catalog, list, led)
  const position = readPosition(before)
  return position && olderPage(catalog, list, position, led)
}

function firstPage(catalog: Catalog, list: string, led: readonly string[]): Paged<Story> {
  const total = catalog.lists.count(list)
  const length = total < 2 * PAGE_SIZE ? total : PAGE_SIZE + (total % PAGE_SIZE)
  const newest = catalog.lists.newest(list, length)
  const first = led.flatMap((slug) => catalog.articles.card(slug) ?? []).filter((card) => listsOf(card).includes(list))
  return {
    items: [...first, ...without(newest, led)].map((card) => toStory(catalog, card)),
    query: '',
    newer: null,
    older: total > length ? queryBehind(newest) : null,
    upTo: null,
    total,
  }
}

function olderPage(catalog: Catalog, list: string, position: Position, led: readonly string[]): Paged<Story> | null {
  // One story more tells whether there is another page, and two pages of newer ones whether one lies before the first.
  const limits = { older: PAGE_SIZE + 1, newer: 2 * PAGE_SIZE }
  const { older, newer } = catalog.lists.beside(list, position, limits)
  const cards = older.slice(0, PAGE_SIZE)
  const [newest] = cards
  if (newest === undefined) return null
  const [start] = newer
  const startOfNewer = newer.length < limits.newer ? undefined : newer[PAGE_SIZE]
  return {
    items: without(cards, led).map((card) => toStory(catalog, card)),
    // Many positions lie between the same two stories: the page's own one is that of the story before it.
    query: start ? queryOf(start) : '',
    newer: startOfNewer ? queryOf(startOfNewer) : '',
    older: older.length > PAGE_SIZE ? queryBehind(cards) : null,
    upTo: newest.published.ms,
    total: null,
  }
}

const without = (cards: readonly Card[], led: readonly string[]) => cards.filter(({ slug }) => !led.includes(slug))

const queryOf = (position: Position): string => `?before=${writePosition(position)}`

/** The query of the page that goes on behind these stories; null where there are none. */
function queryBehind(cards: readonly Card[]): string | null {
  const last = cards.at(-1)
  return last ? queryOf({ published: last.published.ms, slug: last.slug }) : null
}
