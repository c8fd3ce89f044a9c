import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { linksOf, metaOf } from '#tests/fixtures/seo/dom.ts'
import { hostileSite, PUBLIC, type PublicSite } from '#tests/fixtures/seo/public-site.ts'

const FILE = 'articles/just-now.md'
const HREF = '/world/just-now'
const OEMBED = `/oembed?url=${encodeURIComponent(PUBLIC + HREF)}`

/** Everything that tells of a new story. */
const LISTS = ['/', '/world', '/authors/jo', '/topics/new', '/news-sitemap.xml', '/llms.txt']
const FEEDS = ['', '/us', '/world', '/authors/jo', '/topics/new'].flatMap((list) => [
  `${list}/feed.xml`,
  `${list}/feed.atom`,
  `${list}/feed.json`,
])
const FORMS = [HREF, `${HREF}.md`, '/embed/just-now', OEMBED]

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000).toISOString()

const story = (title: string, over = {}) =>
  article({ title, authors: '[jo]', topics: '[new]', published: AN_HOUR_AGO, image: null, ...over })

/** Which of them hold a text. */
async function holders(site: PublicSite, text: string): Promise<string[]> {
  const all = [...LISTS, ...FEEDS, ...FORMS]
  const texts = await Promise.all(all.map(async (address) => (await site.get(address)).text()))
  return all.filter((_, at) => texts[at]?.includes(text))
}

test('what is published, changed or withdrawn is so at once in every page, feed, sitemap, card and picture', async () => {
  await using site = await hostileSite()
  await site.room.write({ 'authors/jo.md': '---\nname: Jo March\n---\n', [FILE]: story('The first headline') })
  await site.server.shows('/authors/jo', 'The first headline')
  expect(await holders(site, 'The first headline')).toEqual([...LISTS, ...FEEDS, ...FORMS])
  const [drawn] = metaOf(await site.page(HREF), 'og:image')

  await site.room.write({ [FILE]: story('The second headline') })
  await site.server.shows(HREF, 'The second headline')
  expect(await holders(site, 'The second headline')).toEqual([...LISTS, ...FEEDS, ...FORMS])
  expect(await holders(site, 'The first headline')).toEqual([])
  expect(metaOf(await site.page(HREF), 'og:image')).not.toEqual([drawn])

  const month = `/sitemaps/${AN_HOUR_AGO.slice(0, 7)}.xml`
  expect(await site.text(month)).toContain(`<loc>${PUBLIC}${HREF}</loc>`)

  const gone = { status: 'withdrawn', withdrawn: `{ date: ${AN_HOUR_AGO}, reason: It was wrong. }` }
  await site.room.write({ [FILE]: story('The second headline', gone) })
  await site.server.until(async () => (await site.server.status(HREF)) === 410)
  const told = await holders(site, 'The second headline')
  expect(told.filter((address) => !FORMS.includes(address))).toEqual([])
  // Its own page, Markdown and card say that it is gone.
  for (const form of FORMS) expect([404, 410], form).toContain((await site.get(form)).status)
  expect(await site.text(month)).not.toContain(HREF)
})

test('a name that changes in site.yaml changes in every form', async () => {
  await using site = await hostileSite()
  const forms = [
    '/',
    '/world/bare',
    '/world/bare.md',
    '/feed.xml',
    '/feed.atom',
    '/feed.json',
    '/manifest.webmanifest',
    '/llms.txt',
    '/news-sitemap.xml',
  ]
  for (const form of forms) expect(await site.text(form), form).not.toContain('The New Name')
  const yaml =
    'name: The New Name\ndescription: New.\nurl: https://broadsheet.example\nlocale: en-US\ntimezone: America/New_York\npublisher: { name: New }\neditions: [{ slug: us, name: US }, { slug: uk, name: UK }, { slug: il, name: IL, locale: he-IL }]\nkinds: { review: Review }\n'
  await site.room.write({ 'site.yaml': yaml })
  await site.server.shows('/world/bare', 'The New Name')
  for (const form of forms) expect(await site.text(form), form).toContain('The New Name')
  expect(linksOf(await site.page('/'), '[rel=alternate][type="application/rss+xml"]')).toContain(`${PUBLIC}/feed.xml`)
})
