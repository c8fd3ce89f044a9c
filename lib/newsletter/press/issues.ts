import type { NewsletterPlan } from '../../content/queries/newsletters.ts'
import type { Log } from '../../content/sync/log.ts'
import type { Issue } from '../model.ts'
import type { Repository } from '../store/repository.ts'
import { Agenda, type Due } from './agenda.ts'
import { composeAt } from './composing.ts'
import { readImprint } from './imprint.ts'
import { LEASE, leaseOf } from './lease.ts'
import type { IssueJob } from './messages.ts'
import type { SenderThread } from './thread.ts'
import type { Troubles } from './troubles.ts'

/** How long to leave an issue alone that is another process's, whose sending broke off, or that cannot be made; milliseconds. */
const BUSY = 5000
const BROKEN = 15_000
const FAILED = 60_000

const HOUR = 3_600_000

export interface IssuesOptions {
  readonly thread: SenderThread
  readonly troubles: Troubles
  readonly log: Log
  /** Names this process, for leases. */
  readonly holder: string
  /** Milliseconds after which an issue that was missed is not sent any more. */
  readonly maxAge: number
}

/** Has issues made when they are due, and sent until nobody waits for them. */
export class IssueRounds {
  readonly #options: IssuesOptions
  readonly #agenda: Agenda
  readonly #running = new Set<string>()
  /** When an issue may be tried again, by its lease; milliseconds since the epoch. */
  readonly #notBefore = new Map<string, number>()

  constructor(options: IssuesOptions) {
    this.#options = options
    this.#agenda = new Agenda(options.maxAge)
  }

  /** Begins what is due by the schedules. @param now milliseconds since the epoch */
  async lookAtSchedules(plans: readonly NewsletterPlan[], repository: Repository, now: number): Promise<void> {
    for (const due of await this.#agenda.look(plans, repository.issues, now)) {
      const { newsletter, verdict } = due
      const what = `issue:${newsletter}`
      try {
        if (verdict === 'skip') await this.#skip(due, repository, now)
        else await this.#make(due, repository, now)
        this.#options.troubles.note(what, null)
      } catch (error) {
        this.#notBefore.set(nameOf(due), now + FAILED)
        const message = `The issue of ${newsletter} for ${due.slot.date} cannot be made, and is tried again each minute: ${(error as Error).message}`
        this.#options.troubles.note(what, message, newsletter)
      }
    }
  }

  /** Goes on with what another process, or an earlier one, has left. @param now milliseconds since the epoch */
  async lookAtSending({ issues, leases }: Repository, now: number): Promise<void> {
    for (const issue of await issues.sending()) {
      if (!this.#isFree(leaseOf(issue), now)) continue
      const due = await issues.due(issue.id)
      if (due !== null && due > now) continue
      if (await this.#claim(issue, leases, now))
        this.#run({ newsletter: issue.newsletter, date: issue.date, made: null }, leases)
    }
  }

  async #skip({ newsletter, slot, isNew }: Due, { issues }: Repository, now: number): Promise<void> {
    const { log, maxAge } = this.#options
    const record = { newsletter, date: slot.date, slot: slot.at, state: 'skipped', revision: null, built: now } as const
    if ((await issues.create({ ...record, content: null })) === null) return
    if (isNew) log.info(`newsletter: ${newsletter} is new; its first issue comes with its next slot.`)
    else if (now - slot.at <= maxAge)
      log.info(`newsletter: ${newsletter} has another schedule; the issue for ${slot.date} is left out.`)
    else
      log.warn(
        `newsletter: the issue of ${newsletter} for ${slot.date} is left out, ${Math.floor((now - slot.at) / HOUR)} hours late (ISSUE_MAX_AGE_HOURS).`,
      )
  }

  async #make(due: Due, { issues, leases }: Repository, now: number): Promise<void> {
    const { newsletter, slot } = due
    const job = { newsletter, date: slot.date }
    if (!this.#isFree(nameOf(due), now) || !(await this.#claim(job, leases, now))) return
    try {
      const made = await composeAt(newsletter, slot, issues, now)
      if (made.state === 'sending') return this.#run({ ...job, made }, leases)
      await issues.create(made)
      this.#options.log.info(`newsletter: nothing is new for ${newsletter} of ${slot.date}; no issue is sent.`)
    } catch (error) {
      await leases.release(leaseOf(job), this.#options.holder)
      throw error
    }
    await leases.release(leaseOf(job), this.#options.holder)
  }

  #isFree(name: string, now: number): boolean {
    // A wait that seems longer than any is one from before the clock was set back.
    const wait = (this.#notBefore.get(name) ?? now) - now
    return !this.#running.has(name) && (wait <= 0 || wait > FAILED)
  }

  async #claim(issue: Pick<Issue, 'newsletter' | 'date'>, leases: Repository['leases'], now: number): Promise<boolean> {
    const name = leaseOf(issue)
    const real = Date.now()
    const isMine = await leases.take(name, this.#options.holder, real, real + LEASE)
    if (!isMine) this.#notBefore.set(name, now + BUSY)
    return isMine
  }

  /** Has the thread do it; what comes of it is found at the next look. */
  #run(job: IssueJob, leases: Repository['leases']): void {
    const name = leaseOf(job)
    const { thread, log, holder } = this.#options
    this.#running.add(name)
    const work = async () => {
      try {
        await thread.issue(job, await readImprint())
        this.#notBefore.delete(name)
      } catch (error) {
        this.#notBefore.set(name, Date.now() + BROKEN)
        if (!thread.isClosing)
          log.error(`newsletter: sending ${name} broke off, and goes on soon: ${(error as Error).message}`)
        await leases.release(name, holder).catch(() => {})
      } finally {
        this.#running.delete(name)
      }
    }
    void work()
  }
}

const nameOf = ({ newsletter, slot }: Due): string => leaseOf({ newsletter, date: slot.date })
