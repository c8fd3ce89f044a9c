import { setTimeout as sleep } from 'node:timers/promises'
import type { Checkout, Upstream } from './git.ts'
import { complaint, type Ended, GitError, runGit } from './git-process.ts'

/** From which commit to which a checkout went, and which content files differ. Equal ones: there was nothing new. */
export interface Pulled {
  /** The commit before; all zeros, as git's own hooks have it, where there was none. */
  readonly from: string
  readonly to: string
  readonly changed: readonly string[]
}

const NO_COMMIT = '0'.repeat(40)

/**
 * What was fetched, under a name of our own: `FETCH_HEAD` is anybody's, and a new branch has no tracking one yet.
 */
const FETCHED = 'refs/broadsheet/upstream'

/** Limits in milliseconds: to fetch, to write the files, and to wait for another git to finish. */
const FETCH_LIMIT = 120_000
const WRITE_LIMIT = 600_000
const LOCK_LIMIT = 5_000
const LOCK_TICK = 50

/** Whether git failed because another one holds a lock, or was killed and left it. */
const isLocked = ({ stderr }: Ended): boolean => /\.lock'?: File exists|cannot lock ref/.test(stderr)

/** @see Checkout.pull */
export async function pull(checkout: Checkout, signal?: AbortSignal): Promise<Pulled> {
  const upstream = await checkout.upstream()
  if (upstream === null)
    throw new GitError(
      'no-upstream',
      `What is checked out in ${checkout.folder} follows no branch. Check one out, and run ` +
        '"git branch --set-upstream-to origin/<branch>" there.',
    )
  await retryLocked(checkout, () => fetchUpstream(checkout, upstream, signal))
  const [from, to] = await Promise.all([commitOf(checkout, 'HEAD'), commitOf(checkout, FETCHED)])
  if (to === null) throw new GitError('no-upstream', `${shown(upstream)} has no commit. Push one.`)
  if (from === to) return { from: to, to, changed: [] }
  if (from !== null && !(await isAncestor(checkout, from, to))) {
    if (await isAncestor(checkout, to, from)) return { from, to: from, changed: [] }
    throw new GitError(
      'conflict',
      `${checkout.folder} cannot be fast-forwarded to ${shown(upstream)}: it has commits of its own, or that branch was ` +
        `rewritten. Push or drop its commits, or take that branch as it is: "git reset --hard ${to}".`,
    )
  }
  await retryLocked(checkout, () => fastForward(checkout, to))
  const changed = (from && (await checkout.changedSince(from))?.keys()) ?? (await checkout.files())
  return { from: from ?? NO_COMMIT, to, changed: [...changed] }
}

async function fetchUpstream(checkout: Checkout, { remote, ref }: Upstream, signal?: AbortSignal): Promise<void> {
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head']
  const args = ['fetch', ...options, '--', remote, `+${ref}:${FETCHED}`]
  const fetched = await runGit(checkout.folder, args, { limit: FETCH_LIMIT, signal })
  if (fetched.code === 0) return
  if (isLocked(fetched)) throw new Locked(fetched)
  if (fetched.stderr.includes("couldn't find remote ref"))
    throw new GitError('no-upstream', `${shown({ remote, ref })} is not there any more. Set another upstream branch.`)
  throw new GitError(
    'network',
    `${shown({ remote, ref })} cannot be fetched: ${complaint(fetched)}. Run "git fetch" in ${checkout.folder} as the ` +
      'user that the site runs as.',
  )
}

/** Writes all files or, where a local change is in the way, none; a write that has begun is not broken off. */
async function fastForward(checkout: Checkout, to: string): Promise<void> {
  const args = ['merge', '--ff-only', '--no-stat', '--quiet', to]
  const merged = await runGit(checkout.folder, args, { limit: WRITE_LIMIT })
  if (merged.code === 0) return
  if (isLocked(merged)) throw new Locked(merged)
  throw new GitError(
    'conflict',
    `${checkout.folder} cannot be brought up to date: ${complaint(merged)}. Commit, stash or remove what is in the way.`,
  )
}

/** Another git is at work here: thrown to be tried again. */
class Locked extends Error {
  constructor(ended: Ended) {
    super(complaint(ended))
  }
}

async function retryLocked(checkout: Checkout, attempt: () => Promise<void>): Promise<void> {
  const end = performance.now() + LOCK_LIMIT
  while (true) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      const lock = /'([^']+\.lock)'/.exec(error.message)?.[1] ?? 'its lock'
      const advice = `If none runs, one was killed: delete ${lock}.`
      if (performance.now() > end) throw new GitError('busy', `Another git works in ${checkout.folder}. ${advice}`)
      await sleep(LOCK_TICK)
    }
  }
}

async function commitOf({ folder }: Checkout, name: string): Promise<string | null> {
  const found = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  return found.code === 0 ? found.stdout.trim() : null
}

const isAncestor = async ({ folder }: Checkout, older: string, newer: string): Promise<boolean> =>
  (await runGit(folder, ['merge-base', '--is-ancestor', older, newer])).code === 0

const shown = ({ remote, ref }: Upstream): string => `${ref.replace(/^refs\/heads\//, '')} of ${remote}`
