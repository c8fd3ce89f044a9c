import path from 'node:path'
import type { Log } from '../sync/log.ts'
import { type Score, Tally } from './tally.ts'
import { type Kept, type Place, readTally, writeTally } from './tally-file.ts'

/** Stories that are ranked: more than any list shows, since some may have been withdrawn. */
const RANKED = 60

/** What two readers leave within two and a half hours: below, one reader alone could bring a story into the list. */
const READ_BY_SEVERAL = 1.5

/** How often the ranking may change at most, and how often scores are written at most; milliseconds. */
const RANK_EVERY = 60_000
const SAVE_EVERY = 8000

/** How often to look whether one of them is due, in milliseconds: a process that is killed loses ten seconds at most. */
const TICK_EVERY = 2000

export interface ReadershipOptions {
  /** Where the site keeps what it writes. */
  readonly dataDir: string
  readonly log: Log
  /** Told when other stories, or the same in another order, are the most read. */
  readonly onChange: () => void
}

/** Which stories are read, as far as views are told of: kept over restarts, and ranked now and then. */
export class Readership {
  readonly #file: string
  readonly #options: ReadershipOptions
  readonly #tally: Tally
  #ranking: readonly Score[] = []
  #rankedAt = Number.NEGATIVE_INFINITY
  #savedAt: number
  #isUnranked = true
  #isUnsaved = false
  #saving: Promise<void> = Promise.resolve()
  #isFailing = false
  #place: Place | null
  #timer: NodeJS.Timeout | undefined

  private constructor(file: string, options: ReadershipOptions, kept: Kept, now: number) {
    this.#file = file
    this.#options = options
    this.#tally = new Tally(kept.counted)
    this.#place = kept.place
    this.#savedAt = now
    this.#rank(now)
  }

  /** Goes on from what was kept. @param now milliseconds since the epoch, as everywhere here */
  static async open(options: ReadershipOptions, now: number): Promise<Readership> {
    const file = path.join(/* turbopackIgnore: true */ options.dataDir, 'most-read.json')
    const kept = await readTally(file, (why) =>
      options.log.warn(`What was most read is counted anew, since ${file} cannot be used: ${why}`),
    )
    return new Readership(file, options, kept, now)
  }

  /** Looks after ranking and saving by the system's clock, until it is closed. */
  start(): this {
    this.#timer = setInterval(() => this.tick(Date.now()), TICK_EVERY).unref()
    return this
  }

  /** The stories that several readers have read, the most read first; the same until `onChange` is called. */
  get ranking(): readonly Score[] {
    return this.#ranking
  }

  /** How far the log has been read that the views come from; null when there is none. */
  get place(): Place | null {
    return this.#place
  }

  /** Remembers that, to be kept with the views up to there. */
  reach(place: Place): void {
    if (place.file === this.#place?.file && place.offset === this.#place.offset) return
    this.#place = place
    this.#isUnsaved = true
  }

  view(slug: string, at: number): void {
    this.#tally.add(slug, at)
    this.#isUnranked = true
    this.#isUnsaved = true
  }

  /** Ranks and saves if it is time to. */
  tick(now: number): void {
    const sinceRanked = Math.abs(now - this.#rankedAt)
    // Scores fade below what counts, too, so without views there is something to do all the same.
    if (sinceRanked >= RANK_EVERY && (this.#isUnranked || this.#ranking.length > 0) && this.#rank(now)) {
      this.#rankedAt = now
      this.#options.onChange()
    }
    if (this.#isUnsaved && Math.abs(now - this.#savedAt) >= SAVE_EVERY) void this.#save(now)
  }

  /** @returns whether the order is another one */
  #rank(now: number): boolean {
    const before = orderOf(this.#ranking)
    this.#ranking = this.#tally.ranked(now, RANKED, READ_BY_SEVERAL)
    this.#isUnranked = false
    return orderOf(this.#ranking) !== before
  }

  #save(now: number): Promise<void> {
    this.#savedAt = now
    this.#isUnsaved = false
    const kept = { counted: this.#tally.counted(now), place: this.#place }
    this.#saving = this.#saving
      .then(() => writeTally(this.#file, kept))
      .then(
        () => {
          this.#isFailing = false
        },
        (error: Error) => this.#notSaved(error),
      )
    return this.#saving
  }

  /** It is tried again in time; that is said once, however long a disk is full. */
  #notSaved({ message }: Error): void {
    this.#isUnsaved = true
    if (!this.#isFailing)
      this.#options.log.warn(`What is most read could not be written to ${this.#file}, and is tried again: ${message}`)
    this.#isFailing = true
  }

  /** Stops, and keeps what was counted. */
  async close(now: number): Promise<void> {
    clearInterval(this.#timer)
    if (this.#isUnsaved) await this.#save(now)
    await this.#saving
  }
}

/** Of a ranking what lists show of it: the order, and which stories are equal. */
const orderOf = (ranking: readonly Score[]): string =>
  ranking.map(({ slug, score }, at) => `${score === ranking[at - 1]?.score ? '=' : '>'}${slug}`).join('')
