import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGES } from '#tests/browser/pages.ts'
import { linksOf, metaOf, readHtml, readXml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'
import { schemaFaults } from '#tests/fixtures/seo/schemas.ts'
import { publishedIn, type Written } from '#tests/fixtures/seo/written.ts'

/** What a browser says that it takes. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

const oembed = (href: string, more = ''): string => `/oembed?url=${encodeURIComponent(PUBLIC + href)}${more}`

describe.for([
  ['the sample publication', sampleSite, PAGES['a withdrawn story']],
  ['a hostile publication', hostileSite, '/world/withdrawn'],
] as const)('%s', ([, start, withdrawn]) => {
  let site: PublicSite
  let stories: Written[]
  beforeAll(async () => {
    site = await start()
    stories = (await publishedIn(site.room.root)).slice(0, 30)
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  test('every story is there as Markdown whose front matter says what the page says', async () => {
    for (const { href } of stories) {
      const [answer, page] = [await site.get(`${href}.md`), await site.page(href)]
      const text = await answer.text()
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
      const facts = load(front) as Record<string, unknown> & { authors?: { name: string; url: string }[] }
      expect(answer.headers.get('content-type'), href).toBe('text/markdown; charset=utf-8')
      expect(answer.headers.get('link'), href).toContain(`<${PUBLIC}${href}>; rel="canonical"`)
      expect(answer.headers.get('x-robots-tag'), href).toBe('noindex')
      expect([facts.title, facts.canonical], href).toEqual([page.querySelector('h1')?.textContent, PUBLIC + href])
      const people = Array.from(page.querySelectorAll('.meta a[rel=author]'), (link) => link.textContent)
      if (people.length > 0)
        expect(
          facts.authors?.map(({ name }) => name),
          href,
        ).toEqual(people)
      expect(body, href).not.toMatch(/^:::?\w|\]\(\/|(?<!\\)<(script|iframe)/m)
    }
  })

  test('a page is Markdown to who asks for it, and HTML to everybody else', async () => {
    const [{ href } = { href: '/' }] = stories
    const typeFor = async (accept: string) => {
      const answer = await site.get(href, { accept })
      await answer.arrayBuffer()
      expect(answer.headers.get('vary')?.toLowerCase(), accept).toContain('accept')
      return answer.headers.get('content-type')?.split(';')[0]
    }
    for (const accept of ['text/markdown', 'text/markdown, text/html;q=0.5', 'TEXT/Markdown;q=1, */*;q=0.1'])
      expect(await typeFor(accept), accept).toBe('text/markdown')
    for (const accept of [BROWSER, '*/*', 'text/*', 'text/html, text/markdown', 'text/markdown;q=0, */*', 'a', ''])
      expect(await typeFor(accept), accept).toBe('text/html')
  })

  test('a page announces its Markdown in a header', async () => {
    for (const { href } of stories.slice(0, 5)) {
      const link = (await site.get(href)).headers.get('link') ?? ''
      expect(link, href).toMatch(new RegExp(`<(${PUBLIC})?${href}\\.md>; rel="?alternate"?; type="text/markdown"`))
    }
  })

  test('oEmbed answers about every story, in JSON and in XML, within the size asked for', async () => {
    const xml = new Map<string, string>()
    for (const { href } of stories) {
      const page = await site.page(href)
      const answer = (await site.json(oembed(href, '&maxwidth=400&maxheight=300'))) as Record<string, string | number>
      expect(answer, href).toMatchObject({ type: 'rich', version: '1.0', title: page.querySelector('h1')?.textContent })
      expect(Number(answer.width), href).toBeLessThanOrEqual(400)
      expect(Number(answer.height), href).toBeLessThanOrEqual(300)
      const frame = readHtml(`${answer.html}`).querySelector('iframe')
      expect([frame?.title, frame?.hasAttribute('sandbox')], href).toEqual([answer.title, true])
      expect([frame?.width, frame?.height], href).toEqual([`${answer.width}`, `${answer.height}`])
      const card = readHtml(await site.text(`${frame?.getAttribute('src')}`))
      expect(card.body.textContent, href).toContain(answer.title)
      // A picture that is wider than was asked for must be left out.
      expect(answer.thumbnail_url, href).toBeUndefined()
      expect(await site.json(oembed(href)), href).toMatchObject({ thumbnail_url: metaOf(page, 'og:image')[0] })
      xml.set(href, await site.text(oembed(href, '&format=xml&maxwidth=400&maxheight=300')))
      const said = readXml(xml.get(href) ?? '').documentElement
      expect([textsOf(said, 'title')[0], textsOf(said, 'html')[0]], href).toEqual([answer.title, answer.html])
    }
    expect(await schemaFaults('oembed', xml)).toEqual([])
  })

  test('oEmbed knows nothing of what is not a story of this site', async () => {
    const asks = {
      '/oembed': 400,
      '/oembed?url=nothing': 400,
      [oembed('/nothing-here')]: 404,
      [oembed('/about')]: 404,
      [oembed('/world/draft')]: 404,
      [`/oembed?url=${encodeURIComponent('https://a.example/world/bare')}`]: 404,
      [oembed(stories[0]?.href ?? '', '&format=yaml')]: 501,
    }
    for (const [ask, status] of Object.entries(asks)) expect((await site.get(ask)).status, ask).toBe(status)
  })

  test('a card may be framed by anybody, runs nothing, and leads to the story in a window of its own', async () => {
    for (const { slug, href } of stories) {
      const answer = await site.get(`/embed/${slug}`)
      const card = readHtml(await answer.text())
      expect(answer.headers.get('content-security-policy'), slug).toContain('frame-ancestors *')
      expect(card.querySelector('script'), slug).toBeNull()
      expect(metaOf(card, 'robots').join() + answer.headers.get('x-robots-tag'), slug).toContain('noindex')
      const links = Array.from(card.querySelectorAll('a'))
      expect(
        links.map((link) => new URL(link.getAttribute('href') ?? '', PUBLIC).pathname),
        slug,
      ).toContain(href)
      expect(
        links.every(({ target, rel }) => target === '_blank' && rel.includes('noopener')),
        slug,
      ).toBe(true)
      expect(
        linksOf(card, '[rel=canonical]').every((canonical) => canonical === PUBLIC + href),
        slug,
      ).toBe(true)
    }
  })

  test('a withdrawn story is gone in every form', async () => {
    expect((await site.get(withdrawn)).status).toBe(410)
    expect((await site.get(`${withdrawn}.md`)).status).toBe(410)
    expect((await site.get(withdrawn, { accept: 'text/markdown' })).status).toBe(410)
    expect([404, 410]).toContain((await site.get(`/embed/${withdrawn.split('/').at(-1)}`)).status)
    expect([404, 410]).toContain((await site.get(oembed(withdrawn))).status)
    for (const feed of ['/feed.xml', '/feed.atom', '/feed.json', '/llms.txt', '/news-sitemap.xml'])
      expect(await site.text(feed), feed).not.toContain(`${withdrawn}`)
  })

  test('pictures may be shown by other sites', async () => {
    const page = await site.page(stories[0]?.href ?? '')
    const [share = ''] = metaOf(page, 'og:image')
    const pictures = [share, withdrawn.startsWith('/world') ? '/media/dot.png' : '/media/logo.png']
    for (const picture of pictures)
      expect((await site.get(picture)).headers.get('cross-origin-resource-policy'), picture).toBe('cross-origin')
  })
})
