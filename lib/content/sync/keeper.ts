import { setTimeout as sleep } from 'node:timers/promises'
import { type Claim, claimCatalog } from '../catalog/claim.ts'
import { Connection, isDamage } from '../catalog/connection.ts'
import {
  catalogFile,
  emptyLog,
  FILLING,
  identityOf,
  KEEPING,
  openToWrite,
  removeCatalog,
  TIDYING,
} from '../catalog/database.ts'
import { DAY, RECENT_SPAN } from '../catalog/keys.ts'
import { realRoot } from '../source/files.ts'
import { Agenda } from './agenda.ts'
import type { Changes } from './changes.ts'
import { Chores } from './chores.ts'
import { Entering } from './entering.ts'
import type { Progress } from './filling.ts'
import { type Followed, History } from './history.ts'
import type { KeeperEvents, KeeperOptions, Published } from './keeping.ts'
import { startPolling } from './poll.ts'
import { Reported } from './reported.ts'
import { Retry } from './retry.ts'
import { Searchable } from './searchable.ts'
import { Sync } from './sync.ts'
import { type Watch, watchFolder } from './watch.ts'

/** How often to look whether a story is due, in milliseconds. */
const TICK = 250
/** How long the end of a first reading may wait for git to go through its history, in milliseconds. */
const HISTORY_PATIENCE = 20_000
/** Errors that are logged at a time; all of them are shown by the check. */
const MOST_REPORTED = 200

/** Keeps the catalog of one content folder: the only one that writes to it. All that it does, it does one after the other. */
export class Keeper {
  readonly #options: KeeperOptions
  readonly #events: KeeperEvents
  #claim: Claim | null = null
  #rows: Connection | null = null
  #sync: Sync | null = null
  #searchable: Searchable | null = null
  #identity: string | null = null
  #work: Promise<unknown> = Promise.resolve()
  #watch: Watch | undefined
  #ticking: NodeJS.Timeout | undefined
  readonly #history: History
  readonly #chores: Chores
  readonly #retry = new Retry(() => void this.renew(Date.now()))
  readonly #agenda = new Agenda()
  readonly #entering = new Entering()
  readonly #reported: Reported
  #stopPolling: () => Promise<void> = async () => {}
  #isFollowing = false
  #closed = false

