import type { IncomingMessage } from 'node:http'
import { storyAtPath } from '../../content/queries/most-read.ts'
import { Readership } from '../../content/readership/readership.ts'
import { shareReadership } from '../../content/readership/shared.ts'
import type { Log } from '../../content/sync/log.ts'
import type { Settings } from '../../settings.ts'
import type { Page } from '../cache/page.ts'
import { LogTail } from './log-tail.ts'
import { Views } from './views.ts'

export interface CountingOptions {
  readonly settings: Pick<Settings, 'dataDir' | 'trustProxy' | 'readersLog'>
  readonly log: Log
  /** Whether all content has been read: until then a log may tell of stories that are not known yet. */
  readonly complete: () => boolean
  /** Told when other stories are the most read. */
  readonly onChange: () => void
}

/** What counts the readers of this process. */
export interface Counting {
  readonly views: Pick<Views, 'counted' | 'leftOut'>
  /** To be told of each page that is sent; does nothing where a log tells of them. */
  readonly sent: (request: IncomingMessage, page: Page) => void
  /** Keeps what was counted. */
  close(): Promise<void>
}

/** How often to look for new lines, in milliseconds. */
const POLL_EVERY = 1000

/** Counts the readers of stories, by requests or by `READERS_LOG`, from what was kept on. */
export async function countReaders({ settings, log, complete, onChange }: CountingOptions): Promise<Counting> {
  const { dataDir, trustProxy, readersLog } = settings
  const readership = (await Readership.open({ dataDir, log, onChange }, Date.now())).start()
  shareReadership(readership)
  const views = new Views({ trustProxy, now: () => Date.now(), count: (slug, at) => readership.view(slug, at) })
  const stop = readersLog === null ? null : follow(readersLog, readership, { views, log, complete })
  return {
    views,
    sent: stop === null ? (request, page) => views.sent(request, page) : () => {},
    async close() {
      await stop?.()
      shareReadership(null)
      await readership.close(Date.now())
    },
  }
}

/** Reads a log from now on. @returns what stops it */
function follow(
  file: string,
  readership: Readership,
  { views, log, complete }: Pick<CountingOptions, 'log' | 'complete'> & { readonly views: Views },
): () => Promise<void> {
  const take = (line: string) => views.logged(line, storyAtPath)
  const tail = new LogTail({ file, place: readership.place, take, reach: (place) => readership.reach(place) })
  let isFailing = false
  let reading: Promise<void> | null = null
  const poll = async () => {
    try {
      await tail.poll()
      if (isFailing) log.info(`READERS_LOG is read again: ${file}`)
      isFailing = false
    } catch (error) {
      const why = (error as Error).message
      if (!isFailing) log.warn(`READERS_LOG cannot be read, and is tried again each second: ${file}: ${why}`)
      isFailing = true
    }
  }
  const timer = setInterval(() => {
    if (reading !== null || !complete()) return
    reading = poll().finally(() => {
      reading = null
    })
  }, POLL_EVERY).unref()
  return async () => {
    clearInterval(timer)
    await reading
    await tail.close()
  }
}
