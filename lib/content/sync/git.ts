import { isContentPath } from '../source/files.ts'
import { type Ended, GitError, runGit } from './git-process.ts'
import { type Pulled, pull } from './pull.ts'

/** What became of a file between two commits. */
type FileChange = 'changed' | 'gone'

/** The branch that a checkout follows, as its remote names it: `refs/heads/main` of `origin`. */
export interface Upstream {
  readonly remote: string
  readonly ref: string
}

/**
 * The git repository that holds a content folder, and that folder in it. Paths are relative to the content folder, and
 * of content only. Nothing is remembered: each call asks git.
 */
export class Checkout {
  readonly folder: string
  /** Where the content folder is in the repository: empty, or with a `/` at its end. */
  readonly prefix: string
  constructor(folder: string, prefix: string) {
    this.folder = folder
    this.prefix = prefix
  }

  /** The commit that is checked out and its time in ISO 8601; null in a repository with none. */
  async head(): Promise<{ commit: string; time: string } | null> {
    const { code, stdout } = await runGit(this.folder, ['rev-list', '-1', '--timestamp', 'HEAD', '--'])
    const [seconds, commit] = stdout.trim().split(' ')
    if (code !== 0 || commit === undefined) return null
    return { commit, time: new Date(Number(seconds) * 1000).toISOString() }
  }

  /** The branch that the current one follows; null when it follows none, or no branch is checked out. */
  async upstream(): Promise<Upstream | null> {
    const branch = await runGit(this.folder, ['symbolic-ref', '--quiet', '--short', 'HEAD'])
    if (branch.code !== 0) return null
    const name = `branch.${branch.stdout.trim()}`
    const [remote, merge] = await Promise.all(
      ['remote', 'merge'].map((key) => runGit(this.folder, ['config', '--get', `${name}.${key}`])),
    )
    if (remote?.code !== 0 || merge?.code !== 0) return null
    return { remote: remote.stdout.trim(), ref: merge.stdout.trim() }
  }

  /**
   * Whether the content folder is as the commit has it: no file is changed, new or gone, and none is there that git
   * was told to ignore, since no commit tells of changes to that.
   */
  async isClean(): Promise<boolean> {
    const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=normal', '--ignored=traditional']
    const status = await runGit(this.folder, [...args, '--ignore-submodules=none', '--', '.'])
    if (status.code !== 0) return false
    return !fields(status.stdout).some((entry) => {
      const file = entry.slice(3)
      return !file.startsWith(this.prefix) || isContentPath(file.slice(this.prefix.length).replace(/\/$/, ''))
    })
  }

  /**
   * What differs between a commit and the one that is checked out; a renamed file is one gone and one changed. Null when
   * that commit is not known here, or a submodule has moved: then only looking at every file tells.
   */
  async changedSince(commit: string): Promise<Map<string, FileChange> | null> {
    if (!COMMIT.test(commit)) return null
    const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--relative', commit, 'HEAD', '--', '.']
    const diff = await runGit(this.folder, args)
    if (diff.code !== 0) return null
    const changes = new Map<string, FileChange>()
    const found = fields(diff.stdout)
    for (let at = 0; at + 1 < found.length; at += 2) {
      const [oldMode, newMode] = found[at]?.slice(1).split(' ') ?? []
      const file = found[at + 1] ?? ''
      if (!isContentPath(file)) continue
      if (oldMode === SUBMODULE || newMode === SUBMODULE) return null
      changes.set(file, newMode === NOTHING ? 'gone' : 'changed')
    }
    return changes
  }

  /**
   * The files that were renamed since a commit, or ever, in that order: their paths before and after.
   * @param since a commit; with null, or one that is not known here, all of the history is gone through, which takes long
   * @see https://git-scm.com/docs/git-log (`--diff-filter`, `-M`)
   */
  async renames(since: string | null): Promise<(readonly [from: string, to: string])[]> {
    const range = since !== null && COMMIT.test(since) ? `${since}..HEAD` : 'HEAD'
    const options = ['--reverse', '--format=', '--name-status', '-z', '-M', '--diff-filter=R', '--relative']
    const log = await runGit(this.folder, ['log', ...options, range, '--', '.'], { limit: HISTORY_LIMIT })
    if (log.code !== 0) return range === 'HEAD' ? [] : this.renames(null)
    const parts = fields(log.stdout)
    const found: [string, string][] = []
    for (let at = 0; at + 2 < parts.length; at++) {
      if (!/^\n*R\d+$/.test(parts[at] ?? '')) continue
      found.push([parts[at + 1] ?? '', parts[at + 2] ?? ''])
      at += 2
    }
    return found.filter((paths) => paths.every(isContentPath))
  }

  /** Every content file of the commit that is checked out. */
  async files(): Promise<string[]> {
    const { stdout } = await runGit(this.folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', '.'])
    return fields(stdout).filter(isContentPath)
  }

  /**
   * Fetches the branch that the current one follows, and fast-forwards to it. A failure changes nothing in the folder.
   * @throws {GitError} with its code; the reason of `signal` when that is aborted while fetching
   */
  pull(signal?: AbortSignal): Promise<Pulled> {
    return pull(this, signal)
  }
}

const COMMIT = /^([0-9a-f]{40}|[0-9a-f]{64})$/

/** What git may take to go through a long history, in milliseconds; nobody waits for it. */
const HISTORY_LIMIT = 600_000

/** Modes of entries in a tree. @see https://git-scm.com/docs/diff-format */
const SUBMODULE = '160000'
const NOTHING = '000000'

/** The parts of what git writes with `-z`. */
const fields = (output: string): string[] => output.split('\0').slice(0, -1)

/**
 * The repository that holds a content folder, which may be a folder in it. Null when there is none, or no git to ask,
 * or one that knows nothing of the folder: a repository around a folder that it ignores is not that folder's.
 * @throws {GitError} `not-a-checkout` when git refuses a repository, as one of another user
 */
export async function findCheckout(folder: string): Promise<Checkout | null> {
  const found = await runGit(folder, ['rev-parse', '--show-prefix']).catch(noGit)
  if (found.code !== 0) {
    if (!found.stderr.includes('dubious ownership')) return null
    const advice = `Run "git config --global --add safe.directory ${folder}" as the user that the site runs as.`
    throw new GitError('not-a-checkout', `git refuses ${folder}, which belongs to another user. ${advice}`)
  }
  const checkout = new Checkout(folder, found.stdout.replace(/\n$/, ''))
  const known = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD:./'])
  if (known.code === 0) return checkout
  return checkout.prefix === '' && (await checkout.head()) === null ? checkout : null
}

function noGit(error: unknown): Ended {
  if (error instanceof GitError) return { code: 1, stdout: '', stderr: '' }
  throw error
}
