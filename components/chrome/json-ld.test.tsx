// @vitest-environment jsdom
import type { Graph } from 'schema-dts'
import { expect, test } from 'vitest'
import { ArticleView } from '#components/article/article-view.tsx'
import { FrontView } from '#components/front/front-view.tsx'
import { AuthorView } from '#components/page/author-view.tsx'
import { SectionView } from '#components/page/section-view.tsx'
import { SeriesView } from '#components/page/series-view.tsx'
import type { Article, Author, Front, Story } from '#lib/content/model.ts'
import { articleGraph } from '#lib/seo/json-ld/article.ts'
import { frontGraph, listGraph, seriesGraph } from '#lib/seo/json-ld/lists.ts'
import { profileGraph } from '#lib/seo/json-ld/pages.ts'
import { type Node, siteOf } from '#tests/fixtures/json-ld.ts'
import { show } from '#tests/fixtures/show.ts'
import { article, author, authorRef, moment, paged, picture, SCIENCE, stories } from '#tests/fixtures/stories.ts'
import { JsonLd } from './json-ld.tsx'

const SITE = siteOf()
const { publication } = SITE

/** Shows a view with its graph, and gives what a machine reads: the graph's things, and the document. */
function read(view: React.ReactNode, graph: Graph) {
  show(
    <>
      {view}
      <JsonLd graph={graph} />
    </>,
  )
  const script = document.querySelector('script[type="application/ld+json"]')
  const [main = {}] = JSON.parse(script?.textContent ?? '')['@graph'] as Node[]
  return main
}

const readArticle = (over: Partial<Article>) => {
  const whole = article(over)
  const lists = { related: [], latest: [], series: null, newsletters: [], tokens: { article: '', after: '' } }
  return read(<ArticleView publication={publication} article={whole} {...lists} />, articleGraph(SITE, whole))
}

const text = (selector: string) => document.querySelector(selector)?.textContent
const attributes = (selector: string, name: string) =>
  Array.from(document.querySelectorAll(selector), (element) => element.getAttribute(name))
const inFull = (href: string | null) => new URL(href ?? '', publication.url).href
/** Where the headlines of stories lead, in the order of the page. */
const headlined = () => attributes('article :is(h2, h3) a', 'href').map(inFull)
const listed = (page: Node) =>
  (page.mainEntity as { itemListElement: { url: string }[] }).itemListElement.map(({ url }) => url)

const HOSTILE = '</script><!-- “A&B” <b>\u2028'

test('an article says the headline, dek, authors and times that its page shows', () => {
  const told = readArticle({
    headline: HOSTILE,
    dek: `Dek ${HOSTILE}`,
    byline: { authors: [authorRef('Rosa Delgado'), authorRef('Dev Raman')], edition: null },
    updated: moment('2026-09-26T12:00:00+02:00'),
  })
  expect(told.headline).toBe(text('h1'))
  expect(told.description).toBe(text('h1 + p'))
  const authors = told.author as { name: string; url: string }[]
  expect(authors.map(({ url }) => url)).toEqual(attributes('a[rel=author]', 'href').map(inFull))
  expect(authors.map(({ name }) => name)).toEqual(['Rosa Delgado', 'Dev Raman'])
  expect([told.datePublished, told.dateModified]).toEqual(attributes('.story-rail time', 'datetime'))
})

test('an article says the corrections, topics, sources and section that its page shows', () => {
  const told = readArticle({
    corrections: [
      { date: moment('2026-10-01T09:00:00-04:00'), html: 'It said <em>up</em> &#x26; <b>down</b>.' },
      { date: moment('2026-10-02T09:00:00-04:00'), html: 'It said so twice.' },
    ],
    topics: [{ slug: 'space', title: 'Space & time', href: '/topics/space' }],
    sources: [{ name: 'Reuters', url: 'https://reuters.com/a?b=1&c=2' }],
  })
  const corrections = told.correction as { text: string; datePublished: string }[]
  const shown = Array.from(document.querySelectorAll('#corrections .html'), (element) => element.textContent)
  expect(corrections.map((correction) => correction.text)).toEqual(shown)
  expect(corrections.map(({ datePublished }) => datePublished)).toEqual(attributes('#corrections time', 'datetime'))
  expect(told.keywords).toEqual([text('#topics a')])
  expect((told.citation as { url: string }[]).map(({ url }) => url)).toEqual(attributes('#sources a', 'href'))
  expect(told.articleSection).toBe(text('.kicker a'))
})

test('a withdrawn article says why, as its page does', () => {
  const withdrawn = { date: moment('2026-11-02T09:00:00-05:00'), reason: 'The solution was wrong.' }
  const told = readArticle({ state: 'withdrawn', withdrawn })
  expect([told['@type'], told.name]).toEqual(['WebPage', text('h1')])
  expect(text('[aria-labelledby=withdrawn-title]')).toContain(told.description)
})

test('a profile says the name, role, biography and links that its page shows', () => {
  const rosa: Author = author('Rosa Delgado', {
    role: 'Science editor',
    photo: picture(),
    biography: [{ type: 'html', html: '<p>Counts <em>orbits</em> &#x26; stars.</p>' }],
    links: [{ label: 'Website', href: 'https://rosa.example/' }],
  })
  const view = <AuthorView publication={publication} author={rosa} stories={paged(stories(2))} beat={null} />
  const person = read(view, profileGraph(SITE, rosa)).mainEntity as Node
  expect(person.name).toBe(text('h1'))
  expect(person.jobTitle).toBe(text('.label'))
  expect(person.description).toBe(text('header p:not(.label)'))
  expect(person.sameAs).toEqual(attributes('a[rel=me]', 'href'))
})

test('a section and a series list the stories that their pages show, in their order', () => {
  const section = { ...SCIENCE, description: 'Found out.' }
  const page = paged(stories(5))
  const told = read(
    <SectionView publication={publication} section={section} stories={page} />,
    listGraph(SITE, { ...section, ...page }),
  )
  expect([told.name, told.description]).toEqual([text('h1'), text('h1 + p')])
  expect(listed(told)).toEqual(headlined())

  const series = { slug: 'moon', title: 'The Moon, again', description: 'Back there.', href: '/series/moon' }
  const view = <SeriesView publication={publication} series={series} stories={stories(3)} />
  const parts = read(view, seriesGraph(SITE, series, stories(3)))
  expect([parts.name, parts.description]).toEqual([text('h1'), text('h1 + p')])
  expect(listed(parts)).toEqual(headlined())
})

test('a front lists the stories that it shows, in their order', () => {
  const [lead, second, latest, block] = stories(4) as [Story, Story, Story, Story]
  const blocks = [{ section: SCIENCE, stories: [block] }]
  const front: Front = { edition: null, lead, second: [second], latest: [latest], blocks }
  const told = read(<FrontView publication={publication} front={front} mostRead={[]} />, frontGraph(SITE, front))
  expect(listed(told)).toEqual(headlined())
  expect(text('h1')).toContain(told.name)
})
