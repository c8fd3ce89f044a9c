import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contentFolder, PNG } from '#tests/fixtures/content.ts'
import { listFiles } from './files.ts'
import { Media } from './media.ts'

const mediaOf = async (root: string, previous?: Media) => {
  const { files } = await listFiles(root)
  return new Media(
    files.filter(({ file }) => file.startsWith('media/')),
    previous,
  )
}

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c00' } })

test('a picture has its size, by the path that content writes', async () => {
  await using folder = await contentFolder({ 'media/a/b.webp': await picture(7, 5).webp().toBuffer() })
  const media = await mediaOf(folder.root)
  expect([...media.paths]).toEqual(['/media/a/b.webp', '/media/dot.png'])
  expect(media.size('/media/a/b.webp')).toEqual({ width: 7, height: 5 })
})

test.each([
  [3, { width: 8, height: 4 }],
  [5, { width: 4, height: 8 }],
  [6, { width: 4, height: 8 }],
])('a photograph that was turned in the way %i is measured upright', async (orientation, size) => {
  const turned = await picture(8, 4).withMetadata({ orientation }).jpeg().toBuffer()
  await using folder = await contentFolder({ 'media/turned.jpg': turned })
  expect((await mediaOf(folder.root)).size('/media/turned.jpg')).toEqual(size)
})

test('a picture that tells its size late is read whole', async () => {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(0xfffd)])
  const jpeg = await picture(8, 4).jpeg().toBuffer()
  const late = Buffer.concat([jpeg.subarray(0, 2), comment, comment, jpeg.subarray(2)])
  await using folder = await contentFolder({ 'media/late.jpg': late })
  expect((await mediaOf(folder.root)).size('/media/late.jpg')).toEqual({ width: 8, height: 4 })
})

test.each([
  ['broken.png', PNG.subarray(0, 12)],
  ['empty.png', ''],
  ['flat.png', Buffer.from(PNG).fill(0, 20, 24)],
  ['text.jpg', 'not a picture'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>'],
  ['sound.mp3', 'ID3'],
])('%s has no size', async (name, bytes) => {
  await using folder = await contentFolder({ [`media/${name}`]: bytes })
  const media = await mediaOf(folder.root)
  expect(media.size(`/media/${name}`)).toBeNull()
  expect(media.file(`/media/${name}`)).not.toBeNull()
})

test.each(['/media/../site.yaml', '/media/none.png', 'media/dot.png', '/site.yaml', ''])(
  '%j is no file',
  async (src) => {
    await using folder = await contentFolder()
    const media = await mediaOf(folder.root)
    expect(media.file(src)).toBeNull()
    expect(media.size(src)).toBeNull()
  },
)

test('a picture is measured again when its size or its time changed', async () => {
  await using folder = await contentFolder({ 'media/dot.png': PNG.subarray(0, 20) })
  const file = path.join(folder.root, 'media/dot.png')
  await utimes(file, 1, 1)
  const first = await mediaOf(folder.root)
  expect(first.size('/media/dot.png')).toBeNull()
  await writeFile(file, PNG)
  await utimes(file, 1, 1)
  const longer = await mediaOf(folder.root, first)
  expect(longer.size('/media/dot.png')).toEqual({ width: 3, height: 2 })
  await writeFile(file, Buffer.alloc(PNG.length))
  await utimes(file, 2, 2)
  expect((await mediaOf(folder.root, longer)).size('/media/dot.png')).toBeNull()
})

test('a file has another version when it changed', async () => {
  await using folder = await contentFolder()
  const file = path.join(folder.root, 'media/dot.png')
  const version = async () => (await mediaOf(folder.root)).version('/media/dot.png')
  const first = await version()
  expect(await version()).toBe(first)
  await utimes(file, 1, 1)
  expect(await version()).not.toBe(first)
})

test('the size of a picture that did not change is kept', async () => {
  await using folder = await contentFolder()
  const first = await mediaOf(folder.root)
  expect(first.size('/media/dot.png')).toEqual({ width: 3, height: 2 })
  const second = await mediaOf(folder.root, first)
  // Not in the listing any more, so only a known size can be the answer.
  await writeFile(path.join(folder.root, 'media/dot.png'), 'broken')
  expect(second.size('/media/dot.png')).toEqual({ width: 3, height: 2 })
  expect((await mediaOf(folder.root, second)).size('/media/dot.png')).toBeNull()
})
