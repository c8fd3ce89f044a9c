/** In how long a view comes to count half, in milliseconds: the morning's stories give way to the evening's. */
export const HALF_LIFE = 6 * 3_600_000

/** Stories that are counted at most; 2,000 take about 200 KB, and the least read are of no list. */
const MOST_STORIES = 2000

/** Nobody tells of views later than this, in milliseconds: a story with a later time has it from a clock that was wrong. */
const LATEST = 24 * 3_600_000

/** Below this a story has no more to say: of one view, what is left after two days. */
const FORGOTTEN = 0.004

/** What a story has of readers: views, each counting half as much with every half-life. */
export interface Score {
  readonly slug: string
  readonly score: number
}

/** A score as it was at a moment, in milliseconds since the epoch. */
export interface Counted extends Score {
  readonly at: number
}

/** What is left of a score after some milliseconds; a clock that was set back takes nothing away and adds nothing. */
export const decayed = (score: number, milliseconds: number): number =>
  score * 2 ** -(Math.max(0, milliseconds) / HALF_LIFE)

/** Views of stories, which fade. Knows of time only what it is told. */
export class Tally {
  readonly #most: number
  readonly #stories = new Map<string, { score: number; at: number }>()

  constructor(counted: readonly Counted[] = [], most = MOST_STORIES) {
    this.#most = most
    for (const { slug, score, at } of counted) this.#stories.set(slug, { score, at })
  }

  /** Counts a view at a moment (milliseconds since the epoch), which need not be the latest. */
  add(slug: string, at: number): void {
    const story = this.#stories.get(slug)
    if (story === undefined) {
      this.#stories.set(slug, { score: 1, at })
      if (this.#stories.size > this.#most) this.#dropLeast(at)
    } else if (at >= story.at) {
      story.score = decayed(story.score, at - story.at) + 1
      story.at = at
    } else if (story.at - at > LATEST) {
      story.score++
      story.at = at
    } else story.score += decayed(1, story.at - at)
  }

  /** Makes room, for a tenth at once: each new story would have to look for the least otherwise. */
  #dropLeast(now: number): void {
    const kept = new Set(this.ranked(now, Math.ceil(this.#most * 0.9), 0).map(({ slug }) => slug))
    for (const slug of this.#stories.keys()) if (!kept.has(slug)) this.#stories.delete(slug)
  }

  /**
   * The stories with the highest scores at a moment, `limit` at most, none below `least`; equal ones by slug. Scores
   * have two places: less is no difference between stories.
   */
  ranked(now: number, limit: number, least: number): Score[] {
    return Array.from(this.#stories, ([slug, { score, at }]) => ({ slug, score: round(decayed(score, now - at)) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.slug < b.slug ? -1 : 1))
      .slice(0, limit)
  }

  /** All that is worth keeping at a moment. */
  counted(now: number): Counted[] {
    return Array.from(this.#stories, ([slug, { score, at }]) => ({ slug, score, at })).filter(
      ({ score, at }) => decayed(score, now - at) >= FORGOTTEN,
    )
  }
}

const round = (score: number) => Math.round(score * 100) / 100
