import { mkdir, mkdtempDisposable, open, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import ImageCache from './image-cache.ts'

const PICTURE = { kind: 'IMAGE', buffer: Buffer.from('a\npicture'), etag: 'abc', extension: 'avif' } as const

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A folder for `DATA_DIR`, there as long as a test needs it. */
async function dataFolder() {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-data-'))
  vi.stubEnv('DATA_DIR', folder.path)
  return folder
}

/** The files of the cache, by full path. */
async function files(folder: { readonly path: string }): Promise<string[]> {
  const images = path.join(folder.path, 'images')
  return (await readdir(images)).map((name) => path.join(images, name))
}

test('a picture is kept as it is, also for the next process', async () => {
  await using _ = await dataFolder()
  await new ImageCache().set('key', PICTURE)
  expect(await new ImageCache().get('key')).toEqual({ value: PICTURE, lastModified: expect.any(Number) })
})

test('a picture that was never made is not there', async () => {
  await using _ = await dataFolder()
  expect(await new ImageCache().get('key')).toBeNull()
})

test('a key names no path', async () => {
  await using folder = await dataFolder()
  await new ImageCache().set('../../outside', PICTURE)
  expect((await files(folder)).map((file) => path.dirname(file))).toEqual([path.join(folder.path, 'images')])
})

test.for([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['empty', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('null\nnothing')],
  ['noise', (bytes: Buffer) => bytes.fill('noise')],
  ['noise in its last byte', (bytes: Buffer) => bytes.fill('?', bytes.length - 1)],
] as const)('a file that is %s counts as never made', async ([, damage]) => {
  await using folder = await dataFolder()
  const cache = new ImageCache()
  await cache.set('key', PICTURE)
  const [file = ''] = await files(folder)
  await writeFile(file, damage(await readFile(file)))
  expect(await cache.get('key')).toBeNull()
})

test('pages are not kept', async () => {
  await using folder = await dataFolder()
  const cache = new ImageCache()
  await cache.set('page', { kind: 'APP_PAGE' })
  await cache.set('gone', null)
  expect(await readdir(folder.path)).toEqual([])
})

test('what Next could not scale is not kept', async () => {
  await using folder = await dataFolder()
  await new ImageCache().set('key', { ...PICTURE, upstreamEtag: PICTURE.etag })
  expect(await readdir(folder.path)).toEqual([])
})

test('when there is too much, what was made longest ago goes', async () => {
  await using folder = await dataFolder()
  const images = path.join(folder.path, 'images')
  await mkdir(images)
  for (const [name, days] of Object.entries({ old: 2, older: 3 })) {
    const file = path.join(images, name)
    await using handle = await open(file, 'w')
    await handle.truncate(300 * 1024 * 1024)
    await utimes(file, new Date(), Date.now() / 1000 - days * 86_400)
  }
  await new ImageCache().set('key', PICTURE)
  expect(await new ImageCache().get('key')).not.toBeNull()
  const left = (await files(folder)).map((file) => path.basename(file))
  expect(left).toHaveLength(2)
  expect(left).toContain('old')
})
