import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** What git is doing to a working tree: nothing, writing files of it, or a series of such steps. */
export type GitWork = 'none' | 'writing' | 'series'

/** A lock that is older was left behind by a git that was killed; milliseconds. */
const STALE = 5 * 60_000

/** Where git keeps note of a series of commits that it applies one by one. */
const SERIES = ['rebase-merge', 'rebase-apply', 'sequencer']

/**
 * Tells what git is doing to the checkout that holds a folder. Whoever writes a working tree holds `index.lock` in the
 * git folder from before the first file until after the last.
 * @param log called once for each lock that was left behind, which is not waited for
 * @see https://git-scm.com/docs/api-lockfile
 */
export function followGitWork(folder: string, log: (error: Error) => void): () => GitWork {
  let reported = 0
  return () => {
    const gitFolder = findGitFolder(folder)
    if (gitFolder === null) return 'none'
    const lock = path.join(gitFolder, 'index.lock')
    const since = timeOf(lock)
    if (since !== undefined) {
      // A clock that was set back makes a lock of the future: as old a story.
      if (Math.abs(Date.now() - since) < STALE) return 'writing'
      if (since !== reported) log(new Error(`${lock} was left behind by a git that was killed. Delete it.`))
      reported = since
    }
    return SERIES.some((name) => existsSync(path.join(gitFolder, name))) ? 'series' : 'none'
  }
}

/** When a file was last written; undefined of one that is not there, or may not be looked at. */
function timeOf(file: string): number | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs
  } catch {
    return undefined
  }
}

/** The git folder of the innermost repository around a folder. A worktree or submodule has a file that names it. */
function findGitFolder(folder: string): string | null {
  try {
    for (let at = realpathSync(folder); ; at = path.dirname(at)) {
      const entry = path.join(at, '.git')
      const found = statSync(entry, { throwIfNoEntry: false })
      if (found?.isDirectory()) return entry
      if (found?.isFile()) return path.resolve(at, readFileSync(entry, 'utf8').replace(/^gitdir: |\n$/g, ''))
      if (at === path.dirname(at)) return null
    }
  } catch {
    // A folder that is gone, or that may not be looked into, is not one that git is seen to work on.
    return null
  }
}
