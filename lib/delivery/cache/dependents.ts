/** A key, and what read it: that itself while it is the only one, as with most keys. */
interface Topic<T> {
  readonly key: string
  readers: T | Set<T>
}

/**
 * Finds what read a key: a change of the key is a change of that. A page reads a hundred keys, and thousands of pages are
 * kept: each key is held once, and no page holds more of it than a place in a list.
 */
export class Dependents<T extends object> {
  readonly #topics = new Map<string, Topic<T>>()
  readonly #read = new Map<T, readonly Topic<T>[]>()

  /** @param keys what it read; what was said of it before counts no more */
  add(dependent: T, keys: ReadonlySet<string>): void {
    this.delete(dependent)
    this.#read.set(
      dependent,
      Array.from(keys, (key) => this.#enter(key, dependent)),
    )
  }

  #enter(key: string, dependent: T): Topic<T> {
    const known = this.#topics.get(key)
    if (known === undefined) {
      const topic = { key, readers: dependent }
      this.#topics.set(key, topic)
      return topic
    }
    if (known.readers instanceof Set) known.readers.add(dependent)
    else known.readers = new Set([known.readers, dependent])
    return known
  }

  delete(dependent: T): void {
    for (const topic of this.#read.get(dependent) ?? []) {
      const { key, readers } = topic
      if (readers instanceof Set && readers.delete(dependent) && readers.size > 0) continue
      this.#topics.delete(key)
    }
    this.#read.delete(dependent)
  }

  /** What read one of these keys; with `null`, everything. */
  of(keys: ReadonlySet<string> | null): Set<T> {
    if (keys === null) return new Set(this.#read.keys())
    const found = new Set<T>()
    for (const key of keys) {
      const readers = this.#topics.get(key)?.readers
      if (readers instanceof Set) for (const reader of readers) found.add(reader)
      else if (readers !== undefined) found.add(readers)
    }
    return found
  }
}
