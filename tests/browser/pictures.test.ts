import { execFile } from 'node:child_process'
import { mkdir, mkdtempDisposable, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, inject, test, vi } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { PAGES } from './pages.ts'

const run = promisify(execFile)

/** The addresses of all sizes of the first picture of a story, as soon as the site has read its content. */
async function pictureAddresses(site: string): Promise<string[]> {
  await vi.waitFor(async () => expect(await fetch(new URL('/readyz', site))).toMatchObject({ status: 200 }), 10_000)
  const html = await (await fetch(new URL(PAGES['a news story'], site))).text()
  const [, set] = /srcSet="([^"]*)"/i.exec(html) ?? []
  if (set === undefined) throw new Error('The story has no picture.')
  return set
    .replaceAll('&amp;', '&')
    .split(', ')
    .map((one) => one.split(' ')[0] ?? '')
}

/** A scaled picture, and what its bytes really are. */
async function look(site: string, address: string, accept = 'image/avif,image/webp,*/*') {
  const response = await fetch(new URL(address, site), { headers: { accept } })
  const { format, compression, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { status: response.status, headers: response.headers, format: compression ?? format, width }
}

test.for([
  ['image/avif,image/webp,*/*', 'image/avif', 'av1'],
  ['image/webp,*/*', 'image/webp', 'webp'],
  ['*/*', 'image/jpeg', 'jpeg'],
] as const)('for a browser that takes %s, a picture is %s', async ([accept, type, format]) => {
  const [address = ''] = await pictureAddresses(inject('site'))
  const seen = await look(inject('site'), address, accept)
  expect(seen).toMatchObject({ status: 200, format, width: 400 })
  expect(seen.headers.get('content-type')).toBe(type)
  expect(seen.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

/** A folder for what a site keeps, there as long as a test needs it. */
const dataFolder = () => mkdtempDisposable(path.join(tmpdir(), 'broadsheet-pictures-'))

test('a picture that was made is there after a restart, and not made again', async () => {
  await using data = await dataFolder()
  const kept = () => readdir(path.join(data.path, 'images'))
  const settings = { CONTENT_DIR: 'content', DATA_DIR: data.path }
  const tags: (string | null)[] = []
  for (const _ of ['before', 'after']) {
    await using site = await new ServerProcess(settings).listening()
    const [address = ''] = await pictureAddresses(site.url)
    tags.push((await look(site.url, address)).headers.get('etag'))
    expect(await kept()).toHaveLength(1)
  }
  expect(tags[1]).toBe(tags[0])
})

/** A place for pictures where there is no room: a small disk for root, who may mount one, and a file for others. */
async function fullFolder(images: string): Promise<AsyncDisposable> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) {
    await mkdir(images)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', images])
  } else await writeFile(images, '')
  return { [Symbol.asyncDispose]: async () => void (isRoot && (await run('umount', [images]))) }
}

test('with a full disk, every picture is shown all the same', async () => {
  await using data = await dataFolder()
  await using _ = await fullFolder(path.join(data.path, 'images'))
  await using site = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data.path }).listening()
  for (const address of await pictureAddresses(site.url))
    expect(await look(site.url, address), address).toMatchObject({ status: 200, format: 'av1' })
  expect(site.output.match(/pictures cannot be kept/g)).toHaveLength(1)
})
