import type { Connection } from './connection.ts'
import { WORDS } from './keys.ts'
import { note } from './reading.ts'

/** A stem that articles have, and how many do; they count those that readers do not see. */
export interface KnownStem {
  readonly id: number
  readonly stem: string
  readonly docs: number
}

/** A word as it is written somewhere, and how many articles have one of its stem. */
export interface KnownWord {
  readonly word: string
  readonly docs: number
}

/** Behind every character that a word can go on with. */
const LAST = '\u{10ffff}'

/** Words that are looked through for a beginning. */
const MOST_SPELLINGS = 4000

/** Which words articles have: their stems, and how they are written. Words are asked for folded; see `words/fold.ts`. */
export class Vocabulary {
  readonly #rows: Connection

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** The stems among these that articles have. */
  stems(stems: readonly string[]): KnownStem[] {
    note(WORDS)
    return this.#rows.all<KnownStem>(
      'SELECT id, stem, docs FROM terms WHERE docs > 0 AND stem IN (SELECT value FROM json_each(?))',
      JSON.stringify(stems),
    )
  }

  /** The stems of words that begin so, those of most articles first. */
  stemsFrom(beginning: string, limit: number): KnownStem[] {
    note(WORDS)
    return this.#rows.all<KnownStem>(
      `SELECT id, stem, docs FROM terms WHERE docs > 0 AND stem IN
         (SELECT stem FROM (SELECT stem FROM spellings WHERE word >= ? AND word < ? LIMIT ?))
       ORDER BY docs DESC, id LIMIT ?`,
      beginning,
      beginning + LAST,
      MOST_SPELLINGS,
      limit,
    )
  }

  /** The words among these that articles have. */
  words(words: readonly string[]): KnownWord[] {
    note(WORDS)
    return this.#rows.all<KnownWord>(
      `SELECT word, docs FROM json_each(?) JOIN spellings ON word = value JOIN terms USING (stem) WHERE docs > 0`,
      JSON.stringify(words),
    )
  }

  /** Words that begin so and have a length within these bounds, in their order. */
  wordsFrom(beginning: string, [shortest, longest]: readonly [number, number], limit: number): KnownWord[] {
    note(WORDS)
    return this.#rows.all<KnownWord>(
      `SELECT word, docs FROM
         (SELECT word, stem FROM spellings WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? LIMIT ?)
       JOIN terms USING (stem) WHERE docs > 0`,
      beginning,
      beginning + LAST,
      shortest,
      longest,
      limit,
    )
  }
}
