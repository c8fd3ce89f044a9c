import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtempDisposable, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import ImageCache from './image-cache.ts'

const run = promisify(execFile)
const PICTURE = { kind: 'IMAGE', buffer: Buffer.alloc(8192, 'picture'), etag: 'abc', extension: 'avif' } as const

/** Only root may mount; it also may write whatever a folder's mode says. */
const isRoot = process.platform === 'linux' && process.getuid?.() === 0

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A cache on a folder of its own; `trouble` counts what it has logged. */
async function opened() {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-faults-'))
  const images = path.join(folder.path, 'images')
  await mkdir(images)
  vi.stubEnv('DATA_DIR', folder.path)
  const trouble = vi.spyOn(console, 'error').mockImplementation(() => {})
  const undo: (() => Promise<unknown>)[] = []
  return {
    images,
    trouble,
    cache: new ImageCache(),
    async mount(options: string) {
      await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', images])
      undo.push(() => run('umount', [images]))
    },
    drafts: async () => (await readdir(images)).filter((name) => name.startsWith('.')),
    async [Symbol.asyncDispose]() {
      for (const step of undo) await step()
      await folder[Symbol.asyncDispose]()
    },
  }
}

/** Fills the disk under a cache and, on a word, makes room again: a small disk for root, a file in the way for others. */
async function fill({ images, mount }: Awaited<ReturnType<typeof opened>>): Promise<() => Promise<void>> {
  if (isRoot) {
    await mount('size=16k')
    await writeFile(path.join(images, 'else'), Buffer.alloc(12_000))
    return () => rm(path.join(images, 'else'))
  }
  await rm(images, { recursive: true })
  await writeFile(images, '')
  return () => rm(images)
}

test('a full disk is told once, and a picture is kept again as soon as there is room', async () => {
  await using disk = await opened()
  const makeRoom = await fill(disk)
  await disk.cache.set('a', PICTURE)
  await disk.cache.set('b', PICTURE)
  expect(disk.trouble).toHaveBeenCalledTimes(1)
  expect(disk.trouble.mock.calls[0]?.[0]).toContain(`cannot be kept in ${disk.images}`)
  expect(await disk.cache.get('a')).toBeNull()
  await makeRoom()
  await disk.cache.set('a', PICTURE)
  expect(await disk.cache.get('a')).toMatchObject({ value: PICTURE })
  expect(await disk.drafts()).toEqual([])
  expect(disk.trouble).toHaveBeenCalledTimes(1)
})

test('a read-only folder gives what it has', async () => {
  await using disk = await opened()
  if (isRoot) await disk.mount('size=64k')
  await disk.cache.set('a', PICTURE)
  if (isRoot) await run('mount', ['-o', 'remount,ro', disk.images])
  else await chmod(disk.images, 0o555)
  const again = new ImageCache()
  await again.sweep()
  await again.set('b', PICTURE)
  expect(await again.get('a')).toMatchObject({ value: PICTURE })
  expect(await again.get('b')).toBeNull()
  expect(disk.trouble).toHaveBeenCalledTimes(1)
  await chmod(disk.images, 0o755).catch(() => {})
})

/** Writes large pictures, one after the other, until it is killed. */
const WRITER = `
  const { default: ImageCache } = await import(${JSON.stringify(new URL('image-cache.ts', import.meta.url).href)})
  const cache = new ImageCache()
  const buffer = Buffer.alloc(32 * 1024 * 1024, 'picture')
  for (let at = 0; ; at++) await cache.set('key ' + (at % 3), { kind: 'IMAGE', buffer, etag: 'abc', extension: 'avif' })
`

test('a process that is killed while it writes leaves whole pictures, and no litter for long', async () => {
  await using disk = await opened()
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER], { stdio: 'ignore' })
  await vi.waitFor(async () => expect(await disk.cache.get('key 0')).not.toBeNull(), 20_000)
  await vi.waitFor(async () => expect(await disk.drafts()).toHaveLength(1), 20_000)
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  const cache = new ImageCache()
  await cache.sweep()
  expect(await disk.drafts()).toEqual([])
  const names = await readdir(disk.images)
  const kept = await Promise.all(['key 0', 'key 1', 'key 2'].map((key) => cache.get(key)))
  expect(kept.filter((one) => one !== null)).toHaveLength(names.length)
})
