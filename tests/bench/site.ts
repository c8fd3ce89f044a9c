import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { CODE_ENV, MEMORY_ENV, MEMORY_OPTIONS } from '#lib/cli/memory.mjs'
import { Client } from './client.ts'
import { untilSearchable } from './searchable.ts'
import type { Publication, Workspace } from './workspace.ts'

/** How long a site may take to be ready, in milliseconds. */
const READY_LIMIT = 600_000

interface Run {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly port: number
  /** Of Node. */
  readonly options?: readonly string[]
  /** Of the script. */
  readonly args?: readonly string[]
}

/** A server in a process of its own, up as long as a measurement needs it. */
export class Site implements AsyncDisposable {
  readonly url: string
  readonly pid: number
  /** When its process was started, on the clock of `performance.now()`. */
  readonly started: number
  readonly #child: ChildProcess

  private constructor(url: string, child: ChildProcess, started: number) {
    this.url = url
    this.pid = child.pid ?? 0
    this.started = started
    this.#child = child
  }

  /** Starts the built site, as `npm start` does; it may not be ready. */
  static async start(
    workspace: Workspace,
    { content, data }: Publication,
    settings: Readonly<Record<string, string>> = {},
    port?: number,
  ): Promise<Site> {
    const cwd = await workspace.project()
    const env = { CONTENT_DIR: content, DATA_DIR: data, LOG_LEVEL: 'error', ...settings }
    const options = MEMORY_OPTIONS
    return Site.run('lib/cli/start.ts', {
      cwd,
      env: { ...MEMORY_ENV, ...CODE_ENV, ...env },
      port: port ?? (await freePort()),
      options,
    })
  }

  /** Starts the built site, and waits until all of its content is there, also for searches. */
  static async ready(...start: Parameters<typeof Site.start>): Promise<Site> {
    const site = await Site.start(...start)
    await site.untilReady()
    await untilSearchable(start[1])
    return site
  }

  /** Runs a script of Node's that serves on PORT, and waits until it answers. */
  static async run(script: string, { cwd, env, port, options = [], args = [] }: Run): Promise<Site> {
    const started = performance.now()
    const child = spawn(process.execPath, [...options, script, ...args], {
      cwd,
      env: { ...process.env, HOST: '127.0.0.1', NEXT_TELEMETRY_DISABLED: '1', ...env, PORT: `${port}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    process.once('exit', () => child.kill())
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-10_000)
      })
    const site = new Site(`http://127.0.0.1:${port}`, child, started)
    while (!(await site.#answers())) {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}:\n${said}`)
      await sleep(5)
    }
    return site
  }

  async #answers(): Promise<boolean> {
    using client = new Client(this.url)
    // Awaited here, while the client is still there.
    return await client.ask('/').then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  /** @returns when `/readyz` said so, on the clock of `performance.now()` */
  async untilReady(): Promise<number> {
    using client = new Client(this.url)
    while (performance.now() - this.started < READY_LIMIT) {
      const { status } = await client.ask('/readyz')
      if (status === 200) return performance.now()
      await sleep(50)
    }
    throw new Error(`The site was not ready within ${READY_LIMIT / 1000} s.`)
  }

  /** Bytes of memory that the process takes now, and took at most; null where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | null {
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
      const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024
      return { now: bytes('VmRSS'), most: bytes('VmHWM') }
    } catch {
      return null
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await gone
  }
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
