import { LRUCache } from 'lru-cache'

/** What a thing on a shelf says of itself: where it is, and what it takes of memory. */
interface Shelved {
  readonly url: string
  readonly bytes: number
  readonly keys: ReadonlySet<string>
}

/** Whoever makes up searches gets no more of the memory than this, in bytes. */
const MOST_SEARCHES = 4_000_000

/** Searches, as people and machines ask them; `/search` alone is a page like any other. */
const SEARCH = /^\/search(?:\.json)?\?/

/**
 * Whether anybody can make up addresses like this one without end, each with an answer of its own.
 * @param url normalised
 */
export const isMadeUp = (url: string): boolean => SEARCH.test(url)

/**
 * What is kept in memory by address, the least asked for first to go. Searches have a shelf of their own, so that however
 * many different ones are asked, no page has to go for them; one that many ask for stays, and is right until what it read changes.
 */
export class Shelves<T extends Shelved> {
  readonly #pages: LRUCache<string, T>
  readonly #searches: LRUCache<string, T>

  /**
   * @param maxBytes for all that is no search
   * @param onGone told of each thing that is there no more
   */
  constructor(maxBytes: number, onGone: (thing: T) => void) {
    const shelf = (maxSize: number) =>
      new LRUCache<string, T>({
        maxSize,
        sizeCalculation: ({ bytes, keys }) => bytes + keys.size * 100,
        dispose: (thing) => onGone(thing),
      })
    this.#pages = shelf(maxBytes)
    this.#searches = shelf(MOST_SEARCHES)
  }

  /** What all of it takes, in bytes. */
  get bytes(): number {
    return this.#pages.calculatedSize + this.#searches.calculatedSize
  }

  get size(): number {
    return this.#pages.size + this.#searches.size
  }

  get(url: string): T | undefined {
    return this.#shelf(url).get(url)
  }

  /** The same, without counting as asking for it. */
  peek(url: string): T | undefined {
    return this.#shelf(url).peek(url)
  }

  /** Keeps a thing. One that is larger than its whole shelf is not kept. @returns whether it is kept */
  set(thing: T): boolean {
    const shelf = this.#shelf(thing.url)
    shelf.set(thing.url, thing)
    return shelf.peek(thing.url) === thing
  }

  delete(url: string): void {
    this.#shelf(url).delete(url)
  }

  #shelf(url: string): LRUCache<string, T> {
    return isMadeUp(url) ? this.#searches : this.#pages
  }
}
