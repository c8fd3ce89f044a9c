import { hash, randomBytes } from 'node:crypto'
import { originOf } from './network.ts'
import { Occurrences } from './occurrences.ts'

/** What tells one reader of a story from another. */
export interface Reading {
  readonly address: string
  readonly userAgent: string
  readonly slug: string
}

/** So long, in seconds, one reader's views of a story are one view: about what it takes to read it and come back to it. */
const READER = { seconds: 30 * 60, sets: 2 ** 16 }

/** So many readers of a story one network has in an hour; more are one reader under many names, or cannot be told from that. */
const MOST_OF_NETWORK = 10
const NETWORK = { seconds: 60 * 60, sets: 2 ** 15 }

const DAY = 24 * 3600

/**
 * Who has read what lately, without knowing who: of each view only a hash of address, browser and story, with a random
 * salt that is made here, leaves never, and is thrown away at the end of the day (UTC) with all that was made with it.
 */
export class Readers {
  readonly #readers = new Occurrences(READER)
  readonly #networks = new Occurrences(NETWORK)
  #salt = ''
  #day = -1

  /**
   * Enters a view.
   * @param now milliseconds since the epoch
   * @returns null for a new reader of the story; `repeat` for one who has just read it; `crowd` for one of a network that
   *   has had its share
   */
  enter({ address, userAgent, slug }: Reading, now: number): 'repeat' | 'crowd' | null {
    const second = Math.floor(now / 1000)
    this.#renewSalt(Math.floor(second / DAY))
    const { reader, network } = originOf(address)
    const one = this.#digest(`${reader}\n${slug}\n${userAgent}`)
    if (this.#readers.count(one.high, one.low, second) > 0) return 'repeat'
    const many = this.#digest(`${network}\n${slug}`)
    // Before the reader is entered, so that nobody can push others out of the table by making up browsers.
    if (this.#networks.add(many.high, many.low, second) > MOST_OF_NETWORK) return 'crowd'
    this.#readers.add(one.high, one.low, second)
    return null
  }

  #renewSalt(day: number): void {
    if (day === this.#day) return
    this.#day = day
    this.#salt = randomBytes(32).toString('base64')
    this.#readers.clear()
    this.#networks.clear()
  }

  /** 64 bits of SHA-256; as hexadecimal digits, which Node makes four times as fast as a buffer. */
  #digest(text: string): { readonly high: number; readonly low: number } {
    const digits = hash('sha256', `${this.#salt}\n${text}`, 'hex')
    return { high: Number.parseInt(digits.slice(0, 8), 16), low: Number.parseInt(digits.slice(8, 16), 16) }
  }
}
