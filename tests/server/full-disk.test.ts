import { execFile } from 'node:child_process'
import { readdir, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ARTICLE, article, type Parts } from '#tests/fixtures/content.ts'
import { type Newsroom, newsroom } from '#tests/fixtures/newsroom.ts'
import type { ServerProcess } from '#tests/fixtures/server-process.ts'

const run = promisify(execFile)

const TITLE = String(ARTICLE.title)
const MEGABYTES = 8

/** A disk that can be full: for servers that are started by it. */
interface Disk {
  spawn(): ServerProcess
  fill(): Promise<unknown>
  makeRoom(): Promise<unknown>
}

/** Gives the data folder a small disk of its own, or, where nothing may be mounted, limits what its servers may write. */
const smallDisk = (room: Newsroom): Promise<Disk> => mountedDisk(room).catch(() => limitedDisk(room))

async function mountedDisk(room: Newsroom): Promise<Disk> {
  await room.mount(room.data, '-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs')
  const filler = path.join(room.data, 'something-else')
  return {
    spawn: () => room.spawn(),
    async fill() {
      const { bavail, bsize } = await statfs(room.data)
      await writeFile(filler, Buffer.alloc(bavail * bsize))
    },
    makeRoom: () => rm(filler),
  }
}

/** To a process that may write to no file, every disk is full. */
function limitedDisk(room: Newsroom): Disk {
  const servers: ServerProcess[] = []
  let limit = 'unlimited'
  const set = async (to: string) => {
    limit = to
    const running = servers.filter(({ ended }) => !ended)
    for (const { pid } of running) await run('prlimit', ['--pid', `${pid}`, `--fsize=${to}:`])
  }
  return {
    spawn() {
      const server = room.spawn({}, ['prlimit', `--fsize=${limit}:`])
      servers.push(server)
      return server
    },
    fill: () => set('0'),
    makeRoom: () => set('unlimited'),
  }
}

/** Edits that take more room than the catalog has set aside. */
const EDITS: Parts = Object.fromEntries(
  Array.from({ length: 400 }, (_, at) => [
    `articles/2022/05/new-${at}.md`,
    article({ title: `News ${at}`, published: '2022-05-01T12:00:00Z' }, 'It falls and it misses. '.repeat(100)),
  ]),
)

test('on a full disk the site goes on, says so, and publishes an edit as soon as there is room', async () => {
  await using room = await newsroom()
  const disk = await smallDisk(room)
  const site = await disk.spawn().ready()
  expect(await site.text('/')).toContain(TITLE)
  await disk.fill()
  await room.write(EDITS)
  await site.says(`The catalog in ${room.data} cannot be kept`)
  for (const address of ['/', '/world/station', '/authors']) expect(await site.status(address)).toBe(200)
  expect([await site.status('/world/new-7'), await site.status('/readyz')]).toEqual([404, 200])
  await disk.makeRoom()
  await site.shows('/world/new-7', 'News 7')
  await site.shows('/', 'News 0')
  expect((await site.health()).articles).toBe(401)
})

test('a site that starts on a full disk keeps what it has there, and serves it as soon as there is room', async () => {
  await using room = await newsroom()
  const disk = await smallDisk(room)
  await (await disk.spawn().ready()).stop()
  await disk.fill()
  const site = await disk.spawn().listening()
  await site.says('cannot be kept')
  expect([await site.status('/healthz'), await site.status('/readyz')]).toEqual([503, 503])
  await disk.makeRoom()
  await site.ready()
  expect(site.output).not.toContain('made anew')
  expect(await site.text('/')).toContain(TITLE)
})

test('a site that finds its disk full at its very first start serves as soon as there is room', async () => {
  await using room = await newsroom()
  const disk = await smallDisk(room)
  await disk.fill()
  const site = await disk.spawn().listening()
  await site.says(`The catalog in ${room.data} cannot be kept`)
  expect([await site.status('/healthz'), await site.status('/readyz')]).toEqual([503, 503])
  expect(await site.status('/')).toBe(500)
  await disk.makeRoom()
  await site.shows('/', TITLE)
  await site.ready()
})

test('pictures are served though there is no room to keep them', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: 'grey', noise } })
  await using room = await newsroom({ 'media/noise.jpg': await picture.jpeg().toBuffer() })
  const disk = await smallDisk(room)
  const site = await disk.spawn().ready()
  await disk.fill()
  const ask = async (width: number) => {
    const address = `/_next/image?url=%2Fmedia%2Fnoise.jpg&w=${width}&q=70`
    const answer = await site.get(address, { redirect: 'follow', headers: { accept: 'image/webp' } })
    const { width: scaled } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect([answer.status, scaled]).toEqual([200, width])
  }
  const kept = async () => (await readdir(path.join(room.data, 'images')).catch(() => [])).length
  for (const width of [400, 640, 400]) await ask(width)
  await site.says('scaled pictures cannot be kept')
  expect(await kept()).toBe(0)
  await disk.makeRoom()
  await ask(400)
  expect(await kept()).toBe(1)
})
