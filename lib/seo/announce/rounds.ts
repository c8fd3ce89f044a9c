import type { Clock } from './clock.ts'

/** Does a piece of work when it is due, never twice at the same time. */
export class Rounds {
  readonly #work: (closing: AbortSignal) => Promise<number | null>
  readonly #clock: Pick<Clock, 'now' | 'schedule'>
  readonly #closing = new AbortController()
  #running: Promise<void> | null = null
  #again = false
  #planned: { readonly at: number; readonly cancel: () => void } | null = null

  /** @param work returns after how many milliseconds it is due again; null when somebody has to say so. Never throws */
  constructor(work: (closing: AbortSignal) => Promise<number | null>, clock: Pick<Clock, 'now' | 'schedule'>) {
    this.#work = work
    this.#clock = clock
  }

  /** Says that there is work in so many milliseconds at the latest; or, while it is being done, right after that. */
  due(milliseconds: number): void {
    if (this.#closing.signal.aborted) return
    const at = this.#clock.now() + milliseconds
    if (this.#planned !== null && this.#planned.at <= at) return
    this.#planned?.cancel()
    this.#planned = { at, cancel: this.#clock.schedule(() => this.#begin(), milliseconds) }
  }

  #begin(): Promise<void> {
    this.#planned = null
    this.#again = this.#running !== null
    this.#running ??= this.#once().finally(() => {
      this.#running = null
      if (this.#again) this.due(0)
    })
    return this.#running
  }

  async #once(): Promise<void> {
    const again = await this.#work(this.#closing.signal)
    if (again !== null) this.due(again)
  }

  /** Does no more; kept when what is being done has stopped. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#planned?.cancel()
    await this.#running
  }
}
