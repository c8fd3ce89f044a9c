import { expect, test } from 'vitest'
import { article, FILE } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { Reading } from '../catalog/reading.ts'
import { findCard } from './cards.ts'

test('a story is found by its slug alone, and an alias leads to the slug', async () => {
  await using _ = await runningSite({ [FILE]: article({ aliases: '[older]' }) })
  expect(await findCard('a')).toMatchObject({ type: 'found', story: { href: '/world/a', state: 'published' } })
  expect(await findCard('older')).toEqual({ type: 'moved', slug: 'a' })
})

test('a withdrawn story is found as what is gone', async () => {
  const withdrawn = '{ date: 2022-05-01T09:00:00Z, reason: It was made up. }'
  await using _ = await runningSite({ [FILE]: article({ status: 'withdrawn', withdrawn }) })
  const reading = new Reading()
  expect(await reading.run(() => findCard('a'))).toMatchObject({ story: { state: 'withdrawn' } })
  expect(reading.gone).toBe(true)
  reading.end()
})

test('a draft and an unknown name are nothing', async () => {
  await using _ = await runningSite({ [FILE]: article({ status: 'draft' }) })
  expect([await findCard('a'), await findCard('no-such')]).toEqual([null, null])
})
