import { LRUCache } from 'lru-cache'

/** What a thing on a shelf says of itself: where it is, and what it takes of memory. */
interface Shelved {
  readonly url: string
  readonly bytes: number
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

/** A thing with the size that it was put there with, which is another when it is put there again. */
interface Place<T> {
  readonly thing: T
}

/**
 * What is kept in memory by address, the least asked for first to go. Searches have a shelf of their own, so that however
 * many different ones are asked, no page has to go for them; one that many ask for stays, and is right until what it read changes.
 */
export class Shelves<T extends Shelved> {
  readonly #pages: LRUCache<string, Place<T>>
  readonly #searches: LRUCache<string, Place<T>>
  readonly #onGone: (thing: T) => void

  /**
   * @param maxBytes for all that is no search
   * @param onGone told of each thing that is there no more
   */
  constructor(maxBytes: number, onGone: (thing: T) => void) {
    this.#onGone = onGone
    const shelf = (maxSize: number) =>
      new LRUCache<string, Place<T>>({
        maxSize,
        sizeCalculation: ({ thing }) => thing.bytes,
        dispose: ({ thing }, _, reason) => {
          if (reason !== 'set') onGone(thing)
        },
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
    return this.#shelf(url).get(url)?.thing
  }

  /** The same, without counting as asking for it. */
  peek(url: string): T | undefined {
    return this.#shelf(url).peek(url)?.thing
  }

  /**
   * Keeps a thing by the size that it has now; also one that is there already, when its size is another. One that is larger
   * than its whole shelf is not kept.
   * @returns whether it is kept
   */
  set(thing: T): boolean {
    const shelf = this.#shelf(thing.url)
    const place = { thing }
    const before = shelf.peek(thing.url)?.thing
    shelf.set(thing.url, place)
    const isKept = shelf.peek(thing.url) === place
    if (before !== undefined && (before !== thing || !isKept)) this.#onGone(before)
    return isKept
  }

  delete(url: string): void {
    this.#shelf(url).delete(url)
  }

  #shelf(url: string): LRUCache<string, Place<T>> {
    return isMadeUp(url) ? this.#searches : this.#pages
  }
}
