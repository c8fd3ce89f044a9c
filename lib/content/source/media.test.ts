import { writeFileSync } from 'node:fs'
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

test('a photograph on its side is measured upright', async () => {
  const turned = await picture(8, 4).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  await using folder = await contentFolder({ 'media/turned.jpg': turned })
  expect((await mediaOf(folder.root)).size('/media/turned.jpg')).toEqual({ width: 4, height: 8 })
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

test('a picture is measured again only when it changed', async () => {
  await using folder = await contentFolder()
  const first = await mediaOf(folder.root)
  expect(first.size('/media/dot.png')).toEqual({ width: 3, height: 2 })
  const second = await mediaOf(folder.root, first)
  // Not in the listing any more, so only a known size can be the answer.
  writeFileSync(path.join(folder.root, 'media/dot.png'), 'broken')
  expect(second.size('/media/dot.png')).toEqual({ width: 3, height: 2 })
  expect((await mediaOf(folder.root, second)).size('/media/dot.png')).toBeNull()
})
