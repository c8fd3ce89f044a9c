import { load } from 'js-yaml'
import Parser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf, metaOf, readHtml, shown, textsOf } from '#tests/fixtures/seo/dom.ts'
import { isNode, listOf } from '#tests/fixtures/seo/google.ts'
import { graphOf } from '#tests/fixtures/seo/graph.ts'
import { hostileAddress } from '#tests/fixtures/seo/hostile-pages.ts'
import { HOSTILE, HOSTILE_NAMES, type Hostile } from '#tests/fixtures/seo/hostile-texts.ts'
import { readJsonFeed } from '#tests/fixtures/seo/json-feed.ts'
import { hostileSite, PUBLIC, type PublicSite } from '#tests/fixtures/seo/public-site.ts'

let site: PublicSite
/** What each form of the feed tells, by the path of the story. */
let feeds: Readonly<Record<'rss' | 'atom' | 'json', ReadonlyMap<string, Item>>>
let news: Document

/** A story as a feed tells it. */
interface Item {
  readonly title?: string | undefined
  readonly content?: string | undefined
  readonly tags: readonly string[]
  readonly authors: readonly string[]
}

beforeAll(async () => {
  site = await hostileSite()
  const parser = new Parser<object, { author?: string; 'content:encoded'?: string }>()
  const parse = async (address: string) =>
    new Map(
      (await parser.parseString(await site.text(address))).items.map((item) => [
        item.link?.slice(PUBLIC.length) ?? '',
        {
          title: item.title,
          content: item['content:encoded'] ?? item.content,
          tags: (item.categories ?? []).map((one: unknown) => (isNode(one) ? JSON.stringify(one) : `${one}`)),
          authors: [item.creator ?? item.author ?? ''].flat(),
        },
      ]),
    )
  const { items } = readJsonFeed(await site.text('/feed.json'))
  const json = new Map(
    items.map(({ url, title, content_html, tags = [], authors }) => [
      url.slice(PUBLIC.length),
      { title, content: content_html, tags, authors: authors.map(({ name = '' }) => name) },
    ]),
  )
  feeds = { rss: await parse('/feed.xml'), atom: await parse('/feed.atom'), json }
  news = await site.xml('/news-sitemap.xml')
})
afterAll(async () => await site[Symbol.asyncDispose]())

/** Quotes, dashes and dots as they were typed: the site sets them as printers do. */
const typed = (text = ''): string =>
  text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('—', '---').replaceAll('–', '--').replaceAll('…', '...')

/** A text with its white space as HTML shows it. */
const plain = (text: string): string => typed(text).replace(/\s+/g, ' ').trim()

describe.for(HOSTILE_NAMES)('a headline and dek of %s', (name: Hostile) => {
  const href = hostileAddress(name)
  const headline = HOSTILE[name]
  let page: Document
  beforeAll(async () => {
    page = await site.page(href)
  })

  test('come out of the page as they went in, and nothing else does', () => {
    const h1 = page.querySelector('h1')
    expect(typed(h1?.textContent ?? '')).toBe(typed(headline))
    expect(h1?.children.length).toBe(0)
    expect(Array.from(page.scripts, ({ type }) => type)).toEqual(['application/ld+json'])
    expect(page.querySelector('h1 b, h1 script, .story [onerror]')).toBeNull()
  })

  test('come out of the head', () => {
    expect(plain(textsOf(page, 'title')[0] ?? '')).toContain(plain(headline))
    expect(typed(metaOf(page, 'og:title')[0])).toBe(typed(headline))
    expect(typed(metaOf(page, 'og:description')[0])).toBe(`${typed(headline)}.`)
    expect(typed(metaOf(page, 'description')[0])).toBe(`${typed(headline)}.`)
    expect(linksOf(page, '[rel=canonical]')).toEqual([PUBLIC + href])
  })

  test('come out of the graph', () => {
    const [work] = graphOf(page)
    expect(typed(`${work?.headline}`)).toBe(typed(headline))
    expect(typed(`${work?.description}`)).toBe(`${typed(headline)}.`)
    const [source] = listOf(work?.citation).filter(isNode)
    expect([typed(`${source?.name}`), source?.url]).toEqual([typed(headline), "https://a.example/?a=1&b='2'#c"])
  })

  test('come out of all three feeds, with the whole text', () => {
    for (const [form, items] of Object.entries(feeds)) {
      const item = items.get(href)
      expect(typed(item?.title), form).toBe(typed(headline))
      const { body } = readHtml(item?.content ?? '')
      expect(shown(body), form).toMatch(/begins with \]\]> and <\/script> & “quotes” — 😀, שלום and \S* ?more/)
      expect(body.querySelector('script'), form).toBeNull()
      expect(typed(item?.authors.join()), form).toContain(`Ann "&" <O'Neill>`)
    }
  })

  test('come out of the news sitemap, the Markdown and the card', async () => {
    const entry = Array.from(news.querySelectorAll('url')).find((url) => textsOf(url, 'loc')[0] === PUBLIC + href)
    expect(typed(entry?.getElementsByTagName('news:title')[0]?.textContent ?? '')).toBe(typed(headline))
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(await site.text(`${href}.md`)) ?? []
    const facts = load(front) as { title: string; description: string }
    expect([typed(facts.title), typed(facts.description)]).toEqual([typed(headline), `${typed(headline)}.`])
    const card = await site.page(`/embed/hostile-${name}`)
    expect(plain(card.body.textContent ?? '')).toContain(plain(headline))
  })
})

test('topics, sections, series, authors and the paper keep their names in every sink', async () => {
  const page = await site.page(hostileAddress('script'))
  const [work, trail] = graphOf(page)
  expect(listOf(work?.keywords).map((tag) => typed(`${tag}`))).toEqual([`Made & "up" ]]>`, 'Plain topic'])
  expect(typed(metaOf(page, 'article:section')[0])).toBe('World & <Space>')
  expect(metaOf(page, 'article:tag').map(typed)).toEqual([`Made & "up" ]]>`, 'Plain topic'])
  expect(typed(metaOf(page, 'og:site_name')[0])).toBe('Ham & "Eggs" <Daily>')
  const steps = listOf(trail?.itemListElement).filter(isNode)
  expect(steps.slice(0, 2).map((step) => typed(`${step.name}`))).toEqual(['Ham & "Eggs" <Daily>', 'World & <Space>'])
  const { items } = readJsonFeed(await site.text('/feed.json'))
  const story = items.find(({ url }) => url === PUBLIC + hostileAddress('script'))
  expect(story?.tags?.map(typed)).toEqual(expect.arrayContaining([`Made & "up" ]]>`]))
})

test('what is written in another language, from right to left, says so', async () => {
  for (const [path, part] of [
    ['/il', 'main'],
    ['/world/shared-il', 'article.story'],
  ] as const) {
    const h1 = (await site.page(path)).querySelector(`${part} h1, ${part} h2`)
    expect(h1?.closest('[lang]')?.getAttribute('lang'), path).toBe('he-IL')
    expect(h1?.closest('[dir]')?.getAttribute('dir'), path).toBe('rtl')
  }
})
