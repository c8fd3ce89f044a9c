import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { toEntry, writeIndex, writeSitemap } from './write.ts'

const SITE = 'https://broadsheet.example'
const HOSTILE = `</title><!-- ]]> & &amp; "q" 'a' <script> 😀 \u05e9\u05dc\u05d5\u05dd \u2028`
/** What XML 1.0 cannot hold, one after the other. @see https://www.w3.org/TR/xml/#charsets */
const UNHOLDABLE = '\u0000\u0001\u0008\u000b\u000c\u001f\ud800x\udfff\ufffe\uffff'

const news = (title: string) => ({
  publication: { name: title, language: 'en' },
  publication_date: '2022-04-02T15:04:00-04:00',
  title,
})

/** Whether a parser takes it. */
async function isWellFormed(xml: string): Promise<boolean> {
  const { valid } = await validateXML({ xml: { fileName: 'a.xml', contents: xml }, normalization: 'c14n' })
  return valid
}

test('a story is told with its address, when it changed and its picture', async () => {
  const place = { href: '/world/a', modified: Date.parse('2022-04-02T15:04:00-04:00'), image: '/media/dot.png' }
  const xml = await writeSitemap('image', [toEntry(SITE, place)])
  expect(xml).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
      ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">' +
      '<url><loc>https://broadsheet.example/world/a</loc><lastmod>2022-04-02T19:04:00.000Z</lastmod>' +
      '<image:image><image:loc>https://broadsheet.example/media/dot.png</image:loc></image:image></url></urlset>\n',
  )
})

test('where nothing tells when a page changed, nothing is said', async () => {
  const xml = await writeSitemap('image', [toEntry(SITE, { href: '/about', modified: null, image: null })])
  expect(xml).not.toMatch(/lastmod|image:image/)
  expect(xml).toContain('<url><loc>https://broadsheet.example/about</loc></url>')
})

test('a sitemap of nothing is whole', async () => {
  const xml = await writeSitemap('news', [])
  expect(xml).toMatch(/<urlset [^>]+><\/urlset>\n$/)
  expect(await isWellFormed(xml)).toBe(true)
})

test.each([
  ['/media/a b.jpg', '/media/a%20b.jpg'],
  ['/media/ü/שלום.jpg', '/media/%C3%BC/%D7%A9%D7%9C%D7%95%D7%9D.jpg'],
  ['/media/100%.jpg', '/media/100%25.jpg'],
  ['/media/a?b#c&d.jpg', '/media/a%3Fb%23c%26d.jpg'],
])('the address of the file %s is %s', (image, address) => {
  expect(toEntry(SITE, { href: '/world/a', modified: null, image }).image).toBe(SITE + address)
})

test('a picture with an address that nobody answers is left out', () => {
  const image = `/media/${'é'.repeat(400)}.jpg`
  expect(toEntry(SITE, { href: '/world/a', modified: null, image })).toMatchObject({
    url: `${SITE}/world/a`,
    image: null,
  })
})

test('hostile text is text', async () => {
  const xml = await writeSitemap('news', [{ url: `${SITE}/world/a`, news: news(HOSTILE) }])
  expect(await isWellFormed(xml)).toBe(true)
  const [, title = ''] = /<news:title>(.*?)<\/news:title>/su.exec(xml) ?? []
  const read = title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  expect(read).toBe(HOSTILE)
})

test('characters that XML cannot hold are left out', async () => {
  const xml = await writeSitemap('news', [{ url: `${SITE}/world/a`, news: news(`a${UNHOLDABLE}b`) }])
  expect(xml).toContain('<news:title>axb</news:title>')
  expect(await isWellFormed(xml)).toBe(true)
})

test('the index names each file by absolute address, and when it changed where that is known', async () => {
  const entries = [
    { href: '/sitemaps/pages.xml', modified: null },
    { href: '/sitemaps/2022-04.xml', modified: Date.parse('2022-04-03T00:00:00Z') },
  ]
  const xml = await writeIndex('http://localhost:3000', entries)
  expect(xml).toContain(
    '<sitemap><loc>http://localhost:3000/sitemaps/pages.xml</loc></sitemap>' +
      '<sitemap><loc>http://localhost:3000/sitemaps/2022-04.xml</loc><lastmod>2022-04-03T00:00:00.000Z</lastmod></sitemap>',
  )
  expect(await isWellFormed(xml)).toBe(true)
})
