import { BorrowedCatalog, keptCatalog } from '../../content/catalog/borrowed.ts'
import { closeStore, Store, shareStore } from '../../content/catalog/store.ts'
import { Readership } from '../../content/readership/readership.ts'
import { shareReadership } from '../../content/readership/shared.ts'
import type { Log } from '../../content/sync/log.ts'
import { KeeperThread } from '../../content/sync/thread.ts'
import type { Settings } from '../../settings.ts'
import { progressBar } from '../progress.ts'

/**
 * Has the content folder to ask about: from the catalog of a running site where there is one, which costs nothing, else
 * by bringing its own up to date.
 * @throws when not all of it can be asked about
 */
export async function withContent<T>(settings: Settings, log: Log, work: () => Promise<T>): Promise<T> {
  const bar = progressBar('Reading the content', process.stderr)
  const kept = keptCatalog(settings)
  const options = { settings: { ...settings, contentPoll: null }, drafts: false, log, progress: bar.update }
  const store = new Store(options, (...keeper) =>
    kept === null ? new KeeperThread(...keeper) : new BorrowedCatalog(kept, keeper[1]),
  )
  shareStore(store)
  try {
    await store.start()
    bar.end()
    if (!store.ready) throw new Error(whyNot(kept))
    // What is most read is known from what the site has kept of it; nothing is counted here.
    shareReadership(await Readership.open({ dataDir: settings.dataDir, log, onChange: () => {} }, Date.now()))
    return await work()
  } finally {
    bar.end()
    shareReadership(null)
    await closeStore()
  }
}

const whyNot = (kept: string | null): string =>
  kept === null
    ? 'The content folder cannot be used: site.yaml is missing or has errors. Run "npm run check".'
    : 'The running site has not read all of its content yet. Try again when /readyz answers 200.'
