import type { Range } from '../../content/calendar/period.ts'
import { currentReading, Reading } from '../../content/catalog/reading.ts'
import { type CurrentStory, getCurrentStories, getIssueStories } from '../../content/queries/issue-stories.ts'
import { getNewsletterPlan, type NewsletterPlan } from '../../content/queries/newsletters.ts'
import { getPublication } from '../../content/queries/publication.ts'
import type { Issue, IssueContent } from '../model.ts'
import { periodBefore, type Slot } from '../schedule/slots.ts'
import { correctionsSince } from './corrections.ts'
import { headerText, preheaderOf, subjectOf } from './headlines.ts'
import { toIssueStory } from './story.ts'

const DAY = 24 * 3600 * 1000

/** No issue takes a story that is older, however long there was none; milliseconds. */
const OLDEST = 31 * DAY

/** As long as a file may give it, in characters. */
const SENDER = 100

/** How far back stories are looked for that reached the site after an issue, but bear an earlier time; milliseconds. */
const LATE = DAY

/** The same after an issue that was full: a story is not on the site in the very moment that it bears. */
const MARGIN = 5 * 60 * 1000

/**
 * Makes an issue of a newsletter from the content as it is, in one state of it. It carries what was published since the
 * last issue and no issue has carried, and corrects what earlier ones carried.
 * @param slot when it is due
 * @param previous the latest issues of this newsletter with content, newest first: thirty or so
 * @param now milliseconds since the epoch
 * @returns null where there is nothing new to send, or no such newsletter
 * @throws {ContentNotReady} when there is no content at all
 */
export function composeIssue(
  newsletter: string,
  slot: Slot,
  previous: readonly Issue[],
  now: number,
): Promise<IssueContent | null> {
  return inOneState(() => compose(newsletter, slot, previous, now))
}

async function inOneState<T>(work: () => Promise<T>): Promise<T> {
  if (currentReading()) return await work()
  const reading = new Reading()
  try {
    return await reading.run(work)
  } finally {
    reading.end()
  }
}

async function compose(
  newsletter: string,
  slot: Slot,
  previous: readonly Issue[],
  now: number,
): Promise<IssueContent | null> {
  const plan = await getNewsletterPlan(newsletter)
  if (plan === null) return null
  const current = await getCurrentStories(previous.flatMap(({ content }) => slugsIn(content)))
  const corrections = correctionsSince(previous, current, now)
  const found = await getIssueStories(plan.selection, rangeFor(plan, slot, previous, now), carriedBy(previous, current))
  if (found.length === 0 && corrections.length === 0) return null
  const publication = await getPublication()
  const stories = found.map((one) => toIssueStory(one, publication, now))
  const { title, sender, locale, timeZone } = plan
  return {
    title,
    sender: headerText(sender, SENDER),
    subject: subjectOf(stories, corrections),
    preheader: preheaderOf(stories, corrections),
    stories,
    corrections,
    locale,
    timeZone,
  }
}

const slugsIn = (content: IssueContent | null): string[] =>
  content === null ? [] : [...content.stories, ...content.corrections].map(({ slug }) => slug)

/** What readers have been sent: slugs as they were and as they are, and families. */
function carriedBy(previous: readonly Issue[], current: ReadonlyMap<string, CurrentStory>): Set<string> {
  const carried = new Set<string>()
  for (const { content } of previous)
    for (const { slug } of content?.stories ?? []) {
      const found = current.get(slug)
      for (const name of [slug, found?.story.slug, found?.family]) if (name !== undefined) carried.add(name)
    }
  return carried
}

/**
 * From when on stories are new to readers. A last issue that had room left carried all there was: what is not in it and
 * bears an earlier time came late, and is not to be lost. Of a full one nobody knows what was passed over.
 */
function rangeFor({ schedule, selection }: NewsletterPlan, slot: Slot, previous: readonly Issue[], now: number): Range {
  const [last] = previous
  const carried = last?.content?.stories.length ?? 0
  // A clock may have been ahead when the last one was built.
  const start = last
    ? Math.min(last.built, now) - (carried < selection.limit ? LATE : MARGIN)
    : Math.min(slot.at, now) - periodBefore(schedule, slot)
  return { start: Math.max(start, now - OLDEST), end: now + 1 }
}
