import { type Settings, settings } from '../../settings.ts'
import type { Keeper } from '../sync/keeper.ts'
import type { Change, KeeperEvents, KeeperOptions, Published } from '../sync/keeping.ts'
import type { Log } from '../sync/log.ts'
import { KeeperThread } from '../sync/thread.ts'
import { type Catalog, ContentNotReady } from './catalog.ts'
import { currentReading } from './reading.ts'
import { Snapshots } from './snapshots.ts'

export interface StoreOptions {
  readonly settings: Pick<Settings, 'contentDir' | 'dataDir' | 'siteUrl' | 'contentPoll'>
  /** Whether drafts and scheduled stories show, as they do while writing. */
  readonly drafts: boolean
  readonly log: Log
  /** Called while a catalog is made, with files read so far and in all. */
  readonly progress?: (done: number, total: number) => void
}

/** What keeps the catalog up to date. */
type AnyKeeper = Pick<Keeper, 'start' | 'publish' | 'remake' | 'close'>
type MakeKeeper<K extends AnyKeeper> = (options: KeeperOptions, events: KeeperEvents) => K

/** The content of a running site: the catalog to ask, and news of what changes in it. */
export class Store<K extends AnyKeeper = AnyKeeper> {
  readonly keeper: K
  readonly #options: StoreOptions
  readonly #listeners = new Set<(change: Change) => void>()
  #snapshots: Snapshots | null = null
  /** The catalog that is asked. */
  #file: string | null = null
  /** Whether that has shown damage, and is being made anew. */
  #isDamaged = false
  #started = false
  #complete = false
  #revision = 0

  constructor(options: StoreOptions, makeKeeper: MakeKeeper<K>) {
    this.#options = options
    const { settings, drafts, log, progress } = options
    const { contentDir: root, dataDir, contentPoll: poll } = settings
    this.keeper = makeKeeper(
      { root, dataDir, drafts, poll },
      {
        log,
        opened: (file, complete) => this.#opened(file, complete),
        changed: (change) => this.#changed(change),
        progress: progress ?? (() => {}),
      },
    )
  }

  /**
   * Reads what there is, and keeps up with it from then on; the promise is kept when all of it is there, as it is now.
   * @param read what does so
   */
  async start(read = () => this.keeper.start()): Promise<void> {
    await read()
    this.#started = true
  }

  /** Whether everything that was published can be served: all has been read, and there is a good `site.yaml`. */
  get ready(): boolean {
    return this.#started && this.#complete && this.#snapshots !== null && this.catalog.ready
  }

  /** Whether there is a catalog to ask, with whatever in it. */
  get isOpen(): boolean {
    return this.#snapshots !== null
  }

  /** Whether all of the content folder has been read. */
  get complete(): boolean {
    return this.#complete
  }

  /** What to ask: as part of a reading in one state, else as it is now. @throws {ContentNotReady} */
  get catalog(): Catalog {
    if (this.#snapshots === null) throw new ContentNotReady('The content folder has not been read yet.')
    return this.#snapshots.catalog(currentReading())
  }

  /** Counts the changes of the content: a page made at another revision may be out of date. */
  get revision(): number {
    return this.#revision
  }

  /** Calls back after each change, until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Pulls the checkout that holds the content and publishes what came; throws when it could not, and nothing changed. */
  publish(): Promise<Published> {
    return this.keeper.publish()
  }

  #opened(file: string, complete: boolean): void {
    // A catalog that is being made anew has less to offer than the old one, as long as that can be read.
    if (!complete && this.#complete && this.#isReadable()) return
    this.#complete = complete
    const same = this.#file === file && !complete
    this.#snapshots?.close()
    const options = {
      root: this.#options.settings.contentDir,
      siteUrl: this.#options.settings.siteUrl,
      drafts: this.#options.drafts,
    }
    this.#snapshots = new Snapshots(file, options, () => this.#damaged())
    this.#isDamaged = false
    this.#file = file
    if (!same) this.#tell({ keys: null, revision: this.#revision, milliseconds: 0 })
  }

  #damaged(): void {
    if (this.#isDamaged) return
    this.#isDamaged = true
    void this.keeper.remake().catch(() => {})
  }

  #isReadable(): boolean {
    if (this.#isDamaged) return false
    try {
      return this.#snapshots?.catalog(undefined).ready ?? false
    } catch {
      return false
    }
  }

  #changed(change: Change): void {
    this.#snapshots?.advance()
    this.#tell(change)
  }

  #tell(change: Change): void {
    this.#revision++
    for (const listener of this.#listeners) listener(change)
  }

  async close(): Promise<void> {
    await this.keeper.close()
    this.#snapshots?.close()
    this.#snapshots = null
  }
}

const KEY = Symbol.for('broadsheet.store')
type Global = typeof globalThis & { [KEY]?: Promise<Store> }

const consoleLog: Log = { info: () => {}, warn: console.error, error: console.error }

/**
 * The store of this process, opened at the first call: read, and kept up to date from then on. Resolves when there is
 * something to ask, which for a folder that is read for the first time is before all of it has been.
 */
export function openStore(options: Partial<Pick<StoreOptions, 'log' | 'progress'>> = {}): Promise<Store> {
  const shared = globalThis as Global
  shared[KEY] ??= open(options)
  return shared[KEY]
}

async function open({ log = consoleLog, progress }: Partial<StoreOptions>): Promise<Store> {
  const drafts = process.env.NODE_ENV === 'development'
  const options = { settings: settings(), drafts, log, ...(progress && { progress }) }
  const store = new Store<AnyKeeper>(options, (...keeper) => new KeeperThread(...keeper))
  let stop = () => {}
  const first = new Promise<void>((resolve) => {
    stop = store.onChange(() => store.catalog.ready && resolve())
  })
  await Promise.race([store.start(), first])
  stop()
  return store
}

/** Makes a store the one of this process. */
export function shareStore(store: Store): void {
  ;(globalThis as Global)[KEY] = Promise.resolve(store)
}

/** Closes the store of this process; the next call opens another. */
export async function closeStore(): Promise<void> {
  const shared = globalThis as Global
  const store = await shared[KEY]
  delete shared[KEY]
  await store?.close()
}

/** What queries ask: the catalog as it is, or as it was when the reading that they are part of began. @throws {ContentNotReady} */
export const catalog = async (): Promise<Catalog> => (await openStore()).catalog
