import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '../../content/sync/log.ts'
import type { Outcome } from '../model.ts'
import { MailServerDown } from './line.ts'
import type { Mail, Transport } from './transport.ts'

/** Files that are kept; the oldest go. */
const MOST = 2000
const OURS = /^\d{4}-\d\d-\d\dT[\d-]+Z-[a-z]+-\d+\.eml$/
/** Milliseconds after which issues are mentioned in the log again; letters always are. */
const QUIET = 60_000
/** Milliseconds until a folder that could not be written to is tried again. */
const AGAIN = 60_000

interface Options {
  readonly folder: string
  readonly from: string
  readonly sign: (message: Buffer) => Promise<Buffer>
  readonly log: Log
  readonly now: () => number
}

/** Writes mails into a folder, exactly as a mail server would get them: for trials, with no mail server set. */
export class FileTransport implements Transport {
  readonly from: string
  retryAt: number | null = null
  readonly #options: Options
  #count = 0
  #mentioned = Number.NEGATIVE_INFINITY
  #tidying: Promise<void> | null = null

  constructor(options: Options) {
    this.#options = options
    this.from = options.from
  }

  async send({ kind, message }: Mail, signal?: AbortSignal): Promise<Outcome> {
    signal?.throwIfAborted()
    const { folder, sign, now, log } = this.#options
    const time = new Date(now()).toISOString().replaceAll(/[:.]/g, '-')
    const name = `${time}-${kind}-${process.pid}${String(++this.#count).padStart(6, '0')}.eml`
    const file = path.join(/* turbopackIgnore: true */ folder, name)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(`${file}.part`, await sign(message), { mode: 0o600 })
      await rename(`${file}.part`, file)
      this.retryAt = null
    } catch (error) {
      this.retryAt = now() + AGAIN
      throw new MailServerDown(`no mail can be written to ${folder} (${(error as Error).message})`, this.retryAt)
    }
    if (kind !== 'issue' || now() - this.#mentioned > QUIET) {
      log.info(`There is no mail server (SMTP_URL): a mail was written to ${file}.`)
      if (kind === 'issue') this.#mentioned = now()
    }
    if (this.#count % 100 === 0) this.#tidying ??= this.#tidy().finally(() => (this.#tidying = null))
    return { type: 'sent', reply: `written to ${name}` }
  }

  /** A trial with many readers must not fill the disk. */
  async #tidy(): Promise<void> {
    const { folder, log } = this.#options
    try {
      const names = (await readdir(folder)).filter((name) => OURS.test(name)).sort()
      for (const name of names.slice(0, -MOST)) await rm(path.join(/* turbopackIgnore: true */ folder, name))
    } catch (error) {
      log.warn(`Old mails in ${folder} could not be removed (${(error as Error).message}).`)
    }
  }

  async close(): Promise<void> {
    await this.#tidying
  }
}
