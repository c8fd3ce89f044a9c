import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGES, UNINDEXED } from '#tests/browser/pages.ts'
import { attributesOf, readHtml, shown, textsOf } from '#tests/fixtures/seo/dom.ts'
import { broken } from '#tests/fixtures/seo/feed-rules.ts'
import {
  ARTICLE,
  articleRules,
  breadcrumbRules,
  isNode,
  listOf,
  listRules,
  type Node,
  organizationRules,
  profileRules,
} from '#tests/fixtures/seo/google.ts'
import { allNodes, described, emptyIn, expand, graphOf, mentioned, nodesOf } from '#tests/fixtures/seo/graph.ts'
import { HOSTILE_PAGES } from '#tests/fixtures/seo/hostile-pages.ts'
import { hostileSite, PUBLIC, type PublicSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'

const WORKS = [...ARTICLE, 'Quiz']

describe.for([
  ['the sample publication', sampleSite, PAGES],
  ['a hostile publication', hostileSite, HOSTILE_PAGES],
] as const)('%s', ([, start, kinds]) => {
  let site: PublicSite
  const pages = new Map<string, Document>()
  beforeAll(async () => {
    site = await start()
    for (const path of Object.values<string>(kinds)) {
      const answer = await site.get(path)
      if (answer.status !== 404 && !UNINDEXED.has(path)) pages.set(path, readHtml(await answer.text()))
    }
  })
  afterAll(async () => await site[Symbol.asyncDispose]())

  /** The nodes of some types on all pages, each with its page. */
  const every = (...types: readonly string[]) =>
    Array.from(pages).flatMap(([path, page]) =>
      nodesOf(graphOf(page), ...types).map((node) => ({ path, page, node, graph: graphOf(page) })),
    )

  test('each page has one graph, which expands without loss, and says who publishes it', async () => {
    for (const [path, page] of pages) {
      const graph = graphOf(page)
      const expanded = await expand(page)
      const names = allNodes(expanded).flatMap((node) => Object.keys(node))
      expect(
        // Properties of actions that are to be filled in end so: https://schema.org/docs/actions.html#part-4
        names.filter((name) => !/^@|^https:\/\/schema\.org\/[a-zA-Z]+(?:-input)?$/.test(name)),
        path,
      ).toEqual([])
      expect(emptyIn(graph), path).toEqual([])
      expect(nodesOf(graph, 'NewsMediaOrganization'), path).toHaveLength(1)
    }
  })

  test('ids are absolute, and those that a page does not explain are explained by the page that they name', async () => {
    const faults: string[] = []
    for (const [path, page] of pages) {
      const graph = graphOf(page)
      faults.push(...Array.from(described(graph).keys()).filter((id) => !id.startsWith(`${PUBLIC}/`)))
      for (const id of mentioned(graph)) {
        const named = await site.page(id.replace(/#.*/, ''))
        if (!described(graphOf(named)).has(id)) faults.push(`${path}: ${id} is explained nowhere`)
      }
    }
    expect(faults).toEqual([])
  })

  test('articles keep the rules of search engines and say what the page shows', () => {
    const works = every(...WORKS)
    expect(works.length).toBeGreaterThan(5)
    for (const { path, page, node } of works) {
      expect(broken(articleRules(node)), path).toEqual([])
      expect(node.headline, path).toBe(page.querySelector('h1')?.textContent)
      const [published, ...times] = attributesOf(page, 'article.story .meta time, #corrections time', 'datetime')
      expect(Date.parse(`${node.datePublished}`), path).toBe(Date.parse(`${published}`))
      expect([published, ...times], path).toContain(node.dateModified)
      const people = textsOf(page, '.meta a[rel=author]')
      const authors = listOf(node.author).filter(isNode)
      if (people.length > 0)
        expect(
          authors.map(({ name }) => name),
          path,
        ).toEqual(people)
      else expect(shown(page.querySelector('.meta p')), path).toBe(`By ${authors[0]?.name}`.replace(/\s+/g, ' '))
      const corrections = listOf(node.correction).filter(isNode)
      const notices = Array.from(page.querySelectorAll('#corrections span.html'), shown)
      expect(
        corrections.map(({ text }) => `${text}`.replace(/\s+/g, ' ')),
        path,
      ).toEqual(notices)
      expect(listOf(node.keywords), path).toEqual(textsOf(page, '#topics a'))
      expect(
        listOf(node.citation)
          .filter(isNode)
          .map(({ url }) => url),
        path,
      ).toEqual(attributesOf(page, '#sources a', 'href'))
    }
  })

  test('pictures of articles come in three shapes, each of the size that is said', async () => {
    for (const { path, node } of every(...WORKS).slice(0, 8)) {
      const images = listOf(node.image).filter(isNode)
      for (const image of images) {
        const answer = await site.get(`${image.url}`)
        expect(answer.status, `${path}: ${image.url}`).toBe(200)
        expect(answer.headers.get('content-type'), path).toMatch(/^image\/(jpeg|png|webp)$/)
        await answer.arrayBuffer()
      }
      const wanted = images.length === 1 ? [1200 / 630] : [16 / 9, 4 / 3, 1]
      // To the pixel: a small picture has no exact crop.
      const isOf = (shape: number) => (image: Node) => Math.abs(Number(image.width) - Number(image.height) * shape) <= 1
      expect(
        wanted.filter((shape) => !images.some(isOf(shape))),
        path,
      ).toEqual([])
    }
  })

  test('breadcrumbs, profiles, lists and publishers keep their rules', () => {
    for (const { path, node } of every('BreadcrumbList')) expect(broken(breadcrumbRules(node)), path).toEqual([])
    for (const { path, node, graph } of every('ProfilePage'))
      expect(broken(profileRules(node, described(graph))), path).toEqual([])
    for (const { path, node } of every('CollectionPage')) {
      const lists = listOf(node.mainEntity).filter(isNode)
      expect(lists, path).toHaveLength(1)
      for (const list of lists) expect(broken(listRules(list)), path).toEqual([])
    }
    for (const { path, node } of every('NewsMediaOrganization'))
      expect(broken(organizationRules(node)), path).toEqual([])
  })

  test('a list names what its page links to, and every step of a trail is a page', async () => {
    for (const { path, page, node } of every('CollectionPage')) {
      const links = new Set(attributesOf(page, 'main a', 'href').map((href) => PUBLIC + href))
      const [list] = listOf(node.mainEntity).filter(isNode)
      const items = listOf(list?.itemListElement).filter(isNode)
      expect(
        items.map(({ url }) => url).filter((url) => !links.has(`${url}`)),
        path,
      ).toEqual([])
    }
    const steps = every('BreadcrumbList').flatMap(({ node }) => listOf(node.itemListElement).filter(isNode))
    for (const item of new Set(steps.map((step) => step.item).filter((item) => item !== undefined)))
      expect((await site.get(`${item}`)).status, `${item}`).toBe(200)
  })

  test('each kind of page has its types', () => {
    const typesOf = (path: string) => graphOf(pages.get(path) as Document).map((node) => node['@type'])
    for (const path of pages.keys()) {
      if (path === '/' || path === '/uk' || path === '/il') expect(typesOf(path)).toContain('CollectionPage')
      else expect(typesOf(path), path).toContain('BreadcrumbList')
      if (/^\/authors\/./.test(path)) expect(typesOf(path)).toContain('ProfilePage')
      if (/^\/(topics|series)\/./.test(path)) expect(typesOf(path)).toContain('CollectionPage')
    }
  })

  test('a withdrawn story is no article any more', async () => {
    const path = kinds === PAGES ? PAGES['a withdrawn story'] : '/world/withdrawn'
    const page = readHtml(await (await site.get(path)).text())
    expect(nodesOf(graphOf(page), ...WORKS)).toEqual([])
  })
})
