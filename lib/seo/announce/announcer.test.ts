import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#lib/content/catalog/store.ts'
import { manualClock } from '#tests/fixtures/clock.ts'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { type RunningSite, runningSite } from '#tests/fixtures/running.ts'
import { service } from '#tests/fixtures/service.ts'
import { Announcer } from './announcer.ts'

const SITE = 'https://broadsheet.example'
const WORLD = ['articles/2022/04/station.md', article()] as const

/** More stories than a feed has, each published an hour after the other, all of them after the sample's own. */
const many = (count: number, over = {}, name = 's'): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const published = new Date(Date.parse('2023-01-01T00:00:00Z') + n * 3_600_000).toISOString()
      return [`articles/${name}${n}.md`, article({ published, ...over })]
    }),
  )

/** A folder for queues that outlive an announcer. */
function dataFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'data-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

type Targets = { readonly hub?: string; readonly engines?: string }

/** What announces a running site, on a clock of its own. */
async function announcing(dataDir: string, { hub, engines }: Targets, complete = () => true) {
  const store = await openStore()
  const clock = manualClock()
  const lines: string[] = []
  const line = (text: string) => void lines.push(text)
  const source = {
    get complete() {
      return complete()
    },
    onChange: store.onChange.bind(store),
  }
  const announcer = new Announcer({
    source,
    settings: {
      dataDir,
      websubHub: hub ?? null,
      indexNowKey: engines === undefined ? null : 'a-key-of-some-length',
      indexNowEndpoint: engines ?? '',
    },
    log: { info: line, warn: line, error: line },
    clock,
  })
  /** Moves the clock on by some seconds, and waits for what is begun then. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await clock.advance(1000)
      await clock.rest()
    }
  }
  await pass(2)
  return { announcer, clock, lines, pass, [Symbol.asyncDispose]: () => announcer.close() }
}

/** Serves a content folder and announces it to both. */
async function announcedSite(parts: Parts = {}, options: Parameters<typeof runningSite>[1] = {}) {
  const stack = new AsyncDisposableStack()
  const site = stack.use(await runningSite(parts, options))
  const { folder } = stack.use(dataFolder())
  const [hub, engines] = [stack.use(await service(204)), stack.use(await service(200))]
  const at = stack.use(await announcing(folder, { hub: hub.url, engines: engines.url }))
  /** Changes files, and gives what each service was told of, sorted. */
  const tell = async (parts: Parts, change: (site: RunningSite) => Promise<unknown> = (s) => s.change(parts)) => {
    const [feeds, pages] = [hub.received.length, engines.received.length]
    await change(site)
    await at.pass(7)
    const short = (urls: string[][]) =>
      urls
        .flat()
        .map((url) => url.replace(SITE, ''))
        .sort()
    return { feeds: short(hub.topics.slice(feeds)), pages: short(engines.pages.slice(pages)) }
  }
  return { site, hub, engines, at, folder, tell, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

const feeds = (...folders: string[]) =>
  folders.flatMap((folder) => [`${folder}/feed.atom`, `${folder}/feed.json`, `${folder}/feed.xml`]).sort()

test('a new story is told with its page and every feed that it is in', async () => {
  await using site = await announcedSite()
  const told = await site.tell({ 'articles/a.md': article({ topics: '[space]', edition: 'uk' }) })
  expect(told.pages).toEqual(['/world/a'])
  expect(told.feeds).toEqual(feeds('', '/authors/jo-march', '/topics/space', '/uk', '/world'))
})

test('a story of no edition is in the feeds of all', async () => {
  await using site = await announcedSite()
  expect((await site.tell({ 'articles/a.md': article() })).feeds).toEqual(
    feeds('', '/authors/jo-march', '/uk', '/us', '/world'),
  )
})

test('nothing is told when the site starts, and nothing twice', async () => {
  await using site = await announcedSite(many(3))
  expect([site.hub.received, site.engines.received]).toEqual([[], []])
  await site.tell({ 'articles/a.md': article() })
  expect(await site.tell({})).toEqual({ feeds: [], pages: [] })
  expect(site.engines.received).toHaveLength(1)
})

test('a story that is reworded is told, in a feed only while it is new enough for one', async () => {
  await using site = await announcedSite(many(40))
  const old = await site.tell({ [WORLD[0]]: article({}, 'It falls, and falls.\n') })
  expect(old).toEqual({ feeds: [], pages: ['/world/station'] })
  const published = '2023-01-02T15:00:00.000Z'
  const recent = await site.tell({ 'articles/s39.md': article({ published }, 'It falls, and falls.\n') })
  expect(recent.pages).toEqual(['/world/s39'])
  expect(recent.feeds).toEqual(feeds('', '/authors/jo-march', '/uk', '/us', '/world'))
})

test('an old story that is added changes no feed that is full of newer ones', async () => {
  await using site = await announcedSite(many(40))
  const published = '2001-01-01T00:00:00Z'
  const told = await site.tell({ 'articles/a.md': article({ published, section: 'science' }) })
  expect(told).toEqual({ feeds: feeds('/science'), pages: ['/science/a'] })
})

test('a story that moves is told at both of its addresses, and to the feeds of both sections', async () => {
  await using site = await announcedSite(many(2))
  const told = await site.tell({ [WORLD[0]]: article({ section: 'science' }) })
  expect(told.pages).toEqual(['/science/station', '/world/station'])
  expect(told.feeds).toEqual(expect.arrayContaining(feeds('/science', '/world')))
})

test('a story that is deleted is told where it was', async () => {
  await using site = await announcedSite(many(2))
  const told = await site.tell({}, async ({ folder, change }) => {
    await folder.remove(WORLD[0])
    await change({})
  })
  expect(told.pages).toEqual(['/world/station'])
  expect(told.feeds).toEqual(feeds('', '/authors/jo-march', '/uk', '/us', '/world'))
})

test('a story that is withdrawn is told, and a draft is not', async () => {
  await using site = await announcedSite(many(2))
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2022-04-04T08:00:00Z, reason: It was wrong. }' }
  expect((await site.tell({ [WORLD[0]]: article(withdrawn) })).pages).toEqual(['/world/station'])
  expect(await site.tell({ 'articles/a.md': article({ status: 'draft' }) })).toEqual({ feeds: [], pages: [] })
})

test('a renamed story is told at its old address, which leads to the new one', async () => {
  await using site = await announcedSite(many(2))
  const told = await site.tell({}, async ({ folder, change }) => {
    await folder.remove(WORLD[0])
    await change({ 'articles/2022/04/skylab.md': article({ aliases: '[station, never-was]' }) })
  })
  expect(told.pages).toEqual(['/world/skylab', '/world/station'])
})

test('a scheduled story is told when it is out', async () => {
  const published = '2026-01-01T13:00:00Z'
  await using site = await announcedSite()
  expect(await site.tell({ 'articles/a.md': article({ published }) })).toEqual({ feeds: [], pages: [] })
  expect((await site.tell({}, (s) => s.tick(Date.parse(published)))).pages).toEqual(['/world/a'])
})

test('a pull of 1,000 stories is one message to search engines', async () => {
  await using site = await announcedSite()
  const told = await site.tell(many(1000))
  expect(told.pages).toHaveLength(1000)
  expect([site.engines.received.length, site.hub.received.length]).toEqual([1, 1])
  expect(site.at.lines).toHaveLength(2)
}, 30_000)

test('changes wait until it is quiet, but not for ever', async () => {
  await using site = await announcedSite()
  const { at, engines } = site
  for (let second = 0; second < 28; second += 4) {
    await site.site.change({ 'articles/a.md': article({ title: `Take ${second}` }) })
    await at.pass(4)
    expect(engines.received).toHaveLength(0)
  }
  await site.site.change({ 'articles/b.md': article() })
  await at.pass(3)
  expect(engines.pages).toEqual([[`${SITE}/world/a`, `${SITE}/world/b`]])
})

test('what a process has not told is told by the next one', async () => {
  await using site = await runningSite()
  using data = dataFolder()
  await using engines = await service(200)
  await using hub = await service(500, 204)
  const targets = { hub: hub.url, engines: engines.url }
  {
    await using first = await announcing(data.folder, targets)
    await site.change({ 'articles/a.md': article() })
    await first.pass(6)
    await site.change({ 'articles/b.md': article() })
  }
  expect([hub.received.length, engines.pages]).toEqual([1, [[`${SITE}/world/a`]]])
  await using second = await announcing(data.folder, targets)
  await second.pass(20)
  expect(engines.pages).toEqual([[`${SITE}/world/a`], [`${SITE}/world/b`]])
  expect(hub.topics.at(-1)).toContain(`${SITE}/feed.xml`)
})

test('of two processes on one data folder one tells, and then the other', async () => {
  await using site = await runningSite()
  using data = dataFolder()
  await using engines = await service(200)
  const first = await announcing(data.folder, { engines: engines.url })
  await using second = await announcing(data.folder, { engines: engines.url })
  await site.change({ 'articles/a.md': article() })
  await Promise.all([first.pass(10), second.pass(10)])
  expect(engines.pages).toEqual([[`${SITE}/world/a`]])
  await first.announcer.close()
  await site.change({ 'articles/b.md': article() })
  await second.pass(10)
  expect(engines.pages).toEqual([[`${SITE}/world/a`], [`${SITE}/world/b`]])
})

test('while a catalog is made nothing is told, and nothing passes for deleted', async () => {
  await using site = await runningSite()
  using data = dataFolder()
  await using engines = await service(200)
  let complete = false
  await using at = await announcing(data.folder, { engines: engines.url }, () => complete)
  await site.change({ 'articles/a.md': article() })
  await at.pass(60)
  expect(engines.received).toEqual([])
  complete = true
  await at.pass(10)
  expect(engines.pages).toEqual([[`${SITE}/world/a`]])
})

test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://studio.local'])(
  'a site at %s announces nothing, and says so once',
  async (siteUrl) => {
    await using site = await announcedSite({}, { siteUrl })
    expect(await site.tell({ 'articles/a.md': article() })).toEqual({ feeds: [], pages: [] })
    expect(site.at.lines).toEqual([expect.stringContaining(`others cannot find ${siteUrl}. Set SITE_URL`)])
  },
)

test('a queue that cannot be kept harms nothing, and is tried again', async () => {
  await using site = await runningSite()
  using data = dataFolder()
  await using engines = await service(200)
  const folder = path.join(data.folder, 'kept')
  writeFileSync(folder, 'No folder can be made here.')
  await using at = await announcing(folder, { engines: engines.url })
  await site.change({ 'articles/a.md': article() })
  await at.pass(10)
  expect(engines.received).toEqual([])
  expect(at.lines).toEqual([expect.stringContaining('announce: ')])
  rmSync(folder)
  await at.pass(10)
  await site.change({ 'articles/b.md': article() })
  await at.pass(10)
  expect(engines.pages).toEqual([[`${SITE}/world/b`]])
})
