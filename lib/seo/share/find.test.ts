import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { findShareAddress } from './find.ts'

const FILE = 'articles/2022/04/station.md'

test('stories, authors, sections and crops have an address with a version', async () => {
  await using _ = await runningSite({ [FILE]: article() })
  for (const path of [
    '/share/articles/station.png',
    '/share/authors/jo-march.png',
    '/share/sections/world.png',
    '/share/crops/station-1x1.jpg',
  ]) {
    expect(await findShareAddress(path)).toMatch(new RegExp(`^${path}\\?v=[\\w-]{12}$`))
  }
})

test.for([
  '/share/articles/nothing.png',
  '/share/articles/station.jpg',
  '/share/articles/.png',
  '/share/topics/world.png',
  '/share/authors/world.png',
  '/share/sections/jo-march.png',
  '/share/crops/station.jpg',
  '/share/articles',
  '/',
])('there is nothing at %s', async (path) => {
  await using _ = await runningSite({ [FILE]: article() })
  expect(await findShareAddress(path)).toBeNull()
})

test('the version changes with what the image shows, and with nothing else', async () => {
  await using site = await runningSite({ [FILE]: article() })
  const find = () => findShareAddress('/share/articles/station.png')
  const first = await find()
  await site.change({ [FILE]: article({}, 'Another text.\n') })
  expect(await find()).toBe(first)
  await site.change({ [FILE]: article({ title: 'Another headline' }) })
  expect(await find()).not.toBe(first)
})

test('what is withdrawn has no image', async () => {
  await using site = await runningSite({ [FILE]: article() })
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2022-05-01T10:00:00Z, reason: It was wrong. }' }
  await site.change({ [FILE]: article(withdrawn) })
  for (const path of ['/share/articles/station.png', '/share/crops/station-1x1.jpg']) {
    expect(await findShareAddress(path)).toBeNull()
  }
})
