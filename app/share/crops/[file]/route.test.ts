import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findStory } from '#lib/content/queries/articles.ts'
import { cropsOf } from '#lib/seo/crops/crop.ts'
import { article, FILE } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { GET } from './route.ts'

const ask = (address: string) => {
  const file = /([^/?]*)(?:\?.*)?$/.exec(address)?.[1] ?? ''
  return GET(new Request(`http://localhost${address}`), { params: Promise.resolve({ file }) })
}

const PICTURE = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
  .png()
  .toBuffer()

/** The crops that structured data names of the story `station`: its picture is 4:3 already. */
async function named() {
  const picture = (await findStory('station'))?.picture
  if (!picture) throw new Error('the story has no picture')
  return cropsOf('station', picture).filter(({ src }) => src.startsWith('/share/'))
}

test('each crop that is named is a JPEG of the size it is said to have, for other sites to show', async () => {
  await using _ = await runningSite({ 'media/dot.png': PICTURE })
  const crops = await named()
  expect(crops).toHaveLength(2)
  for (const { src, width, height } of crops) {
    const response = await ask(src)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width, height })
  }
})

test('any other version leads to the one there is', async () => {
  await using _ = await runningSite({ 'media/dot.png': PICTURE })
  const [crop] = await named()
  for (const query of ['', '?v=made-up']) {
    const response = await ask(`/share/crops/station-16x9.jpg${query}`)
    expect([response.status, response.headers.get('location')]).toEqual([307, crop?.src])
  }
})

test.for(['nothing-1x1.jpg', 'station-2x1.jpg', 'station.jpg', 'a-1x1.jpg'])('there is no %s', async (file) => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }'
  await using _ = await runningSite({ [FILE]: article({ status: 'withdrawn', withdrawn }) })
  expect((await ask(`/share/crops/${file}`)).status).toBe(404)
})

test('a picture that is damaged is shown as it is', async () => {
  // The head of a PNG tells a size, but nothing comes after it.
  await using _ = await runningSite({ 'media/dot.png': PICTURE.subarray(0, 40) })
  const crop = (await named()).find(({ src }) => src.includes('1x1'))
  const response = await ask(crop?.src ?? '')
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toMatch(/^\/media\/dot\.png\?v=/)
})
