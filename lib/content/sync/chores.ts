export interface ChoresOptions {
  /** Enters some words for searches. @returns whether there are more */
  readonly enterWords: () => Promise<boolean>
  /** Writes the log of the catalog back. */
  readonly tidy: () => Promise<void>
}

/** How long after a change its words are entered, and how long without one the log is written back; milliseconds. */
const WORDS_AFTER = 250
const TIDY_AFTER = 1_500

/** What can wait until nothing else has been done for a moment. */
export class Chores {
  readonly #options: ChoresOptions
  #wordsAt: NodeJS.Timeout | undefined
  #tidyAt: NodeJS.Timeout | undefined
  #isEntering = false
  #stopped = false

  constructor(options: ChoresOptions) {
    this.#options = options
  }

  /** There is something to do. */
  later(): void {
    this.#wordsAt ??= setTimeout(() => {
      this.#wordsAt = undefined
      this.#enterWords()
    }, WORDS_AFTER).unref()
    this.#tidyLater()
  }

  #tidyLater(): void {
    clearTimeout(this.#tidyAt)
    if (!this.#stopped) this.#tidyAt = setTimeout(() => void this.#options.tidy(), TIDY_AFTER).unref()
  }

  /** Some at a time, so that other work comes between. */
  #enterWords(): void {
    if (this.#isEntering) return
    this.#isEntering = true
    void this.#options.enterWords().then((more) => {
      this.#isEntering = false
      if (more) setImmediate(() => this.#enterWords())
      else this.#tidyLater()
    })
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#wordsAt)
    clearTimeout(this.#tidyAt)
  }
}
