import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Log } from '../../content/sync/log.ts'
import type { Imprint } from './imprint.ts'
import type { Call, IssueJob, Message, Result, SenderOptions } from './messages.ts'

/** Whom the thread tells. */
export interface SenderEvents {
  readonly log: Log
  /** An issue was made, whose pages are others now. */
  made(newsletter: string): void
  /** What keeps mails from being sent; null when they are sent again. */
  trouble(line: string | null): void
}

/** Megabytes: several times what an issue for 100,000 takes. Nothing else bounds a thread on a large machine. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }

/** How long a thread stays with nothing to do, in milliseconds: what draws mails is large. */
const IDLE = 60_000

interface Waiting {
  resolve(result: Result | null): void
  reject(error: Error): void
}

type Question = { readonly name: 'letters' | 'close' } | { readonly name: 'issue'; readonly job: IssueJob }

/** Sends in a thread of its own, which is there only while there is something to send. */
export class SenderThread {
  readonly #options: () => Promise<SenderOptions>
  readonly #events: SenderEvents
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #calls = 0
  #idle: NodeJS.Timeout | undefined
  #closing: Promise<void> | null = null

  constructor(options: () => Promise<SenderOptions>, events: SenderEvents) {
    this.#options = options
    this.#events = events
  }

  /** Whether there is a thread now. */
  get isThere(): boolean {
    return this.#worker !== null
  }

  /** Whether it does no more, which is no fault. */
  get isClosing(): boolean {
    return this.#closing !== null
  }

  /** Settles what has come in and sends the letters that are due. @throws when the thread failed, or is being closed */
  async letters(imprint: Imprint): Promise<void> {
    await this.#ask({ name: 'letters' }, imprint)
  }

  /** Makes and sends an issue, or goes on with one. @throws when the thread failed, or is being closed */
  async issue(job: IssueJob, imprint: Imprint): Promise<Result> {
    return (await this.#ask({ name: 'issue', job }, imprint)) ?? 'stopped'
  }

  async #ask(question: Question, imprint: Imprint): Promise<Result | null> {
    const options = await this.#options()
    if (this.#closing !== null) throw new Error('newsletters are being stopped')
    this.#worker ??= this.#spawn(options)
    return this.#call(this.#worker, { ...question, imprint })
  }

  #spawn(options: SenderOptions): Worker {
    // By its path in the project, since a bundle would look for it among its own files.
    const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/newsletter/press/worker.ts')
    const worker = new Worker(/* turbopackIgnore: true */ script, { workerData: options, resourceLimits: LIMITS })
    worker.on('message', (message: Message) => this.#hear(message))
    worker.on('error', (error) => this.#events.log.error(`newsletter: sending failed: ${error.stack ?? error}`))
    worker.on('exit', () => this.#end(worker))
    return worker
  }

  #end(worker: Worker): void {
    if (this.#worker !== worker) return
    this.#worker = null
    clearTimeout(this.#idle)
    for (const { reject } of this.#waiting.values()) reject(new Error('the thread that sends ended'))
    this.#waiting.clear()
  }

  #call(worker: Worker, question: Question & { readonly imprint?: Imprint }): Promise<Result | null> {
    clearTimeout(this.#idle)
    const id = ++this.#calls
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ ...question, id } as Call)
    })
  }

  #hear(message: Message): void {
    switch (message.type) {
      case 'log':
        this.#events.log[message.level](message.line)
        return
      case 'made':
        this.#events.made(message.newsletter)
        return
      case 'trouble':
        this.#events.trouble(message.line)
        return
      case 'done':
        this.#waiting.get(message.id)?.resolve(message.result)
        break
      case 'failed':
        this.#waiting.get(message.id)?.reject(new Error(message.message))
    }
    this.#waiting.delete(message.id)
    if (this.#waiting.size === 0 && this.#worker !== null) this.#rest(this.#worker)
  }

  #rest(worker: Worker): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      // What comes from now on gets another one.
      this.#worker = null
      worker.on('message', ({ type }: Message) => {
        if (type === 'done' || type === 'failed') void worker.terminate()
      })
      worker.postMessage({ id: 0, name: 'close' } satisfies Call)
    }, IDLE).unref()
  }

  /** Lets what is in flight finish, and ends the thread; by force after some milliseconds. */
  close(within: number): Promise<void> {
    this.#closing ??= this.#stop(within)
    return this.#closing
  }

  async #stop(within: number): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    const force = setTimeout(() => {
      this.#events.log.warn('newsletter: a mail was still on its way when the time was up; see "unsure" in its issue.')
      void worker.terminate()
    }, within)
    await this.#call(worker, { name: 'close' }).catch(() => {})
    clearTimeout(force)
    await worker.terminate()
  }
}
