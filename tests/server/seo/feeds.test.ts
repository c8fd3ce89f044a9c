import Parser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedAddresses } from '#lib/seo/addresses.ts'
import { linksOf, readHtml, readXml, textsOf } from '#tests/fixtures/seo/dom.ts'
import { atomRules, broken, rssRules } from '#tests/fixtures/seo/feed-rules.ts'
import { jsonFeedFaults, readJsonFeed } from '#tests/fixtures/seo/json-feed.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'
import { schemaFaults } from '#tests/fixtures/seo/schemas.ts'

const TYPES = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' } as const

/** Every kind of list that has feeds, by the address of its page. */
const SAMPLE = [
  '/',
  '/us',
  '/uk',
  '/science',
  '/puzzles',
  '/topics/moon',
  '/topics/measurement',
  '/authors/rosa-delgado',
]
const HOSTILE = [
  '/',
  '/us',
  '/uk',
  '/il',
  '/world',
  '/quiet',
  '/topics/made',
  '/topics/plain-topic',
  '/authors/amp',
  '/authors/lt',
]

describe.for([
  ['the sample publication', sampleSite, SAMPLE],
  ['a hostile publication', hostileSite, HOSTILE],
] as const)('%s', ([, start, lists]) => {
  let site: PublicSite
  const texts = { rss: new Map<string, string>(), atom: new Map<string, string>(), json: new Map<string, string>() }
  beforeAll(async () => {
    site = await start()
    for (const list of lists)
      for (const form of ['rss', 'atom', 'json'] as const) {
        const address = `${PUBLIC}${feedAddresses(list)[form]}`
        texts[form].set(address, await site.text(address))
      }
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  test('RSS and Atom are valid by schema', async () => {
    expect(await schemaFaults('rss', texts.rss)).toEqual([])
    expect(await schemaFaults('atom', texts.atom)).toEqual([])
  })

  test('RSS keeps the rules of its specification and of the feed validator', () => {
    for (const [address, xml] of texts.rss) expect(broken(rssRules(xml, address)), address).toEqual([])
  })

  test('Atom keeps the rules of its specification and of the feed validator', () => {
    for (const [address, xml] of texts.atom) expect(broken(atomRules(xml, address)), address).toEqual([])
  })

  test('JSON feeds keep the rules of version 1.1', () => {
    for (const [address, json] of texts.json) expect(jsonFeedFaults(readJsonFeed(json), address), address).toEqual([])
  })

  test('a feed reader finds the same stories in all three', async () => {
    const parser = new Parser()
    for (const list of lists) {
      const { rss, atom, json } = feedAddresses(list)
      const one = await parser.parseString(texts.rss.get(PUBLIC + rss) ?? '')
      const two = await parser.parseString(texts.atom.get(PUBLIC + atom) ?? '')
      const three = readJsonFeed(texts.json.get(PUBLIC + json) ?? '')
      const of = (items: readonly { title?: string | undefined; link?: string | undefined }[]) =>
        items.map(({ title, link }) => ({ title, link }))
      const stories = three.items.map(({ title, url }) => ({ title, link: url }))
      expect(of(one.items), rss).toEqual(stories)
      expect(of(two.items), atom).toEqual(stories)
      expect([one.title, two.title]).toEqual([three.title, three.title])
      const ids = three.items.map(({ id }) => id)
      expect(one.items.map(({ guid }) => guid)).toEqual(ids)
      expect(two.items.map((item) => 'id' in item && item.id)).toEqual(ids)
    }
  })

  test('each is of its own type, may be read by any site, and is asked again by what it was', async () => {
    for (const [form, feeds] of Object.entries(texts) as [keyof typeof TYPES, Map<string, string>][])
      for (const address of feeds.keys()) {
        const { headers } = await site.get(address)
        expect(headers.get('content-type'), address).toBe(`${TYPES[form]}; charset=utf-8`)
        expect(headers.get('access-control-allow-origin'), address).toBe('*')
        // By itself `fetch` would ask for no copy but the origin's.
        const again = await site.get(address, {
          'if-none-match': headers.get('etag') ?? 'none',
          'cache-control': 'max-age=0',
        })
        expect(again.status, address).toBe(304)
      }
  })

  test('the page of each list names its feeds, and every story in them is its own canonical', async () => {
    for (const list of lists.filter((list) => list !== '/us')) {
      const page = await site.page(list)
      for (const form of ['rss', 'atom', 'json'] as const)
        expect(linksOf(page, `[rel=alternate][type="${TYPES[form]}"]`), list).toContain(
          PUBLIC + feedAddresses(list)[form],
        )
    }
    const stories = new Set(Array.from(texts.rss.values(), (xml) => textsOf(readXml(xml), 'item > link')).flat())
    for (const story of stories) expect(linksOf(await site.page(story), '[rel=canonical]')).toEqual([story])
  })
  test('every address of this site that a feed gives, within its stories too, answers 200', async () => {
    const given = [...texts.rss.values(), ...texts.atom.values()].flatMap((xml) => ownAddresses(readXml(xml)))
    expect(given.length).toBeGreaterThan(50)
    for (const address of new Set(given)) {
      const answer = await site.get(address)
      await answer.arrayBuffer()
      expect(answer.status, address).toBe(200)
    }
  })
})

/** The addresses of this site in a feed: in attributes, in elements that hold nothing else, and in HTML that it carries. */
function ownAddresses(within: Document): string[] {
  const values = Array.from(within.querySelectorAll('*')).flatMap((element) => [
    ...Array.from(element.attributes, ({ value }) => value),
    ...(element.children.length === 0 ? [element.textContent ?? ''] : []),
  ])
  const html = values.filter((value) => value.includes('</p>')).flatMap((value) => ownAddresses(readHtml(value)))
  // A fragment stays with the reader.
  const own = values.filter((value) => value.startsWith(`${PUBLIC}/`) && !/[\s<]/.test(value))
  return [...own.map((address) => address.replace(/#.*/, '')), ...html]
}
