import { fold } from './fold.ts'
import { packTerm } from './vector.ts'
import { visitWords } from './words.ts'

/** A stem, and how the text that was taken apart last uses it. */
interface StemUse {
  readonly stem: string
  readonly number: number
  headline: number
  dek: number
  body: number
  /** How often with a capital where no sentence begins, and how often without one. */
  capital: number
  small: number
  /** Which text that was. */
  text: number
}

/** The parts of an article that are searched, as plain text. */
export interface Parts {
  readonly headline: string
  readonly dek: string
  readonly body: string
  /** Those who wrote it, and what it is about. */
  readonly names: string
}

/** A text taken apart: plain data, so that one thread may do it for another. */
export interface Taken {
  /** Each part as its stems in order, with spaces between. */
  readonly stems: Parts
  /** The stems that it has, and how headline, dek and body use them: packed terms, with the lexicon's own numbers. */
  readonly terms: Uint32Array
  /** Stems that were not met before: they have the numbers from `first` on, and 0 is where a lexicon begins (anew). */
  readonly met: readonly string[]
  readonly first: number
  /** Words that were not met before, folded, each with its stem. */
  readonly spellings: readonly (readonly [word: string, stem: string])[]
}

/** Spellings that are remembered: several times the words that a language uses often. */
const MOST = 100_000

/** What stands before the first word of a sentence. */
const SENTENCE = /(?:^|[.!?:…\n])[\s"'“”‘’«»„([]*$/u

/** Takes articles apart into stems, and remembers those it met: most of an archive's words are the same few thousand. */
export class Lexicon {
  readonly #stem: (word: string) => string
  /** By word as it is written. */
  readonly #written = new Map<string, StemUse>()
  readonly #stems = new Map<string, StemUse>()
  #texts = 0

  /** @param stem takes a folded word to its stem */
  constructor(stem: (word: string) => string) {
    this.#stem = stem
  }

  take(parts: Parts): Taken {
    if (this.#written.size >= MOST) this.forget()
    this.#texts++
    const first = this.#stems.size
    const uses: StemUse[] = []
    const met: string[] = []
    const spellings: [string, string][] = []
    const stemsOf = (part: keyof Parts) => {
      const text = parts[part]
      const stems: string[] = []
      visitWords(text, (written, start) => {
        const use = this.#written.get(written) ?? this.#meet(written, met, spellings)
        if (use.text !== this.#texts) uses.push(this.#begin(use))
        stems.push(use.stem)
        if (part === 'names') return
        use[part]++
        // Some publications set headlines with capitals throughout.
        if (part !== 'headline') countCapital(use, text, written, start)
      })
      return stems.join(' ')
    }
    const stems = { headline: stemsOf('headline'), dek: stemsOf('dek'), body: stemsOf('body'), names: stemsOf('names') }
    return { stems, terms: Uint32Array.from(uses, toTerm), met, first, spellings }
  }

  #meet(part: string, met: string[], spellings: [string, string][]): StemUse {
    const written = copyOf(part)
    const word = fold(written)
    const stem = this.#stem(word)
    spellings.push([word, stem])
    let use = this.#stems.get(stem)
    if (use === undefined) {
      use = { stem, number: this.#stems.size, headline: 0, dek: 0, body: 0, capital: 0, small: 0, text: 0 }
      this.#stems.set(stem, use)
      met.push(stem)
    }
    this.#written.set(written, use)
    return use
  }

  #begin(use: StemUse): StemUse {
    use.text = this.#texts
    use.headline = use.dek = use.body = use.capital = use.small = 0
    return use
  }

  /** Forgets what it met, and numbers anew. */
  forget(): void {
    this.#written.clear()
    this.#stems.clear()
  }
}

const toTerm = ({ number, capital, small, headline, dek, body }: StemUse): number =>
  packTerm(number, { name: capital > small, headline, dek, body })

/** A part of a string keeps all of it in memory, and a lexicon lives longer than a text. */
const copyOf = (part: string): string => Buffer.from(part, 'utf16le').toString('utf16le')

function countCapital(use: StemUse, text: string, written: string, start: number): void {
  const first = written.charCodeAt(0)
  const isCapital = first < 128 ? first >= 65 && first <= 90 : written.charAt(0) !== written.charAt(0).toLowerCase()
  if (!isCapital) use.small++
  else if (!SENTENCE.test(text.slice(Math.max(0, start - 4), start))) use.capital++
}
