import { statSync, type watch } from 'node:fs'
import { Burst, type Changes } from './burst.ts'
import { followGitWork } from './git-work.ts'
import { watchByListing } from './watch-by-listing.ts'
import { ROOT, WatchedTree } from './watched-tree.ts'

/** How often to look whether the folder is still the same one, and whether what could not be read can be; milliseconds. */
const LOOK = 250

/** How often to list the folder where it cannot be watched. */
const LIST = 3_000

/** A folder under watch. */
export interface Watch {
  close(): Promise<void>
}

/**
 * Reports what changes in a content folder, a burst at a time, from when the promise is kept.
 *
 * A burst is a set of paths in the folder, with `/` between their parts, each of which may have changed, come or gone;
 * some may never have been there. One with a `/` at its end is a folder: everything that was or is below it may have
 * changed. Null says that anything may have: the folder was replaced, came back, or more happened than can be told.
 * Only content is reported. Symbolic links in the folder are reported whenever something near them changes.
 *
 * A burst is over when nothing has happened for 15 to 120 ms, by how much has changed, or after 2 s; but while git
 * writes the working tree that holds the folder it goes on, so that a pull is one burst.
 *
 * A folder that is not there, also behind a symbolic link that is set to another one, is waited for. Where the system
 * allows no more watches the folder is listed every few seconds instead.
 * @param onError told, once each, what is wrong and what to do; the watch goes on
 * @param watchOne what watches one folder
 */
export async function watchFolder(
  root: string,
  onBurst: (changes: Changes) => void,
  onError: (error: Error) => void,
  watchOne?: typeof watch,
): Promise<Watch> {
  // Of a folder that is being removed, every file is told of as gone: that is no news to publish.
  const report = (changes: Changes) => {
    if (identify(root) !== null) onBurst(changes)
  }
  const burst = new Burst(followGitWork(root, onError), report)
  let identity = identify(root)
  let missed = 0
  let stopListing: (() => void) | null = null

  const open = (): WatchedTree => new WatchedTree(root, listener, watchOne)
  const reopen = () => {
    if (stopListing !== null) return
    tree.close()
    tree = open()
    burst.note(null)
  }
  const listener = {
    changed: (path: string) => {
      if (path !== ROOT) burst.note(path)
      else if (!look()) burst.note(null)
    },
    lost: reopen,
    failed: onError,
    exhausted: () => {
      onError(
        new Error(
          `${root} cannot be watched, so it is listed every few seconds: the system allows no more watches. ` +
            'Raise fs.inotify.max_user_watches and fs.inotify.max_user_instances, and start the site again.',
        ),
      )
      stopListing = watchByListing(root, LIST, () => burst.note(null))
    },
  }
  /** Whether the folder is another one now, or gone. */
  const look = (): boolean => {
    const found = identify(root)
    if (found === null && ++missed === 2)
      onError(new Error(`${root} is gone. What was published stays until it is back.`))
    if (found !== null) missed = 0
    if (found === identity) return false
    identity = found
    if (found !== null) reopen()
    return true
  }
  let tree = open()
  const timer = setInterval(() => {
    look()
    tree.retry()
  }, LOOK)
  return {
    async close() {
      clearInterval(timer)
      tree.close()
      stopListing?.()
      burst.close()
    },
  }
}

/** Tells a folder from any other, also from one made in its place. Null of what is no folder. */
function identify(folder: string): string | null {
  try {
    const found = statSync(folder, { bigint: true, throwIfNoEntry: false })
    return found?.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeNs}` : null
  } catch {
    return null
  }
}
