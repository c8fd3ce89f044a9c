import { hrefOf, type Period, type Range, rangeOf, within } from '../calendar/period.ts'
import { dayAt } from '../calendar/zone.ts'
import type { Catalog } from '../catalog/catalog.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Story, Topic } from '../model.ts'
import { type Position, readPosition, writePosition } from '../position.ts'
import { toStory } from './present.ts'

/** A period with how many stories were published in it. */
export interface Counted {
  readonly period: Period
  readonly count: number
}

/** A period's page, with the nearest ones of its kind before and after it that have stories. */
export interface ArchivePage extends Counted {
  readonly previous: Period | null
  readonly next: Period | null
}

/** A year, with its twelve months. */
export interface CountedYear extends Counted {
  readonly months: readonly Counted[]
}

type CountedTopic = Pick<Topic, 'slug' | 'title' | 'href' | 'count'>

export interface ArchiveYear extends ArchivePage {
  readonly months: readonly (Counted & { readonly days: readonly Counted[] })[]
  /** What was written about most. */
  readonly topics: readonly CountedTopic[]
}

export interface ArchiveMonth extends ArchivePage {
  /** All of its days, each with its first stories, or with all of them when the month has few. */
  readonly days: readonly (Counted & { readonly stories: readonly Story[] })[]
  readonly topics: readonly CountedTopic[]
}

/** A day, or a stretch of one that has many stories. */
export interface ArchiveDay extends ArchivePage {
  /** In the order of their publication. */
  readonly stories: readonly Story[]
  /** What follows the day's address in that of this page: nothing for the first one, else `?after=…`. */
  readonly query: string
  /** The same of the pages beside it; null where there is none. */
  readonly earlier: string | null
  readonly later: string | null
}

/** A month with no more stories lists them all; another one the first few of each day. */
const FEW = 100
const OF_A_DAY = 3

const MOST_TOPICS = 8

/** The most stories that a day's page lists. */
export const MOST_OF_A_DAY = 200

/** The years that have stories, the latest first, each with its twelve months. */
export const getArchive = async (): Promise<CountedYear[]> => yearsOf(await open())

function yearsOf(catalog: Catalog): CountedYear[] {
  const { timeZone } = catalog.site.publication
  const yearAt = (moment: number) => dayAt(moment, timeZone).slice(0, 4)
  const ranges = catalog.calendar.ranges((moment) => rangeOf(yearAt(moment), timeZone))
  const years = ranges.map(({ start }) => yearAt(start))
  const months = countsOf(catalog, years.flatMap(within))
  return years.map((period, before) => {
    const own = months.slice(before * 12, before * 12 + 12)
    return { period, count: totalOf(own), months: own }
  })
}

/** The addresses of the archive, and of its years and months that have stories, the latest first. */
export function archivePages(catalog: Catalog): string[] {
  const years = yearsOf(catalog).flatMap(({ period, months }) => [
    period,
    ...months.filter(({ count }) => count > 0).map((month) => month.period),
  ])
  return ['/archive', ...years.map(hrefOf)]
}

/** A year's page; null for one before the first story or after the last. @param year `2022` */
export async function getArchiveYear(year: Period): Promise<ArchiveYear | null> {
  const catalog = await open()
  const page = pageOf(catalog, year)
  if (page === null) return null
  const months = within(year)
  const days = countsOf(catalog, months.flatMap(within))
  return {
    ...page,
    months: months.map((period) => {
      const own = days.filter((day) => day.period.startsWith(period))
      return { period, count: totalOf(own), days: own }
    }),
    topics: topicsOf(catalog, year),
  }
}

/** A month's page; null for one before the first story or after the last. @param month `2022-04` */
export async function getArchiveMonth(month: Period): Promise<ArchiveMonth | null> {
  const catalog = await open()
  const page = pageOf(catalog, month)
  if (page === null) return null
  const most = page.count <= FEW ? FEW : OF_A_DAY
  const days = countsOf(catalog, within(month)).map((day) => ({
    ...day,
    stories: day.count === 0 ? [] : storiesOf(catalog, day.period, most),
  }))
  return { ...page, days, topics: topicsOf(catalog, month) }
}

/**
 * A day's page, from its beginning or from behind a story on. Days grow at their end, so that no page moves.
 * @param day `2022-04-02`
 * @param after where the page begins, as its address has it (see `position.ts`); null for the first one
 * @returns null for a day before the first story or after the last, or that the zone left out, and for a page of it that
 * is not there
 */
export async function getArchiveDay(day: Period, after: string | null = null): Promise<ArchiveDay | null> {
  const catalog = await open()
  const page = pageOf(catalog, day)
  const position = after === null ? undefined : readPosition(after)
  const range = rangeIn(catalog, day)
  if (page === null || position === null || !isWithin(range, position)) return null
  const { calendar } = catalog
  const cards = calendar.stories(range, MOST_OF_A_DAY + 1, position)
  if (position !== undefined && cards.length === 0) return null
  const stories = cards.slice(0, MOST_OF_A_DAY).map((card) => toStory(catalog, card))
  const last = stories.at(-1)
  return {
    ...page,
    stories,
    // Many positions lie between the same two stories: the page's own one is that of the story before it.
    query: position === undefined ? '' : queryOf(calendar.before(range, position, 0)),
    earlier: position === undefined ? null : queryOf(calendar.before(range, position, MOST_OF_A_DAY)),
    later: last && cards.length > MOST_OF_A_DAY ? queryOf({ published: last.published.ms, slug: last.slug }) : null,
  }
}

const isWithin = ({ start, end }: Range, position: Position | undefined) =>
  position === undefined || (position.published >= start && position.published < end)

const queryOf = (position: Position | null): string => (position === null ? '' : `?after=${writePosition(position)}`)

const rangeIn = (catalog: Catalog, period: Period): Range => rangeOf(period, catalog.site.publication.timeZone)

function countsOf(catalog: Catalog, periods: readonly Period[]): Counted[] {
  const counts = catalog.calendar.counts(periods.map((period) => rangeIn(catalog, period)))
  return periods.map((period, at) => ({ period, count: counts[at] ?? 0 }))
}

const totalOf = (counted: readonly Counted[]): number => counted.reduce((total, { count }) => total + count, 0)

function storiesOf(catalog: Catalog, period: Period, limit: number): Story[] {
  return catalog.calendar.stories(rangeIn(catalog, period), limit).map((card) => toStory(catalog, card))
}

const topicsOf = (catalog: Catalog, period: Period): CountedTopic[] =>
  catalog.calendar.topics(rangeIn(catalog, period), MOST_TOPICS).map(({ slug, count }) => {
    const { title, href } = catalog.entries.topicRef(slug)
    return { slug, title, href, count }
  })

/** Every period between the first story and the last has a page, one without stories too. */
function pageOf(catalog: Catalog, period: Period): ArchivePage | null {
  const { timeZone } = catalog.site.publication
  const range = rangeOf(period, timeZone)
  if (range.start === range.end) return null
  const [count = 0] = catalog.calendar.counts([range])
  const { previous, next } = catalog.calendar.neighbours(range)
  if (count === 0 && (previous === null || next === null)) return null
  const periodAt = (moment: number | null) => (moment === null ? null : dayAt(moment, timeZone).slice(0, period.length))
  return { period, count, previous: periodAt(previous), next: periodAt(next) }
}
