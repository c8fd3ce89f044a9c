import type { Server } from 'node:http'
import next from 'next'
import type { Logger } from 'pino'
import { FORMS, issuesKey, MOST_READ } from '../content/catalog/keys.ts'
import { openStore } from '../content/catalog/store.ts'
import { countArticles } from '../content/queries/health.ts'
import type { Log } from '../content/sync/log.ts'
import { closeNewsletters, openNewsletters } from '../newsletter/open.ts'
import { readMailServer } from '../newsletter/post/server-url.ts'
import { sharePress } from '../newsletter/press/press.ts'
import { Pressroom } from '../newsletter/press/pressroom.ts'
import { readNewsletterSettings } from '../newsletter/settings.ts'
import { announce } from '../seo/announce/announcer.ts'
import type { Settings } from '../settings.ts'
import { createDelivery } from './deliver.ts'
import { serveAsset } from './http/assets.ts'
import { guardImages } from './http/images.ts'
import { serveMedia } from './http/media.ts'
import { guardShares } from './http/share.ts'
import { BoundedServer } from './operate/connections.ts'
import { countReaders } from './readership/counting.ts'

export interface ServeOptions {
  /** The project's folder, with a build in it. */
  readonly root: string
  readonly settings: Settings
  readonly log: Logger
  /** Called while the content is read for the first time, with files read so far and in all. */
  readonly progress: (done: number, total: number) => void
}

export interface Serving {
  /** Where the site is to be seen: `http://localhost:3000`. */
  readonly url: string
  /**
   * Stops accepting, and finishes what runs.
   * @returns whether all of it finished in time
   */
  close(): Promise<boolean>
}

/** How long requests that run get to finish, in milliseconds. Operators allow 10 s for all. */
const FINISH_WITHIN = 8000

/** Serves the built site. @throws {SettingsError}, or when the port is taken or there is no build */
export async function serve({ root, settings, log, progress }: ServeOptions): Promise<Serving> {
  const { host, port } = settings
  const newsletterSettings = readNewsletterSettings(process.env, process.cwd(), settings.dataDir)
  // Said now rather than in the first mail's hour.
  if (newsletterSettings.smtpUrl !== null) readMailServer(newsletterSettings.smtpUrl)
  const app = next({ dev: false, dir: root, hostname: host, port })
  const opening = openStore({ log: linesOf(log), progress }).then((store) => ({
    store,
    // From its first change on, which is what happened to the content while the site was down.
    announcer: announce({ source: store, settings, log: linesOf(log) }),
  }))
  const [{ store, announcer }] = await Promise.all([opening, app.prepare()])
  const readers = await countReaders({
    settings,
    log: linesOf(log),
    complete: () => store.complete,
    onChange: () => delivery.change(new Set([MOST_READ])),
  })
  const press = new Pressroom({
    settings: newsletterSettings,
    async open() {
      const opened = await openNewsletters()
      delivery.change(new Set([FORMS]))
      return opened
    },
    log: linesOf(log),
    issues: { content: store, onMade: (newsletters) => delivery.change(new Set(newsletters.map(issuesKey))) },
  })
  const handle = app.getRequestHandler()
  const delivery = createDelivery({
    handle,
    log,
    files: { media: serveMedia, asset: serveAsset, image: guardImages(handle), share: guardShares(handle) },
    articles: countArticles,
    complete: () => store.complete,
    readers,
    ...(announcer && { announced: () => announcer.tallies }),
    newsletters: () => press.figures(),
    formsPerMinute: newsletterSettings.formsPerMinute,
    ...settings,
  })
  const unsubscribe = store.onChange(({ keys, milliseconds }) => {
    delivery.change(keys)
    if (milliseconds !== null) delivery.published(milliseconds)
  })
  const server = new BoundedServer(delivery.listener)
  const taken = await listen(server, host, port)
  sharePress(press.start())
  void delivery.warm()
  return {
    url: `http://${isLocal(host) ? 'localhost' : host}:${taken}`,
    async close() {
      const [clean] = await Promise.all([server.closeGently(FINISH_WITHIN), press.close(FINISH_WITHIN)])
      sharePress(null)
      unsubscribe()
      await readers.close()
      await announcer?.close()
      await app.close()
      await closeNewsletters()
      await store.close()
      return clean
    },
  }
}

/** The log for those who have nothing but a line to say. */
const linesOf = (log: Logger): Log => ({
  info: (line) => log.info(line),
  warn: (line) => log.warn(line),
  error: (line) => log.error(line),
})

const isLocal = (host: string) => ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
