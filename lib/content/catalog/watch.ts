import { realpathSync } from 'node:fs'
import path from 'node:path'
import { watch } from 'chokidar'
import { isContentPath } from '../source/files.ts'

/** Waits for a burst of changes (a pull, a save) to be over; milliseconds. */
const SETTLE = 40

/** A folder under watch. */
export interface Watch {
  close(): Promise<void>
}

/**
 * Calls back after each burst of changes to the content of a folder, from when the promise is kept. What is no content
 * is not watched, nor what symbolic links lead to: inside the folder it is watched in its own place, and outside it may
 * be more than anyone can watch.
 */
export async function watchFolder(folder: string, changed: () => void, failed: (error: Error) => void): Promise<Watch> {
  const root = realFolder(folder)
  const ignored = (file: string) => file !== root && !isContentPath(path.relative(root, file).replaceAll(path.sep, '/'))
  const watcher = watch(root, { ignoreInitial: true, followSymlinks: false, ignored })
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE)
  })
  watcher.on('error', (error) => failed(error as Error))
  await new Promise<void>((resolve) => watcher.once('ready', resolve).once('error', () => resolve()))
  return {
    close() {
      clearTimeout(timer)
      return watcher.close()
    },
  }
}

/** Where a folder that may be a link is; of one that is not there, where it should be. */
function realFolder(folder: string): string {
  try {
    return realpathSync(/* turbopackIgnore: true */ folder)
  } catch {
    return folder
  }
}
