import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A site served by a process of its own, as an operator or an editor starts it, up as long as a test needs it. */
export class Site implements AsyncDisposable {
  readonly url: string
  readonly #child: ChildProcess
  readonly #output: () => string

  private constructor(url: string, child: ChildProcess, output: () => string) {
    this.url = url
    this.#child = child
    this.#output = output
  }

  /** What it has written so far, on standard output and error. */
  get output(): string {
    return this.#output()
  }

  /** Runs `lib/cli/<command>.ts` on any free port, and waits until it says where the site is. */
  static async run(command: 'start' | 'dev', settings: Readonly<Record<string, string>>): Promise<Site> {
    const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', ...settings }
    const child = spawn(process.execPath, [`lib/cli/${command}.ts`], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    process.once('exit', () => child.kill())
    let said = ''
    const url = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk
        const [found] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(said) ?? []
        if (found) resolve(found)
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.once('exit', (code, signal) => {
        const end = `The site ended by itself, with ${signal ?? code}:\n${said}`
        reject(new Error(end))
        console.error(end)
      })
    })
    return new Site(url, child, () => said)
  }

  get = (address: string): Promise<Response> => fetch(new URL(address, this.url), { redirect: 'manual' })

  text = async (address: string): Promise<string> => (await this.get(address)).text()

  /** Asks the process to end. @returns its exit code, or null when a signal ended it */
  async stop(): Promise<number | null> {
    this.#child.removeAllListeners('exit')
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const [code] = await gone
    return code
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.stop()
  }
}
