import type { Searchable } from './searchable.ts'

/** Articles whose words are entered at a time, and how often readers are told while there are more; milliseconds. */
const AT_A_TIME = 1_000
const TOLD_EVERY = 1_000

/** Enters words for searches, some at a time, and gathers what that changes until readers are told of it. */
export class Entering {
  #told = 0
  #keys = new Set<string>()

  /** @returns whether there are more, and what to tell readers of now: of many articles, they see more every second */
  enter(searchable: Searchable): { readonly more: boolean; readonly keys: ReadonlySet<string> | null } {
    const { entered, keys } = searchable.enter(AT_A_TIME)
    const more = entered === AT_A_TIME
    for (const key of keys) this.#keys.add(key)
    if (this.#keys.size === 0 || (more && performance.now() - this.#told <= TOLD_EVERY)) return { more, keys: null }
    const all = this.#keys
    this.#told = performance.now()
    this.#keys = new Set()
    return { more, keys: all }
  }
}
