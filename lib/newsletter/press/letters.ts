import type { Desk } from '../store/repository.ts'
import { readImprint } from './imprint.ts'
import type { SenderThread } from './thread.ts'
import type { Troubles } from './troubles.ts'

/** Has what forms have brought in settled, and letters sent: one round at a time, again when something came meanwhile. */
export class Letters {
  readonly #thread: SenderThread
  readonly #troubles: Troubles
  #isAsked = false
  #writing: Promise<void> | null = null

  constructor(thread: SenderThread, troubles: Troubles) {
    this.#thread = thread
    this.#troubles = troubles
  }

  /** Says that something may have come in. */
  wake(): void {
    this.#isAsked = true
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
  }

  async #write(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false
      try {
        await this.#thread.letters(await readImprint())
        this.#troubles.note('letters', null)
      } catch (error) {
        if (this.#thread.isClosing) return
        this.#troubles.note('letters', `Letters cannot be sent, and are tried again: ${(error as Error).message}`)
      }
    }
  }

  /** Looks whether there is something left from before, or due again. @param now milliseconds since the epoch */
  async look(desk: Desk, now: number): Promise<void> {
    const { due } = await desk.backlog()
    if (due !== null && due <= now) this.wake()
  }
}
