import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { listFiles } from '../source/files.ts'

/** A listing costs the disk a look at every file, so it takes at most this share of the time. */
const SHARE = 10

/**
 * Lists a folder again and again, and calls back when a file has come, gone, or changed its size or time.
 * @param every milliseconds from the end of a listing to the next, at least
 * @returns what stops it
 */
export function watchByListing(folder: string, every: number, changed: () => void): () => void {
  const stop = new AbortController()
  const run = async () => {
    let last: string | null = null
    while (!stop.signal.aborted) {
      const start = performance.now()
      const print = fingerprint(folder)
      if (last !== null && print !== last && !stop.signal.aborted) changed()
      last = print
      await sleep(Math.max(every, SHARE * (performance.now() - start)), null, { signal: stop.signal })
    }
  }
  run().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return () => stop.abort()
}

/** The same for two listings that find the same; a folder that cannot be listed is told by what is wrong with it. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  try {
    for (const { file, stamp } of listFiles(folder).files) hash.update(`${file}\0${stamp}\0`)
  } catch (error) {
    hash.update((error as Error).message)
  }
  return hash.digest('hex')
}
