import { LRUCache } from 'lru-cache'
import { Dependents } from './dependents.ts'

/** An address without a page of its own. */
export interface Brief {
  readonly answer:
    | { readonly type: 'missing' }
    | { readonly type: 'moved'; readonly status: number; readonly location: string }
  readonly keys: ReadonlySet<string>
  /** From when on it is asked again, as the clock tells. */
  readonly until: number
}

/** Whoever makes up addresses gets no more than this of the memory, in characters and in number. */
const MOST_CHARACTERS = 4_000_000
const MOST = 4000

/**
 * What was found out about addresses that have no page: a corner of its own, so that made-up addresses cannot push out
 * pages. Each is a few words; the page that all missing ones show is kept with the pages.
 */
export class Briefs {
  readonly #dependents = new Dependents<Brief & { readonly address: string }>()
  readonly #known = new LRUCache<string, Brief & { readonly address: string }>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ keys }, address) => address.length + 100 + Array.from(keys).join('').length,
    dispose: (brief) => this.#dependents.delete(brief),
  })

  get(address: string, now: number): Brief | undefined {
    const brief = this.#known.get(address)
    return brief && now < brief.until ? brief : undefined
  }

  set(address: string, brief: Brief): void {
    const kept = { ...brief, address }
    this.#known.set(address, kept)
    if (this.#known.peek(address) === kept) this.#dependents.add(kept, brief.keys)
  }

  delete(address: string): void {
    this.#known.delete(address)
  }

  /** Forgets what read one of these keys; with `null`, everything. */
  change(keys: ReadonlySet<string> | null): void {
    for (const { address } of this.#dependents.of(keys)) this.#known.delete(address)
  }
}
