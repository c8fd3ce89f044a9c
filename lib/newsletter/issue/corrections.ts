import type { CurrentStory } from '../../content/queries/issue-stories.ts'
import { textOf } from '../../seo/json-ld/text.ts'
import type { Issue, IssueCorrection, IssueStory } from '../model.ts'

/** Corrections of one issue; what is left is told in the next one. */
const MOST = 20

/** In characters, so that no issue outgrows what mail programs show. */
const MOST_TEXT = 12_000

/** A story as readers were sent it. */
interface Sent {
  readonly story: IssueStory
  /** Date of the issue. */
  readonly carried: string
}

/** When an issue told last of a kind of correction of a story, as its slug is now; milliseconds, or -Infinity. */
type Told = (kind: IssueCorrection['kind'], slug: string) => number

/**
 * What has to be said of the stories that earlier issues carried: what was corrected since, or withdrawn, and not told in
 * any issue yet. The stories that were sent last come first, the corrections of a story in order of time.
 * @param previous issues with content, newest first
 * @param current what their stories are now, by the slugs that stand there
 * @param now milliseconds since the epoch; what is dated later is told later
 */
export function correctionsSince(
  previous: readonly Issue[],
  current: ReadonlyMap<string, CurrentStory>,
  now: number,
): IssueCorrection[] {
  const told = toldIn(previous, current)
  const open = lastSent(previous, current).flatMap((sent) => {
    const found = current.get(sent.story.slug)
    return found ? newsOf(found, sent, told) : []
  })
  return withinBounds(open.filter(({ at }) => at <= now))
}

/** Each story as it was last sent. */
function lastSent(previous: readonly Issue[], current: ReadonlyMap<string, CurrentStory>): Sent[] {
  const sent = new Map<string, Sent>()
  for (const { content, date } of previous) {
    for (const story of content?.stories ?? []) {
      const slug = current.get(story.slug)?.story.slug ?? story.slug
      if (!sent.has(slug)) sent.set(slug, { story, carried: date })
    }
  }
  return Array.from(sent.values())
}

function toldIn(previous: readonly Issue[], current: ReadonlyMap<string, CurrentStory>): Told {
  const times = new Map<string, number>()
  for (const { kind, slug, at } of previous.flatMap(({ content }) => content?.corrections ?? [])) {
    const key = `${kind} ${current.get(slug)?.story.slug ?? slug}`
    times.set(key, Math.max(at, times.get(key) ?? at))
  }
  return (kind, slug) => times.get(`${kind} ${slug}`) ?? Number.NEGATIVE_INFINITY
}

function newsOf(
  { story: { slug, href, headline }, version, corrections, withdrawn }: CurrentStory,
  { story: sent, carried }: Sent,
  told: Told,
): IssueCorrection[] {
  const about = { slug, href, headline, carried }
  if (withdrawn) {
    const { at, reason } = withdrawn
    return at > told('withdrawn', slug) ? [{ ...about, kind: 'withdrawn', text: reason, at }] : []
  }
  if (version === sent.version) return []
  // A story without any when it was sent has only such as came later, whatever their dates.
  const known = Math.max(sent.corrected ?? Number.NEGATIVE_INFINITY, told('corrected', slug))
  return corrections
    .filter(({ at }) => at > known)
    .sort((a, b) => a.at - b.at)
    .map(({ at, html }) => ({ ...about, kind: 'corrected', text: textOf(html), at }))
}

/** As many as fit, in order, but one at least. */
function withinBounds(corrections: readonly IssueCorrection[]): IssueCorrection[] {
  let length = 0
  const fits = corrections.findIndex(({ text }, at) => {
    length += text.length
    return at === MOST || (at > 0 && length > MOST_TEXT)
  })
  return fits === -1 ? [...corrections] : corrections.slice(0, fits)
}
