import { cp, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { largeNewsroom, type Newsroom, newsroom } from '#tests/fixtures/newsroom.ts'

const ARTICLES = 2000
const RENAMED = 'A headline of the second edition'

/** What a catalog holds, looked at while nobody or somebody writes to it; null when there is nothing to look at yet. */
function catalogOf({
  data,
}: Newsroom): { articles: number; renamed: number; unsearchable: number; complete: boolean } | null {
  try {
    using catalog = new DatabaseSync(path.join(data, 'catalog.db'), { readOnly: true })
    const count = (where: string) => catalog.prepare(`SELECT count(*) AS count FROM ${where}`).get()?.count as number
    return {
      articles: count('articles'),
      renamed: count(`articles WHERE card ->> 'title' = '${RENAMED}'`),
      unsearchable: count('articles WHERE searchable = 0'),
      complete: count("meta WHERE name = 'complete'") > 0,
    }
  } catch {
    return null
  }
}

/** Pages of a large publication, each with its address. */
async function pagesOf(site: { text(address: string): Promise<string> }): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const address of ['/', '/world', '/science', '/authors']) pages.set(address, await site.text(address))
  const [article = ''] = /\/science\/[a-z0-9-]+/.exec(pages.get('/science') ?? '') ?? []
  return pages.set(article, await site.text(article))
}

test('killed while it reads everything for the first time, it has all of it after the next start', async () => {
  await using room = await largeNewsroom(ARTICLES)
  const first = room.spawn()
  await vi.waitUntil(() => (catalogOf(room)?.articles ?? 0) > 500, { timeout: 30_000, interval: 2 })
  await first.kill()
  expect(catalogOf(room)).toMatchObject({ complete: false })
  const again = await room.start()
  const whole = await room.start({ DATA_DIR: room.beside('elsewhere') })
  const { articles, problems } = await again.health()
  expect([articles, problems]).toEqual([ARTICLES, (await whole.health()).problems])
  expect(await pagesOf(again)).toEqual(await pagesOf(whole))
})

test('killed while it takes in 1,000 changed files, it has none of them or all, and all after the next start', async () => {
  await using room = await largeNewsroom(ARTICLES)
  const first = await room.start()
  await vi.waitUntil(() => catalogOf(room)?.unsearchable === 0, { timeout: 30_000, interval: 20 })
  const [articles, edited] = [path.join(room.root, 'articles'), room.beside('edited')]
  await cp(articles, edited, { recursive: true })
  const files = (await readdir(edited, { recursive: true })).filter((file) => file.endsWith('.md'))
  for (const file of files.sort().slice(0, 1000)) {
    const article = path.join(edited, file)
    const text = await readFile(article, 'utf8')
    await writeFile(article, text.replace(/^title: .*$/m, `title: ${RENAMED}`))
  }
  const log = path.join(room.data, 'catalog.db-wal')
  const { mtimeMs } = await stat(log)
  // All at once, however busy the machine is.
  await rename(articles, room.beside('unedited'))
  await rename(edited, articles)
  // Nothing is written to it but these, and what does not fit into memory before they are committed.
  await vi.waitUntil(async () => (await stat(log)).mtimeMs > mtimeMs, { timeout: 30_000, interval: 1 })
  await first.kill()
  expect([0, 1000]).toContain(catalogOf(room)?.renamed)
  const again = await room.start()
  expect(catalogOf(room)).toMatchObject({ articles: ARTICLES, renamed: 1000, complete: true })
  expect(await again.text('/')).toContain('Corpus')
})

test('killed while it scales pictures, it serves whole ones after the next start and leaves no litter', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const picture = sharp({ create: { width: 2048, height: 1365, channels: 3, background: 'grey', noise } })
  await using room = await newsroom({ 'media/dot.png': null, 'media/noise.jpg': await picture.jpeg().toBuffer() })
  const addresses = [400, 640, 828, 1080, 1280].map((width) => `/_next/image?url=%2Fmedia%2Fnoise.jpg&w=${width}&q=70`)
  const images = path.join(room.data, 'images')
  const first = await room.start()
  const asked = addresses.map((address) => first.get(address, { redirect: 'follow' }).catch(() => null))
  await vi.waitUntil(async () => (await readdir(images).catch(() => [])).length > 0, { timeout: 30_000, interval: 1 })
  await first.kill()
  await Promise.all(asked)
  await writeFile(path.join(images, '.cut-off'), 'half of a picture')
  const again = await room.start()
  for (const address of addresses) {
    const answer = await again.get(address, { redirect: 'follow', headers: { accept: 'image/avif' } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/avif'])
    const { width } = await sharp(bytes, { failOn: 'truncated' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ info }) => info)
    expect(address).toContain(`w=${width}&`)
  }
  expect((await readdir(images)).filter((name) => name.startsWith('.'))).toEqual([])
})
