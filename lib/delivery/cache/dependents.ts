/** What was made of keys: a change of one of them is a change of it. */
interface Dependent {
  readonly keys: ReadonlySet<string>
}

/** Finds what read a key. */
export class Dependents<T extends Dependent> {
  readonly #byKey = new Map<string, Set<T>>()
  readonly #all = new Set<T>()

  add(dependent: T): void {
    this.#all.add(dependent)
    for (const key of dependent.keys) {
      const known = this.#byKey.get(key)
      if (known) known.add(dependent)
      else this.#byKey.set(key, new Set([dependent]))
    }
  }

  delete(dependent: T): void {
    this.#all.delete(dependent)
    for (const key of dependent.keys) {
      const known = this.#byKey.get(key)
      known?.delete(dependent)
      if (known?.size === 0) this.#byKey.delete(key)
    }
  }

  /** What read one of these keys; with `null`, everything. */
  of(keys: ReadonlySet<string> | null): Set<T> {
    if (keys === null) return new Set(this.#all)
    const found = new Set<T>()
    for (const key of keys) for (const dependent of this.#byKey.get(key) ?? []) found.add(dependent)
    return found
  }
}
