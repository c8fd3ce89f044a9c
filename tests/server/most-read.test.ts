import { once } from 'node:events'
import { appendFile, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { type OutgoingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'
import type { ServerProcess } from '#tests/fixtures/server-process.ts'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** Stories `a1` to `a6`. */
const SIX: Parts = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => [`articles/2022/05/a${n + 1}.md`, article({ title: `Number ${n + 1}` })]),
)
const PROXIED = { TRUST_PROXY: 'on' }

/** Asks for a story as a browser behind a proxy does, or as `headers` say. */
async function read(
  site: ServerProcess,
  slug: string,
  from: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
) {
  const asked = request({
    host: '127.0.0.1',
    port: site.port,
    path: `/world/${slug}`,
    method,
    headers: { 'user-agent': BROWSER, 'x-forwarded-for': from, ...headers },
  }).end()
  const [response] = await once(asked, 'response')
  await Array.fromAsync(response)
}

/** Has stories read by so many readers each, all in networks of their own. */
async function readBy(site: ServerProcess, readers: Readonly<Record<string, number>>): Promise<void> {
  for (const [slug, count] of Object.entries(readers))
    for (let n = 0; n < count; n++) await read(site, slug, `198.51.${n}.1`)
}

/** The figures of views: those that count, and those that do not, by reason. */
async function figures(site: ServerProcess): Promise<Record<string, number>> {
  const text = await site.text('/metrics')
  const found = text.matchAll(/^broadsheet_story_views(?:_left_out)?_total(?:\{reason="(\w+)"\})? (\d+)$/gm)
  return Object.fromEntries(Array.from(found, ([, reason = 'counted', value]) => [reason, Number(value)]))
}

/** What `/most-read` lists as ranked: nothing while it lists the latest instead. */
async function ranked(site: ServerProcess): Promise<string[]> {
  const [, list = ''] = /<ol class="max-w-\[62rem\] pt-7">(.*?)<\/ol>/s.exec(await site.text('/most-read')) ?? []
  return Array.from(list.matchAll(/href="\/world\/(\w+)"/g), ([, slug = '']) => slug)
}

const ORDER = ['a3', 'a5', 'a1', 'a6', 'a2']
const READERS = { a1: 5, a2: 2, a3: 8, a4: 1, a5: 6, a6: 3 }

test('what readers open shows on the front and its own page, and is there after the process ended or was killed', async () => {
  await using room = await newsroom(SIX)
  const site = await room.start(PROXIED)
  // Both are in memory before anybody reads, so that nothing but the count can bring them up to date.
  expect(await site.text('/')).not.toContain('most-read-title')
  expect(await site.text('/most-read')).toContain('Too few stories')
  await readBy(site, READERS)
  await site.until(async () => (await ranked(site)).length > 0)
  expect(await ranked(site)).toEqual(ORDER)
  expect(await site.text('/')).toContain('most-read-title')
  await site.stop()

  const second = await room.start(PROXIED)
  expect(await ranked(second)).toEqual(ORDER)
  await second.kill()
  expect(await ranked(await room.start(PROXIED))).toEqual(ORDER)
})

test('a view is one of a reader who opens a story, once', async () => {
  await using room = await newsroom(SIX)
  const site = await room.start(PROXIED)
  for (let again = 0; again < 3; again++) await read(site, 'a1', '198.51.1.1')
  await read(site, 'a1', '198.51.2.1', { 'user-agent': 'Googlebot/2.1' })
  await read(site, 'a1', '198.51.3.1', { 'user-agent': '' })
  await read(site, 'a1', '198.51.4.1', { 'sec-purpose': 'prefetch' })
  await read(site, 'a1', '198.51.5.1', { 'sec-fetch-dest': 'empty' })
  await read(site, 'a1', '198.51.6.1', {}, 'HEAD')
  await read(site, 'a1', '198.51.6.2', { accept: 'text/markdown' })
  for (const other of ['no-such', 'a1.md', 'A1', 'a1/']) await read(site, other, '198.51.7.1')
  for (let n = 0; n < 12; n++) await read(site, 'a2', `203.0.113.${n}`, { 'user-agent': `${BROWSER} ${n}` })
  expect(await figures(site)).toEqual({ counted: 11, robot: 2, prefetch: 1, embedded: 1, repeat: 2, crowd: 2 })
  await read(site, 'a1', '198.51.8.1', { 'sec-purpose': 'prefetch', 'sec-speculation-tags': '"pressed-story"' })
  await read(site, 'a1', '198.51.9.1', { 'if-modified-since': new Date().toUTCString() })
  expect((await figures(site)).counted).toBe(13)
})

test('no address of a reader is written anywhere', async () => {
  await using room = await newsroom(SIX)
  const site = await room.start({ ...PROXIED, LOG_LEVEL: 'debug' })
  await readBy(site, READERS)
  await site.stop()
  const kept = (await readdir(room.data)).filter((name) => name.startsWith('most-read'))
  expect(kept).toEqual(['most-read.json'])
  expect(await readFile(`${room.data}/most-read.json`, 'utf8')).not.toMatch(/198\.51|Mozilla/)
  expect(site.output).not.toMatch(/198\.51|Mozilla/)
})

test('behind a CDN its log tells who reads, through rotation and restart, and requests do not count', async () => {
  await using room = await newsroom(SIX)
  const log = room.beside('access.log')
  const line = (slug: string, n: number, agent = BROWSER) => {
    const [, day, month, year, time] = /(\d\d) (\w{3}) (\d{4}) ([\d:]+)/.exec(new Date().toUTCString()) ?? []
    const when = `${day}/${month}/${year}:${time} +0000`
    return `198.51.${n}.1 - - [${when}] "GET /world/${slug} HTTP/2.0" 200 5000 "-" "${agent}"\n`
  }
  const lines = (readers: Readonly<Record<string, number>>) =>
    Object.entries(readers).flatMap(([slug, count]) => Array.from({ length: count }, (_, n) => line(slug, n)))
  await writeFile(log, '')
  const site = await room.start({ READERS_LOG: log })
  await read(site, 'a4', '198.51.100.1')
  // The log is followed from where it ends when it is first seen.
  await sleep(1500)
  const told = lines(READERS)
  await appendFile(log, `${told.slice(0, 10).join('')}what?\n${line('a4', 9, 'Googlebot/2.1')}${line('no-such', 1)}`)
  await rename(log, `${log}.1`)
  await writeFile(log, told.slice(10).join(''))
  await site.until(async () => (await figures(site)).counted === told.length)
  expect(await figures(site)).toMatchObject({ robot: 1, repeat: 0 })
  await site.stop()

  await appendFile(log, lines({ a4: 9 }).join(''))
  const second = await room.start({ READERS_LOG: log })
  await second.until(async () => (await figures(second)).counted === 9)
  await second.until(async () => (await ranked(second))[0] === 'a4')
  expect(await ranked(second)).toEqual(['a4', ...ORDER])
})
