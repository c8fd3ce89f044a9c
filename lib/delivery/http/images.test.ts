import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import type { MediaFile } from '#lib/content/queries/media.ts'
import { Listening } from '#tests/fixtures/listening.ts'
import ImageCache from '../image-cache.ts'
import { pictureKey, readPictureRequest } from '../images/request.ts'
import type { Handler } from '../render/capture.ts'
import { guardImages } from './images.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const picture = (width = 40) => sharp({ create: { width, height: 30, channels: 3, background: '#567' } })

/** What stands in the place of Next's optimizer: takes as long as a test wants, and counts. */
class Optimizer {
  asked: string[] = []
  running = 0
  most = 0
  answer = { status: 200, body: Buffer.from('scaled') }
  #gate = Promise.withResolvers<void>()

  handle: Handler = async (request, response) => {
    this.asked.push(`${request.url} ${request.headers.accept}`)
    this.most = Math.max(this.most, ++this.running)
    await this.#gate.promise
    this.running--
    response.writeHead(this.answer.status, { 'content-type': 'image/avif', etag: 'made' }).end(this.answer.body)
  }

  finish(): void {
    this.#gate.resolve()
  }
}

const url = (name: string, { version = 'v1', width = 640 } = {}) =>
  `/_next/image?${new URLSearchParams({ url: `/media/${name}?v=${version}`, w: String(width), q: '70' })}`

