import { AsyncLocalStorage } from 'node:async_hooks'

/** The reading of this call, found by the bundled pages and by the server around them under one name. */
const KEY = Symbol.for('broadsheet.reading')
type Global = typeof globalThis & { [KEY]?: AsyncLocalStorage<Reading> }

function current(): AsyncLocalStorage<Reading> {
  const shared = globalThis as Global
  shared[KEY] ??= new AsyncLocalStorage()
  return shared[KEY]
}

/**
 * What one rendering reads: the keys of everything it asked for, and, until it ends, one unchanging state of the
 * catalog, so that no page shows half of a change.
 */
export class Reading {
  readonly #keys = new Set<string>()
  readonly #ends: (() => void)[] = []
  #ended = false
  #gone = false
  #partial = false

  /** What has been asked for so far; see `keys.ts` for the names. */
  get keys(): ReadonlySet<string> {
    return this.#keys
  }

  /** Whether the state that was read has been let go of. */
  get ended(): boolean {
    return this.#ended
  }

  /** Whether what was asked for was there once, and has been withdrawn. */
  get gone(): boolean {
    return this.#gone
  }

  /** See `gone`. */
  markGone(): void {
    this.#gone = true
  }

  /** Whether something could not be read that may be there at the next attempt. */
  get partial(): boolean {
    return this.#partial
  }

  /** See `partial`. */
  markPartial(): void {
    this.#partial = true
  }

  /** Runs a function, and all that it awaits, as part of this reading. */
  run<T>(work: () => T): T {
    return current().run(this, work)
  }

  /** Enters a key of what was asked for. */
  note(key: string): void {
    this.#keys.add(key)
  }

  /** Has a function called when the reading ends. */
  onEnd(release: () => void): void {
    this.#ends.push(release)
  }

  /** Lets go of the state that was read. A rendering that was given up may go on, but reads what is current then. */
  end(): void {
    this.#ended = true
    for (const release of this.#ends.splice(0)) release()
  }
}

/** The reading that the caller is part of, if any. */
export const currentReading = (): Reading | undefined => current().getStore()

/** Notes keys of what is asked for now; see `keys.ts` for the names. Outside of a reading nobody needs to know. */
export function note(...keys: readonly string[]): void {
  const reading = currentReading()
  for (const key of keys) reading?.note(key)
}
