import { afterAll, beforeAll, expect, test } from 'vitest'
import { article, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { github, pushTo, SECRET } from '#tests/fixtures/hooks.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'
import { readXml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { hostileSite, type PublicSite } from '#tests/fixtures/seo/public-site.ts'

let site: PublicSite
beforeAll(async () => {
  site = await hostileSite()
})
afterAll(async () => await site[Symbol.asyncDispose]())

const upper = (path: string): string => path.toUpperCase()
const capital = (path: string): string => path.replace(/\/[a-z]/g, upper)

/** Ways to write an address that is not the right one, alone and together. */
const SPELLINGS: readonly ((path: string) => string)[] = [
  (path) => path,
  upper,
  capital,
  (path) => `${path}/`,
  (path) => `${capital(path)}//`,
  (path) => `/${path}`,
  (path) => `${path}?utm_source=a`,
  (path) => `${upper(path)}/?utm_source=a`,
]

const ways = (sections: readonly string[], slugs: readonly string[], end = ''): string[] =>
  SPELLINGS.flatMap((spell) => sections.flatMap((section) => slugs.map((slug) => spell(`/${section}/${slug}${end}`))))

/** Asks as the address is written: `new URL` would read `//a` as a host. */
async function hop(path: string): Promise<{ status: number; location: string | null }> {
  const answer = await site.server.get(path)
  await answer.arrayBuffer()
  return { status: answer.status, location: answer.headers.get('location') }
}

test.for([
  [
    'a story by its older names, in any section and spelling',
    'renamed',
    ['once-named', 'twice-named', 'renamed'],
    '',
    200,
  ],
  ['its Markdown', 'renamed', ['once-named', 'twice-named', 'renamed'], '.md', 200],
  ['a withdrawn story', 'withdrawn', ['withdrawn-before', 'withdrawn'], '', 410],
] as const)('%s: one hop leads to the one address', async ([, slug, slugs, end, last]) => {
  const right = `/world/${slug}${end}`
  for (const way of ways(['world', 'quiet', 'nowhere'], slugs, end)) {
    const { status, location } = await hop(way)
    if (status === last && location === null) expect(way.replace(/\?.*/, '')).toBe(right)
    else expect([status, location], way).toEqual([308, right])
  }
  expect(await hop(right)).toEqual({ status: last, location: null })
})

test('lists, authors, topics and feeds have one spelling too', async () => {
  for (const path of ['/world', '/authors/amp', '/topics/made', '/series/running', '/world/feed.xml', '/uk/feed.atom'])
    for (const spell of SPELLINGS.slice(1, 5)) {
      expect(await hop(spell(path)), spell(path)).toEqual({ status: 308, location: path })
    }
})

test('a file renamed and a story moved by a push are found at their old addresses, and keep their id in feeds', async () => {
  const story = (section: string) =>
    article(
      { title: 'It moves about', section, published: '2022-05-02T15:04:00-04:00' },
      `${'It is long enough to be known again. '.repeat(20)}\n`,
    )
  await using git = await repositories({ ...WHOLE, 'articles/first-name.md': story('world') })
  await using room = await newsroom({}, git.site.content.root)
  const server = await room.start({ HOOK_SECRET: SECRET })
  const push = async (parts: Record<string, string>) => {
    const body = pushTo('main', await git.editor.publish(parts))
    expect((await server.get('/hooks/git', { method: 'POST', body, headers: github(body) })).status).toBe(200)
  }
  const idOf = async () => {
    const item = Array.from(readXml(await server.text('/feed.xml')).querySelectorAll('item')).find(
      (item) => textsOf(item, 'title')[0] === 'It moves about',
    )
    return item && textsOf(item, 'guid')[0]
  }
  const id = await idOf()
  expect(id).toBeDefined()

  await push({ 'articles/first-name.md': story('science') })
  expect((await server.get('/world/first-name')).headers.get('location')).toBe('/science/first-name')
  expect(await idOf()).toBe(id)

  await git.editor.git('mv', 'content/articles/first-name.md', 'content/articles/second-name.md')
  await push({})
  for (const old of ['/world/first-name', '/science/first-name', '/world/second-name', '/Science/First-Name/']) {
    const answer = await server.get(old)
    expect([answer.status, answer.headers.get('location')], old).toEqual([308, '/science/second-name'])
  }
  expect(await server.status('/science/second-name')).toBe(200)
  expect(await idOf()).toBe(id)

  await git.editor.git('mv', 'content/articles/second-name.md', 'content/articles/third-name.md')
  await push({})
  for (const old of ['/world/first-name', '/science/second-name'])
    expect((await server.get(old)).headers.get('location'), old).toBe('/science/third-name')
  expect(await idOf()).toBe(id)
})
