import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { getNewsletterPlans, type NewsletterPlan } from '../../content/queries/newsletters.ts'
import type { Log } from '../../content/sync/log.ts'
import type { Newsletters } from '../open.ts'
import type { NewsletterSettings } from '../settings.ts'
import type { Repository } from '../store/repository.ts'
import { Chores } from './chores.ts'
import { Every } from './every.ts'
import { type Figures, readFigures } from './figures.ts'
import { IssueRounds } from './issues.ts'
import { Letters } from './letters.ts'
import { SenderThread } from './thread.ts'
import { type Trouble, Troubles } from './troubles.ts'

export interface PressroomOptions {
  readonly settings: NewsletterSettings
  /** Opens what is kept. Asked again only when it could not be opened. */
  readonly open: () => Promise<Newsletters>
  readonly log: Log
  /** What issues are made from, and who is told of them; null where none are made. */
  readonly issues: {
    /** See `Store`: `ready` when all content has been read, and another `revision` with each change. */
    readonly content: { readonly ready: boolean; readonly revision: number }
    /** Told when pages about issues of these newsletters are others than before. */
    readonly onMade: (newsletters: readonly string[]) => void
  } | null
}

/** How often to look whether there is something to do, in milliseconds. */
const TICK = 1000

/** How often to ask the store what waits in it, and whether another process has made an issue; milliseconds. */
const ASK_EVERY = 5000
const REVISION_EVERY = 3000

/** How long a store that could not be reached is left alone, in milliseconds. */
const REOPEN_EVERY = 10_000

/**
 * Sends newsletters: letters as soon as somebody asks for something, issues by their schedules. What it does each second
 * is a comparison of numbers, and now and then a question to the store; everything that takes time is done in a thread.
 * Several processes on one store need know nothing of each other.
 */
export class Pressroom {
  readonly #options: PressroomOptions
  readonly #troubles: Troubles
  readonly #thread: SenderThread
  readonly #letters: Letters
  readonly #issues: IssueRounds
  readonly #chores = new Chores()
  readonly #asking = new Every(ASK_EVERY)
  readonly #comparing = new Every(REVISION_EVERY)
  readonly #opening = new Every(REOPEN_EVERY)
  #newsletters: Promise<Newsletters> | null = null
  #repository: Repository | null = null
  #known: { readonly revision: number; readonly plans: readonly NewsletterPlan[] } | null = null
  #revision: number | null = null
  #isFailing = false
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | null = null

  constructor(options: PressroomOptions) {
    const { settings, log, issues } = options
    const holder = randomUUID()
    this.#options = options
    this.#troubles = new Troubles(log)
    this.#thread = new SenderThread(async () => ({ settings, key: (await this.#opened()).key, holder }), {
      log,
      made: (newsletter) => issues?.onMade([newsletter]),
      trouble: (line) => this.#troubles.note('mail', line),
    })
    this.#letters = new Letters(this.#thread, this.#troubles)
    const { issueMaxAge: maxAge } = settings
    this.#issues = new IssueRounds({ thread: this.#thread, troubles: this.#troubles, log, holder, maxAge })
  }

  /** Looks after everything by the system's clock, until it is closed. */
  start(): this {
    this.#timer = setInterval(() => void this.look(Date.now()), TICK).unref()
    return this
  }

  /** Says that somebody has asked for something. */
  wake(): void {
    this.#letters.wake()
  }

  /** What keeps newsletters from being made or sent. */
  get troubles(): readonly Trouble[] {
    return this.#troubles.all
  }

  /** Whether the thread that sends is there. */
  get isSending(): boolean {
    return this.#thread.isThere
  }

  /** Numbers for monitoring; null as long as nothing was ever kept. @throws when the store cannot be reached */
  async figures(): Promise<Figures | null> {
    if (this.#repository !== null)
      return readFigures(this.#repository, this.#known?.plans.map(({ slug }) => slug) ?? [])
    if (this.#troubles.all.length > 0) throw new Error('what is kept has not been opened')
    return null
  }

  /** Does what there is to do. Never throws. @param now milliseconds since the epoch */
  look(now: number): Promise<void> {
    this.#looking ??= this.#look(now).finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #look(now: number): Promise<void> {
    try {
      const plans = await this.#plans()
      const repository = await this.#open(plans, now)
      if (repository === null) return
      const { issues } = this.#options
      if (issues?.content.ready) await this.#issues.lookAtSchedules(plans, repository, now)
      if (issues !== null && this.#comparing.isDue(now)) await this.#compare(plans, repository)
      await this.#chores.look(repository, now)
      // One that failed is good again when it has answered, not because nothing was asked of it.
      if (this.#asking.isDue(now) || this.#isFailing) {
        if (issues !== null) await this.#issues.lookAtSending(repository, now)
        await this.#letters.look(repository.desk, now)
      }
      this.#isFailing = false
      this.#troubles.note('store', null)
    } catch (error) {
      this.#isFailing = true
      this.#troubles.note('store', `What is kept cannot be read, and is tried again: ${(error as Error).message}`)
    }
  }

  /** The newsletters as they are; none until all content has been read, as those that are missing may only be late. */
  async #plans(): Promise<readonly NewsletterPlan[]> {
    const content = this.#options.issues?.content
    if (!content?.ready) return this.#known?.plans ?? []
    const { revision } = content
    if (this.#known?.revision !== revision) this.#known = { revision, plans: await getNewsletterPlans() }
    return this.#known.plans
  }

  /** What is kept; null as long as there is nothing to keep, or it was not to be reached a moment ago. */
  async #open(plans: readonly NewsletterPlan[], now: number): Promise<Repository | null> {
    if (this.#repository !== null) return this.#repository
    const { settings, issues } = this.#options
    const isThere = settings.databaseUrl !== null || existsSync(/* turbopackIgnore: true */ settings.file)
    // In a process that makes no issues something is kept only once somebody has asked for it.
    if (issues !== null && plans.length === 0 && !isThere) return null
    if (!this.#opening.isDue(now)) return null
    this.#repository = (await this.#opened()).repository
    return this.#repository
  }

  #opened(): Promise<Newsletters> {
    this.#newsletters ??= this.#options.open().catch((error: Error) => {
      this.#newsletters = null
      throw error
    })
    return this.#newsletters
  }

  /** Finds issues that other processes have made. */
  async #compare(plans: readonly NewsletterPlan[], { issues }: Repository): Promise<void> {
    const revision = await issues.revision()
    if (this.#revision !== null && revision !== this.#revision)
      this.#options.issues?.onMade(plans.map(({ slug }) => slug))
    this.#revision = revision
  }

  /** Does no more; what is on its way to the mail server is finished, or given up after some milliseconds. */
  async close(within: number): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
    await this.#thread.close(within)
  }
}
