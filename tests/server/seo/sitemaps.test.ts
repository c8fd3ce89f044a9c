import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthOf } from '#lib/content/catalog/keys.ts'
import { attributesOf, metaOf, readXml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'
import { schemaFaults } from '#tests/fixtures/seo/schemas.ts'
import { sitemapsOf } from '#tests/fixtures/seo/sitemaps.ts'
import { publishedIn, type Written } from '#tests/fixtures/seo/written.ts'

const MOST = 50_000
const MOST_BYTES = 50 * 1024 * 1024
const TWO_DAYS = 48 * 3_600_000

describe.for([
  ['the sample publication', sampleSite],
  ['a hostile publication', hostileSite],
] as const)('%s', ([, start]) => {
  let site: PublicSite
  let stories: Written[]
  const files = new Map<string, string>()
  beforeAll(async () => {
    site = await start()
    stories = await publishedIn(site.room.root)
    for (const address of await sitemapsOf(site)) files.set(address, await site.text(address))
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  /** What the sitemaps say of each address. */
  const entries = () => Array.from(files.values()).flatMap((xml) => Array.from(readXml(xml).querySelectorAll('url')))

  test('the index, every file of it and the news sitemap are valid by schema, XML by type, and within the limits', async () => {
    const index = await site.text('/sitemap.xml')
    const news = await site.text('/news-sitemap.xml')
    expect(await schemaFaults('sitemap-index', new Map([['index', index]]))).toEqual([])
    expect(await schemaFaults('sitemap', files)).toEqual([])
    expect(await schemaFaults('news-sitemap', new Map([['news', news]]))).toEqual([])
    for (const [address, xml] of files) {
      expect(textsOf(readXml(xml), 'url').length, address).toBeLessThanOrEqual(MOST)
      expect(Buffer.byteLength(xml), address).toBeLessThan(MOST_BYTES)
    }
    for (const address of [...files.keys(), '/sitemap.xml', '/news-sitemap.xml'])
      expect((await site.get(address)).headers.get('content-type')).toBe('application/xml; charset=utf-8')
  })

  test('a story is in the file of its month of publication, changed when the story was, with its picture', async () => {
    for (const { href, published } of stories) {
      const month = monthOf(Date.parse(published))
      const xml = readXml(files.get(`${PUBLIC}/sitemaps/${month}.xml`) ?? '<none/>')
      const entry = Array.from(xml.querySelectorAll('url')).find((url) => textsOf(url, 'loc')[0] === PUBLIC + href)
      if (entry === undefined) throw new Error(`${href} is not in the sitemap of ${month}`)
      const page = await site.page(href)
      const [modified = published] = metaOf(page, 'article:modified_time')
      expect(Date.parse(textsOf(entry, 'lastmod')[0] ?? ''), href).toBe(Date.parse(modified))
      const images = Array.from(entry.getElementsByTagName('image:loc'), (image) => image.textContent ?? '')
      expect(images.length, href).toBe(page.querySelector('.story-lead img') === null ? 0 : 1)
      for (const image of images) {
        const answer = await site.get(image)
        await answer.arrayBuffer()
        expect(answer.status, image).toBe(200)
      }
    }
  })

  test('nothing was changed in the future, and the index knows the newest change of each file', async () => {
    const index = await site.xml('/sitemap.xml')
    for (const sitemap of index.querySelectorAll('sitemap')) {
      const [address = '', said] = [...textsOf(sitemap, 'loc'), ...textsOf(sitemap, 'lastmod')]
      const changes = textsOf(readXml(files.get(address) ?? ''), 'url > lastmod').map((date) => Date.parse(date))
      if (said !== undefined) expect(Date.parse(said), address).toBe(Math.max(...changes))
      expect(Math.max(0, ...changes), address).toBeLessThanOrEqual(Date.now())
    }
    expect(entries().length).toBeGreaterThanOrEqual(stories.length)
  })

  test('the news sitemap has the stories of the last two days alone, each with title, time and language', async () => {
    const news = await site.xml('/news-sitemap.xml')
    const items = Array.from(news.querySelectorAll('url'))
    const recent = stories.filter(({ published }) => Date.parse(published) > Date.now() - TWO_DAYS)
    expect(items.map((item) => textsOf(item, 'loc')[0]).sort()).toEqual(recent.map(({ href }) => PUBLIC + href).sort())
    for (const item of items) {
      const said = (name: string) => item.getElementsByTagName(`news:${name}`)[0]?.textContent ?? ''
      const page = await site.page(textsOf(item, 'loc')[0] ?? '')
      const { headline, datePublished, inLanguage } = JSON.parse(textsOf(page, 'script')[0] ?? '')['@graph'][0]
      expect([said('title'), said('publication_date')]).toEqual([headline, datePublished])
      expect(said('language')).toBe(new Intl.Locale(inLanguage).language)
      expect(said('name')).toBe(metaOf(page, 'og:site_name')[0])
    }
  })

  test('there is no file for a month, a part or a name that has nothing', async () => {
    for (const name of ['1999-01', '2022-13', '2022-04-99', '2022-04-1', 'nothing', '..%2fsecret', ''])
      expect((await site.get(`/sitemaps/${name}.xml`)).status, name).toBeGreaterThanOrEqual(400)
  })

  test('alternates in sitemaps, where there are any, are those of the page', async () => {
    for (const entry of entries().filter((url) => url.getElementsByTagName('xhtml:link').length > 0)) {
      const page = await site.page(textsOf(entry, 'loc')[0] ?? '')
      const links = Array.from(entry.getElementsByTagName('xhtml:link'), (link) => link.getAttribute('href'))
      expect(links.sort()).toEqual(attributesOf(page, 'link[rel=alternate][hreflang]', 'href').sort())
    }
  })
})
