import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds that the first one waits for others. */
const WAIT = 2

/**
 * Does for several at once what is dear for each: those who come while others are being served, or within a moment of
 * the first, are served together.
 */
export class Gather<In, Out> {
  readonly #serve: (items: readonly In[]) => Promise<readonly Out[]>
  readonly #most: number
  #waiting: { readonly item: In; readonly resolve: (out: Out) => void; readonly reject: (error: unknown) => void }[] =
    []
  #isServing = false

  /**
   * @param serve gives for each item what its caller gets, in order
   * @param most with so many nobody else can come
   */
  constructor(most: number, serve: (items: readonly In[]) => Promise<readonly Out[]>) {
    this.#most = most
    this.#serve = serve
  }

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isServing) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#isServing = true
    while (this.#waiting.length > 0) {
      if (this.#waiting.length < this.#most) await sleep(WAIT)
      const served = this.#waiting
      this.#waiting = []
      try {
        const results = await this.#serve(served.map(({ item }) => item))
        served.forEach(({ resolve }, at) => {
          resolve(results[at] as Out)
        })
      } catch (error) {
        for (const { reject } of served) reject(error)
      }
    }
    this.#isServing = false
  }
}
