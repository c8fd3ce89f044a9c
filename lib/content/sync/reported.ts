import type { Log } from './log.ts'

/** Says what is wrong once, when it appears, and again when it has been away. */
export class Reported {
  readonly #log: Pick<Log, 'warn'>
  #lines = new Set<string>()

  constructor(log: Pick<Log, 'warn'>) {
    this.#log = log
  }

  /** @param lines all that is wrong now */
  report(lines: readonly string[]): void {
    for (const line of lines) if (!this.#lines.has(line)) this.#log.warn(`content: ${line}`)
    this.#lines = new Set(lines)
  }
}
