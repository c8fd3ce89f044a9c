import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PNG, site } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { findIconSource } from './source.ts'

const LOGO = { 'site.yaml': site({ logo: '/media/logo.png' }) }
const BY_NAME = { logo: null, name: 'Broadsheet' }
const oblong = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#000000' } })
    .png()
    .toBuffer()

test('a logo that is about as high as wide is the icon', async () => {
  await using running = await runningSite({ ...LOGO, 'media/logo.png': await oblong(40, 30) })
  expect(await findIconSource()).toEqual({ logo: path.join(running.folder.root, 'media/logo.png'), name: 'Broadsheet' })
})

test('a long one is not', async () => {
  await using _ = await runningSite({ ...LOGO, 'media/logo.png': PNG })
  expect(await findIconSource()).toEqual(BY_NAME)
})

test('without a logo there is the name', async () => {
  await using _ = await runningSite()
  expect(await findIconSource()).toEqual(BY_NAME)
})
