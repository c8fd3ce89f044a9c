import path from 'node:path'
import { getPublication } from '../../content/queries/publication.ts'
import type { Log } from '../../content/sync/log.ts'
import type { Settings } from '../../settings.ts'
import { type Clock, systemClock } from './clock.ts'
import { Courier, type Tally } from './courier.ts'
import { hasPublicHost } from './public-host.ts'
import { Queue } from './queue.ts'
import { Rounds } from './rounds.ts'
import { enterPlaces, isNews, settle } from './settle.ts'
import { hubTarget, indexNowTarget } from './targets.ts'

/** Changes, and addresses for each target, that are kept at most. */
const MOST_KEPT = 50_000

/**
 * How long nothing must have changed before changes are told, and how long they wait for that at most, in milliseconds: a
 * file that is saved again and again is one change, and what a CDN keeps is the new page by then.
 */
const QUIET = 5_000
const MOST_QUIET = 30_000

/** How long to wait for another process to leave the queue, or for room on a disk, in milliseconds. */
const RETRY = 5_000

/** What has content that changes; see `Store`. */
interface Source {
  /** Whether all of it has been read. */
  readonly complete: boolean
  onChange(listener: (change: { readonly keys: ReadonlySet<string> | null }) => void): () => void
}

interface AnnouncerOptions {
  readonly source: Source
  readonly settings: Pick<Settings, 'dataDir' | 'websubHub' | 'indexNowKey' | 'indexNowEndpoint'>
  readonly log: Log
  readonly clock?: Clock
}

/** Begins to tell of changes what the settings name; null when they name nothing. */
export const announce = (options: AnnouncerOptions): Announcer | null =>
  options.settings.websubHub === null && options.settings.indexNowKey === null ? null : new Announcer(options)

/** Tells a hub and search engines of what is published, in the background, as soon as they can be reached. */
export class Announcer {
  readonly #source: Source
  readonly #log: Log
  readonly #clock: Clock
  readonly #file: string
  readonly #couriers: readonly { readonly courier: Courier; readonly rounds: Rounds }[]
  readonly #settling: Rounds
  readonly #unsubscribe: () => void
  #queue: Queue | null = null
  #closed = false
  /** When there was the first change that has not been settled, and the last one; milliseconds since the epoch. */
  #heard: { readonly first: number; readonly last: number } | null = null
  #said = ''

  constructor({ source, settings, log, clock = systemClock }: AnnouncerOptions) {
    const { websubHub: hub, indexNowKey: key, indexNowEndpoint, dataDir } = settings
    this.#source = source
    this.#log = log
    this.#clock = clock
    this.#file = path.join(dataDir, 'announcements.db')
    const targets = [...(hub ? [hubTarget(hub)] : []), ...(key ? [indexNowTarget(indexNowEndpoint, key)] : [])]
    this.#couriers = targets.map((target) => {
      const courier = new Courier({ target, clock, log })
      return { courier, rounds: new Rounds((closing) => this.#deliver(courier, closing), clock) }
    })
    this.#settling = new Rounds((closing) => this.#settle(closing), clock)
    this.#unsubscribe = source.onChange(({ keys }) => this.#hear(keys))
    this.#settling.due(0)
  }

  /** What has been told to each target, and what not. */
  get tallies(): readonly (Tally & { readonly target: string })[] {
    return this.#couriers.map(({ courier }) => ({ target: courier.target.name, ...courier.tally }))
  }

