import { type Settings, settings } from '../../settings.ts'
import { compareProblems, formatProblem, isError, type Problem } from '../problems.ts'
import type { ParsedFile } from '../source/read.ts'
import { type Catalog, makeCatalog } from './catalog.ts'
import { type Folder, isGood, readFolder } from './folder.ts'
import { type Watch, watchFolder } from './watch.ts'

/** Thrown while there is nothing to serve. */
class ContentNotReady extends Error {
  override name = 'ContentNotReady'
}

type Log = (line: string) => void

/**
 * The content folder of a running site. Holds a catalog of what is good, renews it when files change, and keeps the last
 * good version of a file that breaks.
 */
export class Store {
  readonly #settings: Settings
  readonly #drafts: boolean
  readonly #log: Log
  readonly #listeners = new Set<() => void>()
  #folder: Folder | undefined
  #good = new Map<string, ParsedFile>()
  #catalog: Catalog | null = null
  #revision = 0
  #reported = new Set<string>()
  #renewing: Promise<void> = Promise.resolve()
  #watch: Promise<Watch> | undefined

  constructor(options: { settings: Settings; drafts: boolean; log: Log }) {
    this.#settings = options.settings
    this.#drafts = options.drafts
    this.#log = options.log
  }

  /** Whether there is a catalog. */
  get ready(): boolean {
    return this.#catalog !== null
  }

  /** @throws {ContentNotReady} when the folder has never been good enough to serve */
  get catalog(): Catalog {
    if (this.#catalog === null)
      throw new ContentNotReady(
        'There is no content to serve: site.yaml is missing or has errors. Run "npm run check".',
      )
    return this.#catalog
  }

  /** What is wrong with the folder as it is now, in order. */
  get problems(): readonly Problem[] {
    return Array.from(this.#folder?.problems.values() ?? [])
      .flat()
      .sort(compareProblems)
  }

  /** Counts the readings of the folder: a page made at another revision may be out of date. */
  get revision(): number {
    return this.#revision
  }

  /** Calls back after each change of the catalog, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads what changed. Calls that overlap run one after the other; a folder that cannot be read changes nothing. */
  renew(now: number): Promise<void> {
    this.#renewing = this.#renewing
      .then(() => this.#renew(now))
      .catch((error: Error) => this.#log(`content: ${error.message} What was published stays.`))
    return this.#renewing
  }

  async #renew(now: number): Promise<void> {
    const folder = await readFolder(this.#settings.contentDir, now, undefined, this.#folder)
    this.#folder = folder
    this.#good = keepGood(folder, this.#good)
    const { siteUrl } = this.#settings
    this.#catalog =
      makeCatalog(this.#good.values(), folder.names.media, { siteUrl, drafts: this.#drafts }) ?? this.#catalog
    this.#report()
    this.#revision++
    for (const listener of this.#listeners) listener()
  }

  /** Logs each error once, when it appears. */
  #report(): void {
    const lines = this.problems.filter(isError).map(formatProblem)
    for (const line of lines) if (!this.#reported.has(line)) this.#log(`content: ${line}`)
    this.#reported = new Set(lines)
  }

  /** Renews the catalog whenever a file of the folder changes, from when the promise is kept. */
  async watch(): Promise<void> {
    this.#watch = watchFolder(
      this.#settings.contentDir,
      () => void this.renew(Date.now()),
      (error) => this.#log(`content: cannot watch the folder: ${error.message}`),
    )
    await this.#watch
  }

  /** Stops watching, and waits for what is being read. */
  async close(): Promise<void> {
    await (await this.#watch)?.close()
    await this.#renewing
  }
}

/**
 * Good files as they are, and for broken ones what they last were when they were good. A file that another one has come
 * to collide with is broken too, and keeps its place.
 */
function keepGood(folder: Folder, previous: ReadonlyMap<string, ParsedFile>): Map<string, ParsedFile> {
  const good = new Map<string, ParsedFile>()
  const broken: ParsedFile[] = []
  for (const file of folder.files.values()) {
    if (isGood(folder, file)) good.set(keyOf(file), file)
    else broken.push(file)
  }
  for (const file of broken) {
    const key = keyOf(file)
    const last = previous.get(key)
    if (last && (!good.has(key) || last.source.file === file.source.file)) good.set(key, last)
  }
  return good
}

const keyOf = ({ kind, slug }: ParsedFile): string => `${kind}/${slug}`

const KEY = Symbol.for('broadsheet.store')
type Global = typeof globalThis & { [KEY]?: Promise<Store> }

/** The store of this process, opened at the first call: read, and watched from then on. */
export function openStore(): Promise<Store> {
  const shared = globalThis as Global
  shared[KEY] ??= open()
  return shared[KEY]
}

async function open(): Promise<Store> {
  const drafts = process.env.NODE_ENV === 'development'
  const store = new Store({ settings: settings(), drafts, log: (line) => console.error(line) })
  await store.watch()
  await store.renew(Date.now())
  return store
}

/** Closes the store of this process; the next call opens another. */
export async function closeStore(): Promise<void> {
  const shared = globalThis as Global
  const store = await shared[KEY]
  delete shared[KEY]
  await store?.close()
}

/** What queries read: the catalog as it is at this moment. @throws {ContentNotReady} */
export const catalog = async (): Promise<Catalog> => (await openStore()).catalog
