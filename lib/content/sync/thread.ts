import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Change, KeeperEvents, KeeperOptions, Published } from './keeping.ts'

/** What is asked of the keeper in its thread. */
export interface Call {
  readonly id: number
  readonly name: 'start' | 'publish' | 'remake' | 'close'
}

/** What the keeper says. */
export type Message =
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly line: string }
  | { readonly type: 'opened'; readonly file: string; readonly complete: boolean }
  | { readonly type: 'changed'; readonly change: Change }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Published | null }
  | { readonly type: 'failed'; readonly id: number; readonly error: { name: string; message: string; code?: string } }

/** A failure on the other side, with the code that it had there. */
class KeeperError extends Error {
  override name = 'KeeperError'
  readonly code: string | undefined
  constructor(message: string, code: string | undefined) {
    super(message)
    this.code = code
  }
}

/** Megabytes: several times what a sync of 100,000 articles keeps. Nothing else bounds a thread on a large machine. */
const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 8 }

/** How long to wait before a thread that ended is started again, in milliseconds. */
const PAUSE = 1000

/** The code of a call that was given up with the thread. */
const ENDED = 'keeper-ended'

interface Waiting {
  resolve(result: Published | null): void
  reject(error: Error): void
}

/** A keeper in a thread of its own. One that ends by itself is started again. */
export class KeeperThread {
  readonly #options: KeeperOptions
  readonly #events: KeeperEvents
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #calls = 0
  #starting = false
  #closing = false

  constructor(options: KeeperOptions, events: KeeperEvents) {
    this.#options = options
    this.#events = events
  }

  /** The promise is kept when the catalog is up to date, by whichever thread gets so far. */
  async start(): Promise<void> {
    this.#starting = true
    while (!this.#closing) {
      this.#spawn()
      try {
        await this.#call('start')
        break
      } catch (error) {
        if ((error as KeeperError).code !== ENDED) throw error
        await sleep(PAUSE, undefined, { ref: false })
      }
    }
    this.#starting = false
  }

  async publish(): Promise<Published> {
    const published = await this.#call('publish')
    if (published === null) throw new KeeperError('nothing was published', undefined)
    return published
  }

  async remake(): Promise<void> {
    await this.#call('remake')
  }

  async close(): Promise<void> {
    this.#closing = true
    if (this.#worker === null) return
    await this.#call('close').catch(() => {})
    await this.#worker?.terminate()
  }

  #spawn(): void {
    // By its path in the project, since a bundle would look for it among its own files.
    const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/content/sync/worker.ts')
    const worker = new Worker(/* turbopackIgnore: true */ script, { workerData: this.#options, resourceLimits: LIMITS })
    worker.on('message', (message: Message) => this.#hear(message))
    worker.on('error', (error) => this.#events.log.error(`The keeper of the catalog failed: ${error.stack ?? error}`))
    worker.on('exit', () => this.#end())
    this.#worker = worker
  }

  #end(): void {
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(new KeeperError('the keeper of the catalog ended', ENDED))
    this.#waiting.clear()
    if (this.#closing) return
    this.#events.log.warn('The keeper of the catalog is started again.')
    if (this.#starting) return
    setTimeout(() => void this.start().catch(() => {}), PAUSE).unref()
  }

  #call(name: Call['name']): Promise<Published | null> {
    const worker = this.#worker
    if (worker === null)
      return Promise.reject(new KeeperError('the keeper of the catalog is being started again; try again', ENDED))
    const id = ++this.#calls
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, name } satisfies Call)
    })
  }

  #hear(message: Message): void {
    switch (message.type) {
      case 'log':
        this.#events.log[message.level](message.line)
        return
      case 'opened':
        this.#events.opened(message.file, message.complete)
        return
      case 'changed':
        this.#events.changed(message.change)
        return
      case 'progress':
        this.#events.progress(message.done, message.total)
        return
      case 'done':
        this.#waiting.get(message.id)?.resolve(message.result)
        break
      case 'failed':
        this.#waiting.get(message.id)?.reject(new KeeperError(message.error.message, message.error.code))
    }
    this.#waiting.delete(message.id)
  }
}
