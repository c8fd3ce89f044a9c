import { setImmediate as othersTurn } from 'node:timers/promises'
import { allPlaces, findPlaces, getNewest, type Place } from '../../content/queries/announcements.ts'
import { FEED_LENGTH } from '../../content/queries/feeds.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { feedAddresses } from '../addresses.ts'
import { type FedList, feedsOfList, isFeedChanged } from './feeds.ts'
import type { Queue, Settled } from './queue.ts'
import type { Target } from './targets.ts'

const ARTICLE = 'article:'
const LIST = 'list:'

/** Keys of the catalog that can mean news for others: of stories, and of lists that have feeds. */
export const isNews = (key: string): boolean =>
  key.startsWith(ARTICLE) || /^list:(?:all$|(?:section|topic|author|edition):)/.test(key)

/** Stories and feeds that are looked up before requests of readers have their turn. */
const AT_ONCE = 5
/** Places that are entered at a time. */
const ENTERED = 100

/** Where a story was and is. The first time that it is told of, it was nowhere; when it has been deleted, it is nowhere. */
interface Move {
  readonly slug: string
  readonly was: Place | null
  readonly is: (Place & { readonly lists: readonly string[] }) | null
}

/**
 * Finds out what changed keys mean for each target.
 * @param keys as the catalog tells them
 * @throws {ContentNotReady}, and what the queue throws
 */
export async function settle(
  keys: readonly string[],
  queue: Queue,
  targets: readonly Pick<Target, 'what' | 'name'>[],
): Promise<Settled> {
  const named = (family: string) =>
    keys.flatMap((key) => (key.startsWith(family) && isNews(key) ? [key.slice(family.length)] : []))
  const moves = await movesOf(named(ARTICLE), queue)
  const found = { feeds: await changedFeeds(moves, new Set(named(LIST))), pages: changedPages(moves) }
  return {
    pending: new Map(targets.map(({ name, what }) => [name, found[what]])),
    places: moves.flatMap(({ is }) => is ?? []),
    gone: moves.flatMap(({ slug, is }) => (is === null ? [slug] : [])),
  }
}

async function movesOf(slugs: readonly string[], queue: Queue): Promise<Move[]> {
  const moves: Move[] = []
  for (let at = 0; at < slugs.length; at += AT_ONCE) {
    const some = slugs.slice(at, at + AT_ONCE)
    const was = bySlug(queue.wereAt(some))
    const is = bySlug(await findPlaces(some))
    moves.push(...some.map((slug) => ({ slug, was: was.get(slug) ?? null, is: is.get(slug) ?? null })))
    await othersTurn()
  }
  return moves
}

const bySlug = <P extends { readonly slug: string }>(places: readonly P[]) =>
  new Map(places.map((place) => [place.slug, place]))

/** The pages of stories that came, changed or went, each also where it was before. Lists lead to them, and are none of it. */
const changedPages = (moves: readonly Move[]): Set<string> =>
  new Set(moves.flatMap(({ was, is }) => [is?.href, was?.href]).filter((href) => href !== undefined))

async function changedFeeds(moves: readonly Move[], changedLists: ReadonlySet<string>): Promise<string[]> {
  const editions = (await getPublication()).editions.map(({ slug }) => slug)
  const named = [...changedLists, ...moves.flatMap(({ is }) => is?.lists ?? [])]
  const concerned = new Map<string, FedList>()
  for (const list of new Set(named)) for (const fed of feedsOfList(list, editions)) concerned.set(fed.href, fed)
  const published = new Map(moves.map(({ slug, was, is }) => [slug, latest(was, is)]))
  const changed: string[] = []
  let done = 0
  for (const { href, lists } of concerned.values()) {
    const state = {
      newest: await getNewest(lists, FEED_LENGTH),
      listChanged: lists.some((list) => changedLists.has(list)),
    }
    const { rss, atom, json } = feedAddresses(href)
    if (isFeedChanged(state, published)) changed.push(rss, atom, json)
    if (++done % AT_ONCE === 0) await othersTurn()
  }
  return changed
}

const latest = (was: Place | null, is: Place | null): number =>
  Math.max(was?.published ?? Number.NEGATIVE_INFINITY, is?.published ?? Number.NEGATIVE_INFINITY)

/** Enters where all stories are now, some at a time. @throws {ContentNotReady}, and what the queue throws */
export async function enterPlaces(queue: Queue, closing: AbortSignal): Promise<void> {
  for await (const places of allPlaces(ENTERED)) {
    queue.enter(places)
    await othersTurn()
    if (closing.aborted) return
  }
  queue.knowsPlaces = true
}