  constructor(options: KeeperOptions, events: KeeperEvents) {
    this.#options = options
    this.#events = events
    this.#history = new History(options.root)
    this.#reported = new Reported(events.log)
    this.#chores = new Chores({
      enterWords: () => this.#enqueue(() => this.#safely(() => this.#enterSomeWords())).catch(() => false),
      tidy: () => this.#enqueue(() => this.#rows?.exec(TIDYING)).catch(() => {}),
    })
  }

  get #file(): string {
    const { dataDir } = this.#options
    this.#claim ??= claimCatalog(catalogFile(dataDir, this.#options))
    return this.#claim.file
  }

  /** Opens the catalog, brings it up to date, and keeps it so until `close`. The promise is kept when it is up to date. */
  async start(): Promise<void> {
    // Readers have what there is at once: what happens until the folder is watched is found by catching up.
    await this.#enqueue(() => this.#safely(() => {})).catch(() => {})
    this.#watch = await watchFolder(
      this.#options.root,
      (changes) => void this.#enqueue(() => this.#renew(changes, Date.now())).catch(() => {}),
      (error) => this.#events.log.warn(error.message),
    )
    this.#ticking = setInterval(() => this.#lookAtClock(Date.now()), TICK).unref()
    const { poll } = this.#options
    if (poll !== null)
      this.#stopPolling = startPolling({ every: poll, pull: () => this.publish(), log: this.#events.log })
    await this.#enqueue(() => this.#catchUp(Date.now())).catch(() => {})
  }

  /** Brings the catalog up to date with the whole folder. `now` in milliseconds since the epoch. */
  async renew(now: number): Promise<void> {
    await this.#enqueue(() => this.#catchUp(now)).catch(() => {})
  }

  /** Moves the clock: publishes what is due. */
  async tick(now: number): Promise<void> {
    await this.#enqueue(() => this.#tick(now))
  }

  /** Pulls the checkout and publishes what came. @throws {GitError} and {FolderError}; then nothing has changed */
  publish(): Promise<Published> {
    return this.#enqueue(async () => {
      const started = performance.now()
      const { from, to, changed } = await (await this.#history.checkout()).pull()
      const now = Date.now()
      const sync = this.#opened
      const renamed = this.#history.isNewTo(sync) ? null : await this.#history.renames(sync)
      this.#apply(sync.look(changed), now, started, this.#enterRenames(renamed, now))
      await this.#history.noteHead(sync)
      void this.#afterwards()
      const problems = sync.problemsOf(new Set(changed))
      return { from, commit: to, changed, problems, milliseconds: Math.round(performance.now() - started) }
    })
  }

  /** Makes the catalog anew: whoever reads it found it damaged. */
  async remake(): Promise<void> {
    await this.#enqueue(() => this.#safely(() => this.#remake('it is damaged')))
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    clearInterval(this.#ticking)
    this.#retry.stop()
    this.#chores.stop()
    await this.#stopPolling()
    await this.#watch?.close()
    await this.#work
    this.#rows?.close()
    this.#rows = null
    this.#sync = null
    this.#claim?.release()
  }

  /** Runs one piece of work after the other; what fails is logged, and tried again by and by as a whole. */
  #enqueue<T>(work: () => Promise<T> | T): Promise<T> {
    const done = this.#work.then(work)
    this.#work = done.catch(() => {})
    return done
  }

  get #opened(): Sync {
    if (this.#sync === null) throw new Error('the catalog is not open')
    return this.#sync
  }

  #open(): void {
    const { root, drafts } = this.#options
    this.#rows?.close()
    this.#sync = null
    const { database, remade } = openToWrite(this.#file, { root, drafts })
    if (remade !== null) this.#events.log.info(`The catalog ${this.#file} is made anew: ${remade}.`)
    this.#rows = new Connection(database)
    this.#sync = new Sync(this.#rows, { root, drafts })
    this.#searchable = new Searchable(this.#rows)
    this.#identity = identityOf(this.#file)
    this.#events.opened(this.#file, this.#sync.complete)
  }

  /** Brings the catalog up to date with whatever happened while nobody looked. */
  async #catchUp(now: number): Promise<void> {
    await this.#safely(async () => {
      const sync = this.#opened
      if (sync.complete) this.#apply(await this.#history.missed(sync), now, performance.now())
      else await Promise.all([this.#fill(now), this.#recall(sync, now)])
      await this.#history.find()
      await this.#history.noteHead(sync)
      this.#tick(now)
    })
    void this.#afterwards()
    this.#later()
  }

  async #fill(now: number): Promise<void> {
    const started = performance.now()
    const sync = this.#opened
    let told = 0
    this.#rows?.exec(FILLING)
    const searchable = this.#searchable
    const progress: Progress = (done, total) => this.#events.progress(done, total)
    for await (const words of sync.fill(now, progress, () => searchable?.wording() ?? null)) {
      if (this.#closed) return
      // Whoever reads meanwhile sees more every second.
      if (performance.now() - told > 1000) {
        this.#tell(null, started)
        told = performance.now()
      }
      searchable?.enterTaken(words)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    this.#rows?.exec(`${KEEPING} ${TIDYING}`)
    this.#events.opened(this.#file, true)
    this.#tell(null, started)
    this.#report()
  }

  #renew(paths: ReadonlySet<string> | null, now: number): Promise<void> {
    return this.#safely(async () => {
      const started = performance.now()
      const sync = this.#opened
      if (!sync.complete) return this.#fill(now)
      // A folder whose site.yaml is gone is on its way out or in: what was published stays until it is whole.
      realRoot(this.#options.root)
      this.#apply(paths === null ? sync.scan() : sync.look(paths), now, started)
      await this.#history.noteHead(sync)
      void this.#followRenames()
      this.#later()
    })
  }

  /** @param more keys of what has changed beside the files */
  #apply(changes: Changes, now: number, started: number, more: ReadonlySet<string> = new Set()): void {
    const sync = this.#opened
    const keys = changes.size === 0 ? more : sync.apply(changes, now).union(more)
    if (keys.size > 0) this.#tell(keys, started)
    if (changes.size > 0) this.#report()
    this.#agenda.plan(this.#opened, keys)
  }

  #tell(keys: ReadonlySet<string> | null, started: number | null): void {
    const revision = Number(this.#opened.meta('revision'))
    const milliseconds = started === null ? null : Math.round(performance.now() - started)
    this.#events.changed({ keys, revision, milliseconds })
    // Afterwards: those who read the old state may have to end first.
    if (this.#rows !== null) emptyLog(this.#rows, this.#file)
  }

  /** Works on the catalog; when that fails, nothing has changed, and all is tried again later. */
  async #safely<T>(work: () => Promise<T> | T): Promise<T> {
    try {
      if (this.#sync === null) this.#open()
      else if (identityOf(this.#file) !== this.#identity) this.#remake('its file was removed or replaced')
      const result = await work()
      this.#retry.reset()
      return result
    } catch (error) {
      this.#events.log.error(`content: ${this.#explain(error as Error)} What was published stays; it is tried again.`)
      if (!this.#closed) this.#retry.later()
      if (isDamage(error)) this.#remake(`it is damaged (${(error as Error).message})`)
      throw error
    }
  }

  #explain(error: Error & { errcode?: number }): string {
    if (error.errcode === undefined || isDamage(error)) return error.message
    const { dataDir } = this.#options
    return `The catalog in ${dataDir} cannot be kept: ${error.message}. Make room there, and let the site write to it.`
  }

  #remake(why: string): void {
    this.#events.log.warn(`The catalog ${this.#file} cannot go on: ${why}.`)
    this.#rows?.close()
    removeCatalog(this.#file)
    this.#open()
    void this.#enqueue(() => this.#catchUp(Date.now())).catch(() => {})
  }

  /** Goes through the history while the folder is read; one that takes longer than that comes afterwards. */
  async #recall(sync: Sync, now: number): Promise<void> {
    const late = new AbortController()
    const found = await Promise.race([
      this.#history
        .find()
        .then(() => this.#history.renames(sync))
        .catch(() => null),
      sleep(HISTORY_PATIENCE, null, { signal: late.signal, ref: false }).catch(() => null),
    ])
    late.abort()
    if (!this.#closed && this.#sync === sync) this.#enterRenames(found, now)
  }

  /** Finds out about the checkout what nobody waits for. */
  async #afterwards(): Promise<void> {
    await this.#noteCleanCommit()
    await this.#followRenames()
  }

  /** Remembers the commit for a warm start to trust, if the work tree is clean and stays as it is while that is found out. */
  async #noteCleanCommit(): Promise<void> {
    const revision = this.#sync?.meta('revision')
    const commit = await this.#history.cleanCommit()
    if (commit === null) return
    await this.#enqueue(() => {
      if (this.#sync?.meta('revision') === revision) this.#sync?.setMeta('commit', commit)
    }).catch(() => {})
  }

  /** Finds which files were renamed since that was last found out. */
  async #followRenames(): Promise<void> {
    if (this.#isFollowing) return
    this.#isFollowing = true
    try {
      while (!this.#closed && this.#sync !== null) {
        const started = performance.now()
        const found = await this.#history.renames(this.#sync)
        if (found === null) break
        await this.#enqueue(() => {
          const keys = this.#closed ? new Set<string>() : this.#enterRenames(found, Date.now())
          if (keys.size > 0) this.#tell(keys, started)
        })
      }
    } catch (error) {
      this.#events.log.warn(`content: renamed files are not followed: ${(error as Error).message}`)
    } finally {
      this.#isFollowing = false
    }
  }

  /** @returns the keys of what has changed */
  #enterRenames(found: Followed | null, now: number): Set<string> {
    // Others may have come first.
    if (found === null || this.#opened.meta('renamed') !== found.since) return new Set()
    const keys = found.renames.length === 0 ? new Set<string>() : this.#opened.rename(found.renames, now)
    this.#opened.setMeta('renamed', found.commit)
    return keys
  }

  #report(): void {
    this.#reported.report(this.#opened.errorLines(MOST_REPORTED))
  }

  #lookAtClock(now: number): void {
    const { newDay, due } = this.#agenda.come(now)
    if (newDay) void this.#enqueue(() => this.#tell(new Set([DAY]), performance.now())).catch(() => {})
    if (due) void this.#enqueue(() => this.#safely(() => this.#tick(now))).catch(() => {})
  }

  #tick(now: number): void {
    const started = performance.now()
    const keys = this.#opened.tick(now, RECENT_SPAN)
    if (keys.size > 0) {
      this.#tell(keys, started)
      this.#later()
    }
    this.#agenda.plan(this.#opened, keys)
  }

  #later(): void {
    if (!this.#closed) this.#chores.later()
  }

  /** @returns whether there are more */
  #enterSomeWords(): boolean {
    if (this.#closed || this.#searchable === null) return false
    const { more, keys } = this.#entering.enter(this.#searchable)
    if (keys !== null) this.#tell(keys, null)
    else if (this.#rows !== null) emptyLog(this.#rows, this.#file)
    return more
  }
}
