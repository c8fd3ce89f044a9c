import type { Log } from '../../content/sync/log.ts'

/** Something that keeps newsletters from being made or sent, for operators. It names no address and holds no secret. */
export interface Trouble {
  /** The newsletter that it is about; null for what concerns all of them. */
  readonly newsletter: string | null
  readonly message: string
  /** Since when, ISO 8601. */
  readonly since: string
}

/** What is wrong now. Each trouble is logged when it comes, when it changes, and when it is over; not while it lasts. */
export class Troubles {
  readonly #log: Log
  readonly #found = new Map<string, Trouble>()

  constructor(log: Log) {
    this.#log = log
  }

  get all(): readonly Trouble[] {
    return Array.from(this.#found.values())
  }

  /**
   * Notes that something is wrong, or with null that it is not any more.
   * @param what the same for the same matter: `store`, `mail`, `issue:morning`
   */
  note(what: string, message: string | null, newsletter: string | null = null): void {
    const before = this.#found.get(what)
    if (before?.message === (message ?? undefined)) return
    if (message === null) {
      this.#found.delete(what)
      this.#log.info(`newsletter: it is over: ${before?.message}`)
      return
    }
    this.#found.set(what, { newsletter, message, since: before?.since ?? new Date().toISOString() })
    this.#log.error(`newsletter: ${message}`)
  }
}