  /** Keeps what has changed. Reads nothing and tells nobody yet; never throws. */
  #hear(keys: ReadonlySet<string> | null): void {
    // The catalog is made anew, which is no publish; where stories were before may not be where they are.
    if (keys === null) {
      this.#safely((queue) => {
        queue.knowsPlaces = false
      })
      this.#settling.due(0)
      return
    }
    const news = Array.from(keys).filter(isNews)
    if (news.length === 0) return
    const dropped = this.#safely((queue) => queue.note(news)) ?? 0
    if (dropped > 0) this.#log.warn(`announce: too much has changed; ${dropped} changes are not told.`)
    const now = this.#clock.now()
    this.#heard = { first: this.#heard?.first ?? now, last: now }
    this.#settling.due(QUIET)
  }

  /** Finds out what changes mean. @returns in how many milliseconds there is more to find out, or null */
  async #settle(closing: AbortSignal): Promise<number | null> {
    const wait = this.#heard === null ? 0 : this.#untilQuiet(this.#heard)
    if (wait > 0) return wait
    // A story that has not been read yet would pass for one that was deleted.
    if (!this.#source.complete) return RETRY
    this.#heard = null
    try {
      const queue = this.#open()
      if (queue === null) return RETRY
      if (!queue.knowsPlaces) await enterPlaces(queue, closing)
      const { upTo, items } = queue.noted()
      if (items.length > 0 && !closing.aborted) await this.#take(queue, upTo, items)
      for (const { rounds } of this.#couriers) rounds.due(0)
      return null
    } catch (error) {
      this.#fail(error as Error)
      return RETRY
    }
  }

  #untilQuiet({ first, last }: { first: number; last: number }): number {
    return Math.min(last + QUIET, first + MOST_QUIET) - this.#clock.now()
  }

  async #take(queue: Queue, upTo: number, keys: readonly string[]): Promise<void> {
    const targets = this.#couriers.map(({ courier }) => courier.target)
    const settled = await settle(keys, queue, targets)
    const isPublic = (await this.#site()) !== null
    const dropped = queue.settle(upTo, isPublic ? settled : { ...settled, pending: new Map() })
    if (dropped > 0) this.#log.warn(`announce: too much is waiting to be told; ${dropped} addresses are not told.`)
  }

  async #deliver(courier: Courier, closing: AbortSignal): Promise<number | null> {
    try {
      const queue = this.#open()
      if (queue === null) return RETRY
      const site = await this.#site()
      return site === null ? null : await courier.deliver(queue, site, closing)
    } catch (error) {
      this.#fail(error as Error)
      return RETRY
    }
  }

  /** The publication's address; null when nobody else can find it there. */
  async #site(): Promise<string | null> {
    const { url } = await getPublication()
    if (hasPublicHost(url)) return url
    this.#sayOnce(`Nothing is announced: others cannot find ${url}. Set SITE_URL to the public address of the site.`)
    return null
  }

  /** The queue; null while another process has it. @throws what SQLite says */
  #open(): Queue | null {
    if (this.#closed) return null
    if (this.#queue !== null) return this.#queue
    this.#queue = Queue.open(this.#file, MOST_KEPT)
    this.#queue?.keepOnly(this.#couriers.map(({ courier }) => courier.target.name))
    return this.#queue
  }

  #safely<T>(work: (queue: Queue) => T): T | null {
    try {
      const queue = this.#open()
      return queue === null ? null : work(queue)
    } catch (error) {
      this.#fail(error as Error)
      return null
    }
  }

  /** Nothing of the site depends on announcements: what cannot be kept is not told. The file is opened anew. */
  #fail({ message, code, errcode }: Error & { code?: string; errcode?: number }): void {
    // Two were at work when the file was closed, and the first one has said why.
    if (this.#closed || code === 'ERR_INVALID_STATE') return
    if (errcode === undefined) {
      this.#sayOnce(`${message} Changes are told when that is over.`)
      return
    }
    this.#queue?.[Symbol.dispose]()
    this.#queue = null
    this.#sayOnce(`Changes cannot be kept in ${this.#file} for now (${message}). Make room there, or delete it.`)
  }

  #sayOnce(line: string): void {
    if (line !== this.#said) this.#log.warn(`announce: ${line}`)
    this.#said = line
  }

  /** Stops. What has not been told is told by the next process. */
  async close(): Promise<void> {
    this.#unsubscribe()
    await Promise.all([this.#settling, ...this.#couriers.map(({ rounds }) => rounds)].map((rounds) => rounds.close()))
    this.#closed = true
    this.#queue?.[Symbol.dispose]()
    this.#queue = null
  }
}
