import type { Encoding } from '../http/encoding.ts'
import type { Rendered } from '../render/document.ts'
import { type Brief, Briefs } from './brief.ts'
import { Demand } from './demand.ts'
import { Dependents } from './dependents.ts'
import { Flight } from './flight.ts'
import { Page, type Representation } from './page.ts'
import { isMadeUp, Shelves } from './shelves.ts'

/** What an address leads to. */
export type Answer = { readonly type: 'page'; readonly page: Page } | Brief['answer']

export interface Turn {
  /** Whether readers have seen this page before; then it comes before addresses that may lead nowhere. */
  readonly known: boolean
  /** To be called when the rendering, which may have to wait, begins to read. */
  readonly onBegin: () => void
}

export interface PagesOptions {
  readonly render: (url: string, turn: Turn) => Promise<Rendered>
  readonly maxBytes: number
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number
  /** The time of day, in milliseconds since 1970. */
  readonly now: () => number
  /** Told of each rendering that failed while there was an older page to show. */
  readonly onStale: (url: string, error: Error) => void
}

interface Entry {
  readonly url: string
  page: Page
  /** When the page was made, as the clock tells. */
  madeAt: number
  /** How many keys it read. */
  reads: number
  /** What it was counted with. */
  bytes: number
  /** The number of the change that put it out of date; Infinity while it is right. */
  staleSince: number
  /** When rendering it anew last failed; null when it did not, or when something changed since. */
  failedAt: number | null
  /** For knowing whether it is in demand. */
  askedAt: number
  hits: number
}

/** How a rendering ended, and since which change it would end otherwise. */
type Outcome = { readonly staleSince: number } & ({ readonly answer: Answer } | { readonly error: Error })

/** How long a missing page is believed to be missing. */
const MISSING_FOR = 5000
/** A page that cannot be rendered is tried again after this long. */
const RETRY_AFTER = 1000
/** A page that has been asked for so often, and has been right for so long, is worth compressing better. */
const POLISH_EVERY = 8
const SETTLED_AFTER = 5000
/** What a key takes that a page read: most are shared with others. */
const KEY_BYTES = 30

/**
 * Rendered pages in memory, each right until something that it read changes. Who asks after a change gets a page that
 * knows of it, or, when that cannot be rendered, the last good one.
 */
export class Pages {
  readonly #options: PagesOptions
  readonly #entries: Shelves<Entry>
  readonly #dependents = new Dependents<Entry>()
  readonly #briefs = new Briefs()
  readonly #flights = new Map<string, Flight<Outcome>>()
  readonly #demand: Demand<Entry>
  /** Counts changes: who asks at one number may not get what was put out of date by it, or before. */
  #change = 0
  /** How many requests were answered from memory, had to wait, and got an older page. */
  readonly counts = { hits: 0, misses: 0, stale: 0 }

  constructor(options: PagesOptions) {
    this.#options = options
    this.#demand = new Demand({ clock: options.clock, renew: (entry) => this.#renew(entry) })
    this.#entries = new Shelves(options.maxBytes, (entry) => this.#dependents.delete(entry))
  }

  /** What all pages take of memory, in bytes. */
  get bytes(): number {
    return this.#entries.bytes
  }

  /** How many there are. */
  get size(): number {
    return this.#entries.size
  }

  /** The page at an address if it is there and right: the short way, taken by nearly every request. */
  fresh(url: string): Page | undefined {
    const entry = this.#entries.get(url)
    if (entry === undefined) return undefined
    entry.askedAt = this.#options.clock()
    entry.hits++
    if (entry.staleSince !== Number.POSITIVE_INFINITY) return undefined
    this.counts.hits++
    if (entry.hits % POLISH_EVERY === 0 && entry.askedAt > entry.madeAt + SETTLED_AFTER) void this.#polish(entry)
    return entry.page
  }

  async #polish(entry: Entry): Promise<void> {
    const { page } = entry
    await page.polish()
    if (this.#entries.peek(entry.url) === entry && entry.page === page) this.#count(entry)
  }

  /**
   * What an address leads to, as of now or later.
   * @param url normalised, since each is kept apart
   * @throws what rendering throws, when there is no older page to show
   */
  async get(url: string): Promise<Answer> {
    const arrived = this.#change
    const page = this.fresh(url)
    if (page) return { type: 'page', page }
    const { clock } = this.#options
    const brief = this.#briefs.get(url, clock())
    if (brief) {
      this.counts.hits++
      return brief.answer
    }
    const failing = this.#entries.peek(url)
    if (failing && failing.failedAt !== null) {
      // Nobody waits for what has just failed.
      if (clock() >= failing.failedAt + RETRY_AFTER) void this.#render(url)
      return this.#showStale(failing)
    }
    this.counts.misses++
    for (;;) {
      const outcome = await this.#render(url)
      // A rendering that began before this request may have missed what the request must not miss.
      if (outcome.staleSince <= arrived) continue
      if ('answer' in outcome) return outcome.answer
      const last = this.#entries.peek(url)
      if (last === undefined) throw outcome.error
      return this.#showStale(last)
    }
  }

