import type { GitWork } from './git-work.ts'

/** What changed in one go, as paths in the folder; null when everything may have. */
export type Changes = ReadonlySet<string> | null

/** The longest that a burst is held while changes keep coming, unless git is at work; milliseconds. */
const LONGEST = 2_000

/** How often to look whether git has finished. */
const GIT_TICK = 10

/** Between two commits of a series git may write nothing for a while; and a series may wait for a person for days. */
const SERIES_QUIET = 1_000
const SERIES_LONGEST = 30_000
const SERIES_TICK = 50

/** After git has let go of the index, all it wrote has been told of: only the queue has to be read. */
const SETTLED = 15

/** How long nothing may happen before a burst counts as over: a save is short, a copied folder has pauses. */
function quietAfter(changes: number): number {
  if (changes <= 2) return SETTLED
  return changes <= 20 ? 50 : 120
}

/** Gathers changes, and reports them together once they have stopped coming. */
export class Burst {
  readonly #gitWork: () => GitWork
  readonly #report: (changes: Changes) => void
  #paths = new Set<string>()
  #everything = false
  #first = 0
  #last = 0
  #gitWrote = false
  #timer: NodeJS.Timeout | null = null

  constructor(gitWork: () => GitWork, report: (changes: Changes) => void) {
    this.#gitWork = gitWork
    this.#report = report
  }

  /** Adds a path that may have changed, or null for all of them. */
  note(path: string | null): void {
    this.#last = performance.now()
    if (path === null) this.#everything = true
    else this.#paths.add(path)
    if (this.#timer !== null) return
    this.#first = this.#last
    this.#wait(SETTLED)
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, milliseconds))
  }

  #tick(): void {
    const work = this.#gitWork()
    const now = performance.now()
    if (work === 'writing') {
      this.#gitWrote = true
      this.#last = now
      this.#wait(GIT_TICK)
    } else if (work === 'series') {
      const end = Math.min(this.#last + SERIES_QUIET, this.#first + SERIES_LONGEST)
      if (end > now) this.#wait(Math.min(end - now, SERIES_TICK))
      else this.#end()
    } else {
      const quiet = this.#last + (this.#gitWrote ? SETTLED : quietAfter(this.#paths.size))
      const end = this.#gitWrote ? quiet : Math.min(quiet, this.#first + LONGEST)
      if (end > now) this.#wait(end - now)
      else this.#endUnlessMore()
    }
  }

  /** A busy thread runs timers before it reads what happened meanwhile: that is read, and looked at, within two turns. */
  #endUnlessMore(): void {
    const last = this.#last
    const look = () => {
      if (this.#timer === null) return
      const over = this.#last === last || this.#last - this.#first > LONGEST
      if (over && this.#gitWork() === 'none') this.#end()
      else this.#tick()
    }
    setImmediate(() => setImmediate(look))
  }

  #end(): void {
    const changes = this.#everything ? null : this.#paths
    this.#timer = null
    this.#paths = new Set()
    this.#everything = false
    this.#gitWrote = false
    this.#report(changes)
  }
}