/** A server of scaled pictures over a folder of originals, in front of an optimizer that is done at once or on a word. */
async function guarded({ finished = true } = {}) {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-images-'))
  vi.stubEnv('DATA_DIR', path.join(folder.path, 'data'))
  const optimizer = new Optimizer()
  if (finished) optimizer.finish()
  const originals = new Map<string, MediaFile>()
  const serve = guardImages(optimizer.handle, async (src) => originals.get(src) ?? null)
  const listening = await Listening.to((request, response) => {
    void serve(request, response, request.url ?? '')
  })
  return {
    optimizer,
    /** Puts a file into the content folder. */
    async add(name: string, bytes: Buffer, type = 'image/jpeg') {
      const absolute = path.join(folder.path, name)
      await writeFile(absolute, bytes)
      originals.set(`/media/${name}`, { absolute, size: bytes.length, changed: 0, type, version: 'v1' })
    },
    ask: (address: string, { accept = 'image/avif', ...headers }: Record<string, string> = {}, method = 'GET') =>
      listening.ask(address, { method, headers: { accept, ...headers } }),
    async [Symbol.asyncDispose]() {
      await listening[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** Waits until something is so. */
const until = (isSo: () => boolean) => vi.waitFor(() => expect(isSo()).toBe(true), 20_000)

test('a scaled picture is kept for good, in the type that the browser shows', async () => {
  await using server = await guarded()
  await server.add('a.jpg', await picture().jpeg().toBuffer())
  const { status, headers, body } = await server.ask(url('a.jpg'))
  expect({ status, body: String(body) }).toEqual({ status: 200, body: 'scaled' })
  expect(headers).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept',
    etag: '"made"',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(server.optimizer.asked).toEqual([`${url('a.jpg')} image/avif`])
})

test('a picture on disk does not wait for those being made', async () => {
  await using server = await guarded({ finished: false })
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await server.add(name, await picture().jpeg().toBuffer())
  const asked = readPictureRequest(url('c.jpg'), 'image/avif')
  if ('wrong' in asked) throw new Error(asked.wrong)
  const kept = { kind: 'IMAGE', buffer: Buffer.from('kept'), etag: 'kept', extension: 'avif' } as const
  await new ImageCache().set(pictureKey('/media/c.jpg?v=v1', asked), kept)
  const others = [server.ask(url('a.jpg')), server.ask(url('b.jpg'))]
  await until(() => server.optimizer.running === 2)
  const { body, headers } = await server.ask(url('c.jpg'))
  expect({ body: String(body), type: headers['content-type'] }).toEqual({ body: 'kept', type: 'image/avif' })
  expect(await server.ask(url('c.jpg'), { 'if-none-match': '"kept"' })).toMatchObject({ status: 304 })
  server.optimizer.finish()
  await Promise.all(others)
})

test('a picture that many ask for at once is made once', async () => {
  await using server = await guarded({ finished: false })
  await server.add('a.jpg', await picture().jpeg().toBuffer())
  const answers = Array.from({ length: 20 }, () => server.ask(url('a.jpg')))
  await until(() => server.optimizer.running === 1)
  server.optimizer.finish()
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(server.optimizer.asked).toHaveLength(1)
})

test('no more than two are made at a time; a few wait, and the rest are told to come back', async () => {
  await using server = await guarded({ finished: false })
  const names = Array.from({ length: 80 }, (_, at) => `${at}.jpg`)
  const bytes = await picture().jpeg().toBuffer()
  for (const name of names) await server.add(name, bytes)
  let shed = 0
  const answers = names.map(async (name) => {
    const answer = await server.ask(url(name))
    if (answer.status === 503) shed++
    return answer
  })
  await until(() => shed === 14)
  server.optimizer.finish()
  const all = await Promise.all(answers)
  expect(all.filter(({ status }) => status === 200)).toHaveLength(66)
  expect(all.find(({ status }) => status === 503)?.headers).toMatchObject({
    'retry-after': '2',
    'cache-control': 'no-store',
  })
  expect(server.optimizer.most).toBe(2)
})

test.for([
  ['an old version', url('a.jpg', { version: 'v0' })],
  ['no version', '/_next/image?url=%2Fmedia%2Fa.jpg&w=640&q=70'],
  ['a made-up version', url('a.jpg', { version: 'x' })],
] as const)('%s leads to the right one', async ([, address]) => {
  await using server = await guarded()
  await server.add('a.jpg', await picture().jpeg().toBuffer())
  const { status, headers } = await server.ask(address)
  expect({ status, location: headers.location, cache: headers['cache-control'] }).toEqual({
    status: 307,
    location: url('a.jpg'),
    cache: 'no-store',
  })
  expect(server.optimizer.asked).toEqual([])
})

test('a picture that is not in content is not there', async () => {
  await using server = await guarded()
  expect(await server.ask(url('a.jpg'))).toMatchObject({ status: 404 })
})

test.for([
  url('a.jpg', { width: 641 }),
  '/_next/image',
  '/_next/image?url=https%3A%2F%2Fevil.example%2Fa.jpg&w=640&q=70',
])('%s is refused', async (address) => {
  await using server = await guarded()
  await server.add('a.jpg', await picture().jpeg().toBuffer())
  expect(await server.ask(address)).toMatchObject({ status: 400 })
  expect(server.optimizer.asked).toEqual([])
})

/** Sixty-five megapixels of nothing, in few bytes. */
const huge = () =>
  sharp({ create: { width: 65_000, height: 1000, channels: 3, background: '#567' } })
    .png()
    .toBuffer()
const moving = () =>
  sharp(Buffer.concat([Buffer.alloc(300), Buffer.alloc(300, 255)]), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  })
    .gif()
    .toBuffer()

test.for([
  ['a drawing', 'a.svg', 'image/svg+xml', async () => Buffer.from('<svg/>')],
  ['a huge picture', 'a.png', 'image/png', huge],
  ['a picture that moves', 'a.gif', 'image/gif', moving],
  ['a damaged picture', 'a.jpg', 'image/jpeg', async () => (await picture().jpeg().toBuffer()).subarray(0, 20)],
  ['a sound', 'a.mp3', 'audio/mpeg', async () => Buffer.from('ID3')],
] as const)('%s is shown as it is, without any work', async ([, name, type, make]) => {
  await using server = await guarded()
  await server.add(name, await make(), type)
  const { status, headers } = await server.ask(url(name))
  expect({ status, location: headers.location }).toEqual({ status: 307, location: `/media/${name}?v=v1` })
  expect(server.optimizer.asked).toEqual([])
})

test.for([
  ['answers with the original', { status: 200 }],
  ['fails', { status: 500 }],
] as const)('where the optimizer %s, the original is shown and not kept', async ([, { status }]) => {
  await using server = await guarded()
  const original = await picture().jpeg().toBuffer()
  await server.add('a.jpg', original)
  server.optimizer.answer = { status, body: original }
  const { headers } = await server.ask(url('a.jpg'))
  expect(headers).toMatchObject({ location: '/media/a.jpg?v=v1', 'cache-control': 'no-store' })
})

test('HEAD tells the length without the picture', async () => {
  await using server = await guarded()
  await server.add('a.jpg', await picture().jpeg().toBuffer())
  const { headers, body } = await server.ask(url('a.jpg'), {}, 'HEAD')
  expect({ told: headers['content-length'], length: body.length }).toEqual({ told: '6', length: 0 })
})
