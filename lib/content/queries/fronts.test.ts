import { expect, test } from 'vitest'
import { article, markdown, type Parts, site, yaml } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { getFront } from './fronts.ts'

const at = (day: number) => new Date(Date.UTC(2025, 0, day)).toISOString()

/** Thirty articles in turn of two sections and of both editions and none, the first the newest. */
const MANY: Parts = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [
    `articles/a${n}.md`,
    article({
      published: at(100 - n),
      section: n % 2 ? 'science' : 'world',
      edition: ['us', 'uk', null][n % 3] ?? null,
    }),
  ]),
)

/** Every slug on a front, from top to bottom. */
async function shown(edition: string | null): Promise<string[]> {
  const front = await getFront(edition)
  if (front === null) throw new Error('no such front')
  const stories = [...(front.lead ? [front.lead] : []), ...front.second, ...front.latest]
  return [...stories, ...front.blocks.flatMap((block) => block.stories)].map(({ slug }) => slug)
}

test.each([null, 'uk'])('no story stands twice on the front of %s', async (edition) => {
  await using _ = await runningSite({ ...MANY, 'fronts/home.yaml': yaml({ lead: 'a9', second: '[a9, a20, a20]' }) })
  const slugs = await shown(edition)
  expect(slugs.length).toBeGreaterThan(20)
  expect(new Set(slugs).size).toBe(slugs.length)
})

test("with nothing placed, the edition's own newest stories lead, those of no edition among them", async () => {
  await using _ = await runningSite(MANY)
  expect((await shown(null)).slice(0, 5)).toEqual(['a0', 'a2', 'a3', 'a5', 'a6'])
  expect((await shown('uk')).slice(0, 5)).toEqual(['a1', 'a2', 'a4', 'a5', 'a7'])
})

test("other editions' stories fill up behind", async () => {
  await using _ = await runningSite({ 'articles/b.md': article({ edition: 'us', published: at(9) }) })
  expect(await shown('uk')).toEqual(['station', 'b'])
})

test("an editor's placing holds for its own front only", async () => {
  await using _ = await runningSite({
    ...MANY,
    'fronts/uk.yaml': yaml({ lead: 'a29', second: '[a28]', blocks: '[science]' }),
  })
  const uk = await getFront('uk')
  expect([uk?.lead?.slug, uk?.second[0]?.slug, uk?.edition?.name]).toEqual(['a29', 'a28', 'Broadsheet UK'])
  expect(uk?.blocks.map(({ section }) => section.slug)).toEqual(['science'])
  expect((await getFront(null))?.lead?.slug).toBe('a0')
})

test('blocks come in the order of the sections', async () => {
  await using _ = await runningSite(MANY)
  expect((await getFront(null))?.blocks.map(({ section }) => section.title)).toEqual(['World', 'Science'])
})

test('a story that readers may not see cannot be placed', async () => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }'
  await using _ = await runningSite({
    'articles/draft.md': article({ status: 'draft' }),
    'articles/later.md': article({ published: '2026-06-01T00:00:00Z' }),
    'articles/gone.md': article({ status: 'withdrawn', withdrawn }),
    'fronts/home.yaml': yaml({ lead: 'later', second: '[draft, gone]' }),
  })
  expect(await shown(null)).toEqual(['station'])
})

test("the first edition's front is at / only, and there is none of what is no edition", async () => {
  await using _ = await runningSite()
  expect(await getFront('us')).toBeNull()
  expect(await getFront('nowhere')).toBeNull()
})

test('a publication without editions has one front', async () => {
  await using _ = await runningSite({ 'site.yaml': site({ editions: null }) })
  expect(await getFront(null)).toMatchObject({ edition: null, lead: { slug: 'station' } })
})

test('a publication without stories has an empty front', async () => {
  await using _ = await runningSite({
    'articles/2022/04/station.md': null,
    'pages/more.md': markdown({ title: 'More' }),
  })
  expect(await getFront(null)).toMatchObject({ lead: null, second: [], blocks: [], latest: [] })
})
