import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGES, UNINDEXED } from '#tests/browser/pages.ts'
import { linksOf, metaOf, readHtml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { broken } from '#tests/fixtures/seo/feed-rules.ts'
import { HOSTILE_PAGES } from '#tests/fixtures/seo/hostile-pages.ts'
import { articleHeadRules, headRules, indexedRules, versionsIn } from '#tests/fixtures/seo/metadata-rules.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'

/** Addresses that answer with a page which says that there is none, each with its status. */
const ERRORS = { '/nothing-here': 404, '/world/nothing-here': 404, '/topics/nothing-here': 404, '/a%00b': 400 }

describe.for([
  ['the sample publication', sampleSite, PAGES, ['/', '/world/how-the-suez-canal-works']],
  ['a hostile publication', hostileSite, HOSTILE_PAGES, ['/', '/world/shared']],
] as const)('%s', ([, start, kinds, translated]) => {
  let site: PublicSite
  const pages = new Map<string, Document>()
  beforeAll(async () => {
    site = await start()
    for (const path of Object.values<string>(kinds)) {
      const answer = await site.get(path)
      const page = readHtml(await answer.text())
      if (answer.status === 200 && !UNINDEXED.has(path)) pages.set(path, page)
    }
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  test('every page has one title, description and canonical, and one of each tag for sharing', () => {
    for (const [path, page] of pages)
      expect(broken([...headRules(page, path), ...indexedRules(page)]), path).toEqual([])
  })

  test('articles have their times, section, tags and authors', () => {
    const articles = Array.from(pages).filter(([, page]) => page.querySelector('article.story'))
    expect(articles.length).toBeGreaterThan(5)
    for (const [path, page] of articles) expect(broken(articleHeadRules(page)), path).toEqual([])
  })

  test('every picture that a page is shared with is there', async () => {
    for (const image of new Set(Array.from(pages.values()).flatMap((page) => metaOf(page, 'og:image')))) {
      const answer = await site.get(image)
      await answer.arrayBuffer()
      expect([answer.status, answer.headers.get('content-type')], image).toEqual([200, 'image/png'])
    }
  })

  test('every other form of a page that it names is there, in the type that it names', async () => {
    const links = Array.from(pages.values()).flatMap((page) =>
      Array.from(page.querySelectorAll('link[rel=alternate][type]'), (link) => [
        link.getAttribute('href') ?? '',
        link.getAttribute('type') ?? '',
      ]),
    )
    for (const [href, type] of new Map(links as [string, string][])) {
      const answer = await site.get(href)
      await answer.arrayBuffer()
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]], href).toEqual([
        200,
        type === 'application/json+oembed' ? 'application/json' : type,
      ])
    }
    for (const [path, page] of pages) {
      expect(linksOf(page, '[rel=alternate][type="application/rss+xml"]'), path).toContain(`${PUBLIC}/feed.xml`)
      const isStory = page.querySelector('article.story') !== null
      expect(linksOf(page, '[type="text/markdown"]'), path).toEqual(isStory ? [`${PUBLIC}${path}.md`] : [])
      expect(linksOf(page, '[type="application/json+oembed"]'), path).toHaveLength(isStory ? 1 : 0)
    }
  })

  test('versions for editions name each other and one for everybody else', async () => {
    for (const path of translated) {
      const versions = versionsIn(await site.page(path))
      expect(versions.get('x-default'), path).toBe(PUBLIC + path)
      expect(Array.from(versions.values()), path).toContain(PUBLIC + path)
      expect(versions.size, path).toBeGreaterThan(2)
      for (const other of versions.values()) expect(versionsIn(await site.page(other)), other).toEqual(versions)
    }
  })

  test('what is not there, or no more, is not indexed and is nowhere', async () => {
    for (const [path, status] of Object.entries(ERRORS)) {
      const answer = await site.get(path)
      const html = await answer.text()
      expect(answer.status, path).toBe(status)
      if (answer.headers.get('content-type')?.startsWith('text/html'))
        expect(broken(headRules(readHtml(html), null)), path).toEqual([])
    }
    const path = kinds === PAGES ? PAGES['a withdrawn story'] : '/world/withdrawn'
    const gone = await site.get(path)
    const page = readHtml(await gone.text())
    expect([gone.status, metaOf(page, 'robots')], path).toEqual([410, ['noindex']])
    for (const unseen of ['/world/scheduled', '/world/draft']) expect((await site.get(unseen)).status).toBe(404)
  })
})

test('an older page of a list is its own canonical, and knows the first', async () => {
  await using site = await hostileSite()
  const older = HOSTILE_PAGES['an older page of a section'] ?? ''
  const [one, two] = [await site.page('/world'), await site.page(older)]
  expect(linksOf(one, '[rel=next]')).toEqual([PUBLIC + older])
  expect(linksOf(two, '[rel=prev]')).toEqual([`${PUBLIC}/world`])
  expect(linksOf(two, '[rel=canonical]')).toEqual([PUBLIC + older])
  expect(textsOf(two, 'title')[0]).toContain('stories up to March 20, 2021')
})

test('words for search engines stand in for the headline and dek where the editor gave them', async () => {
  await using site = await hostileSite()
  const page = await site.page('/world/searched')
  expect(textsOf(page, 'title')[0]).toContain('For & "search"')
  expect(metaOf(page, 'description')).toEqual(['For ]]> & "search" alone'])
})
