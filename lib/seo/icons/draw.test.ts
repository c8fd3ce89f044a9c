import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcon } from './draw.ts'
import { APPLE, FAVICON, ICONS } from './forms.ts'

const BY_NAME = { logo: null, name: 'Broadsheet' }
const CLEAR_OF = { side: 40, part: 1, ground: false }
const PAPER = [0xfb, 0xf9, 0xf4, 0xff]

/** A file that is there as long as a test needs it. */
async function file(bytes: Buffer) {
  const folder = await mkdtempDisposable(path.join(tmpdir(), 'icon-'))
  const name = path.join(folder.path, 'logo.png')
  await writeFile(name, bytes)
  return { name, [Symbol.asyncDispose]: () => folder.remove() }
}

const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()

/** Red, green, blue and alpha of a point. */
async function at(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)]
}

test.for([...ICONS.values(), APPLE, ...FAVICON])('an icon has the size that it is asked for: %j', async (form) => {
  const { width, height, format } = await sharp(await drawIcon(BY_NAME, form)).metadata()
  expect({ width, height, format }).toEqual({ width: form.side, height: form.side, format: 'png' })
})

test('a logo that is not square is shown whole', async () => {
  await using logo = await file(await red(40, 30))
  const icon = await drawIcon({ logo: logo.name, name: 'Broadsheet' }, CLEAR_OF)
  expect(await at(icon, 20, 20)).toEqual([255, 0, 0, 255])
  expect(await at(icon, 20, 1)).toEqual([0, 0, 0, 0])
})

test('what platforms cut away is paper', async () => {
  await using logo = await file(await red(40, 40))
  const icon = await drawIcon({ logo: logo.name, name: 'Broadsheet' }, { side: 100, part: 0.56, ground: true })
  expect(await at(icon, 10, 50)).toEqual(PAPER)
  expect(await at(icon, 50, 50)).toEqual([255, 0, 0, 255])
})

test.for([
  ['is no picture', async () => Buffer.from('<svg>')],
  ['ends too soon', async () => (await red(40, 40)).subarray(0, 60)],
  ['is a poster', () => red(4097, 4097)],
] as const)('where a logo %s, the mark stands in its place', async ([, bytes]) => {
  await using logo = await file(await bytes())
  expect(await drawIcon({ logo: logo.name, name: 'Broadsheet' }, APPLE)).toEqual(await drawIcon(BY_NAME, APPLE))
})

test('where the logo is gone, the mark stands in its place', async () => {
  expect(await drawIcon({ ...BY_NAME, logo: '/nowhere/logo.png' }, APPLE)).toEqual(await drawIcon(BY_NAME, APPLE))
})

test('without a logo the icon is the first letter of the name', async () => {
  const icon = (name: string) => drawIcon({ logo: null, name }, APPLE)
  expect(await icon('“Broadsheet”')).toEqual(await icon('B'))
  expect(await icon('A Broadsheet')).not.toEqual(await icon('B'))
})

test('a name without a letter has an icon too', async () => {
  const { width } = await sharp(await drawIcon({ logo: null, name: '…' }, APPLE)).metadata()
  expect(width).toBe(180)
})