  #showStale({ page }: Entry): Answer {
    this.counts.stale++
    return { type: 'page', page }
  }

  /** A page in an encoding. */
  async represent(url: string, page: Page, encoding: Encoding): Promise<Representation> {
    const made = await page.represent(encoding)
    const entry = this.#entries.peek(url)
    // It may have grown.
    if (entry?.page === page) this.#count(entry)
    return made
  }

  /** Puts all that read one of these keys out of date; with `null`, everything. */
  change(keys: ReadonlySet<string> | null): void {
    this.#change++
    for (const flight of this.#flights.values()) flight.note(this.#change, keys)
    this.#briefs.change(keys)
    for (const entry of this.#dependents.of(keys)) {
      if (entry.staleSince === Number.POSITIVE_INFINITY) entry.staleSince = this.#change
      entry.failedAt = null
      // What one reader looked for is not what the next one will; whoever asks again has it made then.
      if (!isMadeUp(entry.url)) this.#demand.add(entry)
    }
  }

  /** Brings a page in demand up to date, in the encodings it had. @returns whether it is out of date again */
  async #renew(entry: Entry): Promise<boolean> {
    if (this.#entries.peek(entry.url) !== entry || entry.staleSince === Number.POSITIVE_INFINITY) return false
    const { encodings } = entry.page
    const outcome = await this.#render(entry.url)
    if ('error' in outcome) return false
    for (const encoding of encodings) await this.represent(entry.url, entry.page, encoding)
    return outcome.staleSince !== Number.POSITIVE_INFINITY
  }

  /** Renders a page, once for all who ask meanwhile. Never rejects. */
  #render(url: string): Promise<Outcome> {
    const under = this.#flights.get(url)
    if (under?.outcome) return under.outcome
    const flight = new Flight<Outcome>()
    this.#flights.set(url, flight)
    flight.outcome = this.#fly(url, flight).finally(() => this.#flights.delete(url))
    return flight.outcome
  }

  async #fly(url: string, flight: Flight<Outcome>): Promise<Outcome> {
    try {
      const known = this.#entries.peek(url) !== undefined
      const rendered = await this.#options.render(url, { known, onBegin: () => flight.begin() })
      const staleSince = flight.staleSince(rendered.keys)
      return { staleSince, answer: this.#keep(url, rendered, staleSince) }
    } catch (error) {
      const entry = this.#entries.peek(url)
      const staleSince = flight.staleSince(null)
      const reason = error instanceof Error ? error : new Error(String(error))
      if (entry) this.#options.onStale(url, reason)
      if (entry && staleSince === Number.POSITIVE_INFINITY) entry.failedAt = this.#options.clock()
      return { staleSince, error: reason }
    }
  }

  #keep(url: string, rendered: Rendered, staleSince: number): Answer {
    if (rendered.type !== 'page') return this.#keepBrief(url, rendered, staleSince)
    const { parts, keys } = rendered
    this.#briefs.delete(url)
    const known = this.#entries.peek(url)
    const page = known?.page.isSameAs(parts) ? known.page : new Page(parts, new Date(this.#options.now()))
    if (page.isFleeting) {
      this.#entries.delete(url)
      return { type: 'page', page }
    }
    const entry: Entry = known ?? {
      url,
      page,
      madeAt: 0,
      reads: 0,
      bytes: 0,
      staleSince,
      failedAt: null,
      askedAt: this.#options.clock(),
      hits: 1,
    }
    const madeAt = entry.page === page && known ? entry.madeAt : this.#options.clock()
    Object.assign(entry, { page, madeAt, reads: keys.size, staleSince, failedAt: null })
    if (this.#count(entry)) this.#dependents.add(entry, keys)
    return { type: 'page', page }
  }

  /** Keeps an entry by the size that it has now. @returns whether it is kept: one larger than the whole cache is not */
  #count(entry: Entry): boolean {
    const bytes = entry.page.bytes + entry.reads * KEY_BYTES
    if (entry.bytes === bytes && this.#entries.peek(entry.url) === entry) return true
    entry.bytes = bytes
    return this.#entries.set(entry)
  }

  #keepBrief(url: string, rendered: Exclude<Rendered, { type: 'page' }>, staleSince: number): Answer {
    const { keys, ...answer } = rendered
    this.#entries.delete(url)
    const until = answer.type === 'missing' ? this.#options.clock() + MISSING_FOR : Number.POSITIVE_INFINITY
    if (staleSince === Number.POSITIVE_INFINITY) this.#briefs.set(url, { answer, keys, until })
    return answer
  }
}
