import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crawl, type Met } from '#tests/fixtures/seo/crawl.ts'
import { linksOf, metaOf } from '#tests/fixtures/seo/dom.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'
import { addressesOf, everyAddress, sitemapsOf } from '#tests/fixtures/seo/sitemaps.ts'
import { publishedIn, type Written } from '#tests/fixtures/seo/written.ts'

describe.for([
  ['the sample publication', sampleSite],
  ['a hostile publication', hostileSite],
] as const)('%s', ([, start]) => {
  let site: PublicSite
  let met: Map<string, Met>
  let stories: Written[]
  beforeAll(async () => {
    site = await start()
    met = await crawl(site)
    stories = await publishedIn(site.room.root)
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  test('links from the front page on lead to every published story', () => {
    const missed = stories.filter(({ href }) => met.get(href)?.status !== 200)
    expect(stories.length).toBeGreaterThan(10)
    expect(missed).toEqual([])
  })

  test('no link leads to a redirect or to nothing', () => {
    const bad = Array.from(met).filter(([, { status }]) => status !== 200)
    expect(bad.map(([path, { status, from }]) => `${path} ${status} on ${from}`)).toEqual([])
  })

  test('every page that a link leads to is its own canonical', () => {
    const strays = Array.from(met).filter(
      ([path, { page }]) =>
        page && !metaOf(page, 'robots').join().includes('noindex') && canonicalOf(page) !== PUBLIC + path,
    )
    expect(strays.map(([path, { page }]) => `${path} → ${page && canonicalOf(page)}`)).toEqual([])
  })

  test('no two pages have one title', () => {
    const byTitle = Map.groupBy(
      Array.from(met).filter(([, { page }]) => page),
      ([, { page }]) => page?.title,
    )
    const shared = Array.from(byTitle, ([title, pages]) => [title, ...pages.map(([path]) => path)])
    expect(shared.filter(({ length }) => length > 2)).toEqual([])
  })

  test('every story is in one sitemap, once, and nothing that readers cannot see is in any', async () => {
    const found = await Promise.all((await sitemapsOf(site)).map((sitemap) => addressesOf(site, sitemap)))
    const articles = new Set(await Promise.all(stories.map(({ href }) => `${PUBLIC}${href}`)))
    const listed = found.flat().filter((address) => articles.has(address))
    expect(listed.sort()).toEqual(Array.from(articles).sort())
    const unseen = ['withdrawn', 'scheduled', 'draft', 'the-knights-tour-of-a-small-board', 'apophis-comes-by']
    expect(found.flat().filter((address) => unseen.some((slug) => address.endsWith(`/${slug}`)))).toEqual([])
  })

  test('every address of a sitemap is a page that answers 200, may be indexed and is its own canonical', async () => {
    const addresses = await everyAddress(site)
    const faults: string[] = []
    for (const address of addresses) {
      const page = met.get(address.slice(PUBLIC.length) || '/')?.page ?? (await site.page(address))
      if (canonicalOf(page) !== address) faults.push(`${address}: its canonical is ${canonicalOf(page)}`)
      if (metaOf(page, 'robots').join().includes('noindex')) faults.push(`${address}: may not be indexed`)
    }
    expect(faults).toEqual([])
  })

  test('every page that may be indexed is in a sitemap, but for later pages of lists and the days of the archive', async () => {
    const addresses = new Set(await everyAddress(site))
    const left = Array.from(met).filter(
      ([path, { page }]) =>
        page &&
        !metaOf(page, 'robots').join().includes('noindex') &&
        !path.includes('?') &&
        !/^\/archive\/\d{4}\/\d\d\/\d\d$/.test(path) &&
        !addresses.has(PUBLIC + path),
    )
    expect(left.map(([path]) => path)).toEqual([])
  })
})

const canonicalOf = (page: Document): string | undefined => linksOf(page, '[rel=canonical]')[0]
