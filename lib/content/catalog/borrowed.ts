import { existsSync } from 'node:fs'
import type { Settings } from '../../settings.ts'
import type { KeeperEvents, Published } from '../sync/keeping.ts'
import { isClaimed } from './claim.ts'
import { catalogFile, fingerprint, openToRead } from './database.ts'

/**
 * The catalog that another process keeps of a content folder now, such as a running site; null when none does.
 * @throws when the lock cannot be looked at
 */
export function keptCatalog({ contentDir, dataDir }: Pick<Settings, 'contentDir' | 'dataDir'>): string | null {
  const file = catalogFile(dataDir, { drafts: false })
  if (!existsSync(file) || !isClaimed(file)) return null
  const database = openToRead(file)
  try {
    const origin = database.prepare("SELECT value FROM meta WHERE name = 'origin'").get()
    return origin?.value === fingerprint({ root: contentDir, drafts: false }) ? file : null
  } finally {
    database.close()
  }
}

/** In the place of a keeper, where another process keeps the catalog: shows what there is, and changes nothing. */
export class BorrowedCatalog {
  readonly #file: string
  readonly #events: Pick<KeeperEvents, 'opened'>

  constructor(file: string, events: Pick<KeeperEvents, 'opened'>) {
    this.#file = file
    this.#events = events
  }

  async start(): Promise<void> {
    const database = openToRead(this.#file)
    const complete = database.prepare("SELECT value FROM meta WHERE name = 'complete'").get()
    database.close()
    this.#events.opened(this.#file, complete !== undefined)
  }

  async publish(): Promise<Published> {
    throw new Error('another process publishes')
  }

  async remake(): Promise<void> {}

  async close(): Promise<void> {}
}
