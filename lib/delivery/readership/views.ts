import type { IncomingMessage } from 'node:http'
import type { Page } from '../cache/page.ts'
import { readAddress } from '../http/address.ts'
import { readLogLine } from './log-line.ts'
import { clientAddress } from './network.ts'
import { strayOf } from './purpose.ts'
import { Readers, type Reading } from './readers.ts'
import { isRobot } from './robots.ts'

/** Why a view of a story is not counted. */
const REASONS = ['robot', 'prefetch', 'embedded', 'repeat', 'crowd'] as const
type Reason = (typeof REASONS)[number]

export interface ViewsOptions {
  /** Whether `X-Forwarded-For` is the word of a proxy of one's own. */
  readonly trustProxy: boolean
  /** Told of each view that counts; `at` in milliseconds since the epoch. */
  readonly count: (slug: string, at: number) => void
  /** The time of day, in milliseconds since the epoch. */
  readonly now: () => number
}

/** Lines older than this, in milliseconds, tell of nothing that still counts. */
const TOO_OLD = 24 * 3_600_000

/** Finds among requests those by which a person reads a story, and counts them. */
export class Views {
  readonly #options: ViewsOptions
  readonly #readers = new Readers()
  counted = 0
  readonly leftOut: Record<Reason, number> = { robot: 0, prefetch: 0, embedded: 0, repeat: 0, crowd: 0 }

  constructor(options: ViewsOptions) {
    this.#options = options
  }

  /** Looks at a page that was sent, or that the client had. Only a story's has Markdown beside it. */
  sent({ method, headers, socket }: IncomingMessage, { status, markdown }: Page): void {
    if (markdown === null || status !== 200 || method !== 'GET') return
    const userAgent = headers['user-agent']
    if (userAgent === undefined || isRobot(userAgent)) return void this.leftOut.robot++
    const stray = strayOf(headers)
    if (stray !== null) return void this.leftOut[stray]++
    const forwarded = this.#options.trustProxy ? headers['x-forwarded-for'] : undefined
    const address = clientAddress(socket.remoteAddress ?? '', forwarded && String(forwarded))
    // `/world/space.md`
    const slug = markdown.slice(markdown.lastIndexOf('/') + 1, -'.md'.length)
    this.#enter({ address, userAgent, slug }, this.#options.now())
  }

  /**
   * Looks at a line of a log in the Combined Log Format, by the same rules.
   * @param storyAt the slug of the story at a path, or null
   */
  async logged(line: string, storyAt: (path: string) => Promise<string | null>): Promise<void> {
    const request = readLogLine(line)
    const now = this.#options.now()
    if (request === null || request.at < now - TOO_OLD) return
    const { address, at, method, target, status, userAgent } = request
    if (method !== 'GET' || (status !== 200 && status !== 304)) return
    const asked = readAddress(target)
    const slug = asked.type === 'page' ? await storyAt(asked.key) : null
    if (slug === null) return
    if (isRobot(userAgent)) return void this.leftOut.robot++
    this.#enter({ address, userAgent, slug }, now, Math.min(at, now))
  }

  #enter(reading: Reading, now: number, at = now): void {
    const known = this.#readers.enter(reading, now)
    if (known !== null) return void this.leftOut[known]++
    this.counted++
    this.#options.count(reading.slug, at)
  }
}
