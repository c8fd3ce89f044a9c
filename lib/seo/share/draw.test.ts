import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { ShareSubject } from './address.ts'
import { drawShare } from './draw.ts'

const STORY: ShareSubject = {
  kind: 'articles',
  slug: 'boats',
  title: '“Nobody counted the boats”: how a town lost its ferry, its bridge & <very> nearly its patience 🛶',
  kicker: 'Feature',
  byline: 'By Rosa Delgado, Broadsheet US',
  picture: null,
  tint: 1,
  publication: 'Broadsheet',
}
const WITH_PICTURE = { ...STORY, picture: { src: '/media/a.png?v=1', focus: { x: 100, y: 50 } } }
const HEBREW = 'הממשלה אישרה תקציב חדש'

/** A folder with a picture in it whose left half is blue and whose right half is red. */
async function halves() {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-share-'))
  const file = path.join(folder.path, 'a.png')
  const red = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#f00' } })
    .png()
    .toBuffer()
  await sharp({ create: { width: 2000, height: 600, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 1000, top: 0 }])
    .png()
    .toFile(file)
  return Object.assign(folder, { file })
}

/** The colour of a point. */
async function colourAt(png: Buffer, left: number, top: number): Promise<string> {
  const point = await sharp(png).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return `#${point.toString('hex')}`
}

test.for([
  ['a story', STORY],
  ['an author', { ...STORY, kind: 'authors', title: 'Rosa Delgado', kicker: '', byline: '' }],
  ['a section', { ...STORY, kind: 'sections', title: 'Science', kicker: '', byline: '' }],
  ['Hebrew', { ...STORY, title: HEBREW }],
  ['Arabic', { ...STORY, title: 'الحكومة تقرّ ميزانية بقيمة 4.5 مليار' }],
  ['nothing but a picture that is gone', { ...WITH_PICTURE, title: '', kicker: '', byline: '', publication: '' }],
  [
    'names without end',
    { ...STORY, publication: 'Paper '.repeat(99), byline: 'A, '.repeat(999), kicker: 'K'.repeat(999) },
  ],
] as [string, ShareSubject][])('%s has an image of 1200 × 630 in few bytes', async ([, subject]) => {
  const png = await drawShare(subject, null)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(png.length).toBeLessThan(60_000)
})

test('one subject has one image, byte by byte', async () => {
  expect(await drawShare(STORY, null)).toEqual(await drawShare(STORY, null))
})

test('a photo stands at the side where lines end, with its focus in sight', async () => {
  await using photo = await halves()
  const png = await drawShare(WITH_PICTURE, photo.file)
  expect([await colourAt(png, 1000, 300), await colourAt(png, 20, 300)]).toEqual(['#ff0000', '#fbf9f4'])
  const mirrored = await drawShare({ ...WITH_PICTURE, title: HEBREW }, photo.file)
  expect([await colourAt(mirrored, 200, 300), await colourAt(mirrored, 1180, 300)]).toEqual(['#ff0000', '#fbf9f4'])
})

test('a picture that cannot be read counts as none', async () => {
  await using photo = await halves()
  const none = await drawShare(STORY, null)
  await writeFile(photo.file, 'no picture')
  expect(await drawShare(WITH_PICTURE, photo.file)).toEqual(none)
  expect(await drawShare(WITH_PICTURE, path.join(photo.path, 'gone.png'))).toEqual(none)
})

test('a section stands on its colour', async () => {
  const png = await drawShare({ ...STORY, kind: 'sections', title: 'Science', tint: 4 }, null)
  expect(await colourAt(png, 5, 5)).toBe('#0d5d66')
})
