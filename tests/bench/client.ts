import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Who looks for something new asks again after this many milliseconds. */
const EVERY = 2

/** One reader, with one connection that is kept open. */
export class Client implements Disposable {
  readonly #url: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(url: string) {
    this.#url = url
  }

  /** Asks for an address. @throws when the connection fails */
  ask(address: string, headers: Readonly<Record<string, string>> = {}, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, headers, method: body === undefined ? 'GET' : 'POST' }
      const asking = request(new URL(address, this.#url), options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        )
      })
      asking.on('error', reject)
      asking.end(body)
    })
  }

  /**
   * Asks again and again, as a reader who has what came last, until a page holds a text.
   * @param limit milliseconds
   * @returns when it was there, on the clock of `performance.now()`
   * @throws when it does not come in time, or when an answer is neither 200 nor 304
   */
  async until(address: string, text: string, { limit = 60_000, every = EVERY } = {}): Promise<number> {
    const began = performance.now()
    let etag: string | undefined
    for (;;) {
      const { status, headers, body } = await this.ask(address, etag === undefined ? {} : { 'if-none-match': etag })
      const now = performance.now()
      if (status === 200 && body.includes(text)) return now
      if (status !== 200 && status !== 304) throw new Error(`${address} answered with ${status}.`)
      if (status === 200) etag = headers.etag
      if (now - began > limit) throw new Error(`${address} had no "${text}" within ${limit / 1000} s.`)
      await sleep(every)
    }
  }

  [Symbol.dispose](): void {
    this.#agent.destroy()
  }
}
