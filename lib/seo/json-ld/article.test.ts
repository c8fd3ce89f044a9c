import { expect, test } from 'vitest'
import type { Article } from '#lib/content/model.ts'
import { identitiesOf, nodesOf, siteOf } from '#tests/fixtures/json-ld.ts'
import { UK, US } from '#tests/fixtures/publication.ts'
import { article, authorRef, moment, picture } from '#tests/fixtures/stories.ts'
import { articleGraph } from './article.ts'

const SITE = 'https://broadsheet.example'
const URL = `${SITE}/science/how-a-space-station-stays-up`

const graph = (over: Partial<Article> = {}) => articleGraph(siteOf(), article(over))
const nodes = (over: Partial<Article> = {}) => nodesOf(graph(over))
const told = (over: Partial<Article> = {}) => nodes(over).NewsArticle

test('an article tells headline, dek, dates with their offset, section, words, language, and that it is free', () => {
  expect(told({ updated: moment('2026-09-26T12:00:00+02:00') })).toMatchObject({
    '@id': `${URL}#article`,
    mainEntityOfPage: URL,
    headline: 'How a space station stays up',
    description: 'It falls all the time, and misses.',
    datePublished: '2026-09-25T07:05:00-04:00',
    dateModified: '2026-09-26T12:00:00+02:00',
    articleSection: 'Science',
    wordCount: 900,
    inLanguage: 'en-US',
    isAccessibleForFree: true,
    publisher: { '@id': `${SITE}/#organization` },
  })
})

test('an article that was not changed is as it was published, and a correction changes it', () => {
  expect(told()).toMatchObject({ dateModified: '2026-09-25T07:05:00-04:00' })
  const corrections = [{ date: moment('2026-10-01T09:00:00-04:00'), html: 'It said <em>up</em> &#x26; down.' }]
  expect(told({ updated: moment('2026-09-26T00:00:00Z'), corrections })).toMatchObject({
    dateModified: '2026-10-01T09:00:00-04:00',
    correction: [
      { '@type': 'CorrectionComment', datePublished: '2026-10-01T09:00:00-04:00', text: 'It said up & down.' },
    ],
  })
})

test('every author is a person with an address, in the order of the byline', () => {
  const byline = { authors: [authorRef('Rosa Delgado'), authorRef('Dev Raman')], edition: UK }
  const author = ['rosa-delgado', 'dev-raman'].map((slug) => ({
    '@type': 'Person',
    '@id': `${SITE}/authors/${slug}#person`,
    url: `${SITE}/authors/${slug}`,
  }))
  expect(told({ byline })).toMatchObject({ author, inLanguage: 'en-GB' })
})

test('where an edition signs, it is an organization of the publisher', () => {
  expect(told({ byline: { authors: [], edition: UK } })?.author).toEqual([
    {
      '@type': 'Organization',
      '@id': `${SITE}/uk#edition`,
      name: 'Broadsheet UK',
      url: `${SITE}/uk`,
      parentOrganization: { '@id': `${SITE}/#organization` },
    },
  ])
  expect(told({ byline: { authors: [], edition: US } })?.author).toMatchObject([{ url: `${SITE}/` }])
})

test('a picture is given at 16:9, 4:3 and 1:1 with real sizes and its credit', () => {
  const image = told({ picture: picture({ width: 3000, height: 2000 }) })?.image as { width: string; height: string }[]
  expect(image.map(({ width, height }) => Number(width) / Number(height))).toEqual([
    expect.closeTo(16 / 9),
    expect.closeTo(4 / 3),
    1,
  ])
  expect(image).toMatchObject(image.map(() => ({ '@type': 'ImageObject', creditText: 'Illustration: Broadsheet' })))
})

test('an article with no picture is shown by its share image', () => {
  expect(told()?.image).toEqual([
    {
      '@type': 'ImageObject',
      url: expect.stringContaining(`${SITE}/share/articles/how-a-space-station-stays-up.png?v=`),
      width: '1200',
      height: '630',
    },
  ])
})

test('an article belongs to the site, and to its series', () => {
  const series = { slug: 'moon', title: 'The Moon, again', href: '/series/moon' }
  const site = { '@id': `${SITE}/#website` }
  expect(told()?.isPartOf).toEqual([site])
  expect(told({ series })?.isPartOf).toEqual([
    site,
    {
      '@type': 'CreativeWorkSeries',
      '@id': `${SITE}/series/moon#series`,
      name: 'The Moon, again',
      url: `${SITE}/series/moon`,
    },
  ])
})

test('a part of a series says which', () => {
  const series = { slug: 'moon', title: 'The Moon, again', href: '/series/moon' }
  expect(nodesOf(articleGraph(siteOf(), article({ series }), 2)).NewsArticle).toHaveProperty('position', 2)
  expect(nodesOf(articleGraph(siteOf(), article({ series }), null)).NewsArticle).not.toHaveProperty('position')
})

test('topics are keywords, sources are cited, and of what is not there nothing is said', () => {
  const topics = [{ slug: 'space', title: 'Space', href: '/topics/space' }]
  expect(told({ topics, sources: [{ name: 'Reuters', url: 'https://reuters.com/a' }] })).toMatchObject({
    keywords: ['Space'],
    citation: [{ '@type': 'CreativeWork', name: 'Reuters', url: 'https://reuters.com/a' }],
  })
  for (const name of ['keywords', 'citation', 'correction', 'alternativeHeadline']) {
    expect(told()).not.toHaveProperty(name)
  }
})

test('a puzzle is a quiz, which has neither section nor words', () => {
  const { Quiz } = nodes({ kind: 'puzzle' })
  expect(Quiz).toMatchObject({ headline: 'How a space station stays up', isAccessibleForFree: true })
  expect(Quiz).not.toHaveProperty('wordCount')
  expect(Quiz).not.toHaveProperty('articleSection')
})

test('the way to an article leads from the front through its section', () => {
  expect(nodes().BreadcrumbList).toMatchObject({
    '@id': `${URL}#breadcrumb`,
    itemListElement: [
      { position: 1, name: 'Broadsheet', item: `${SITE}/` },
      { position: 2, name: 'Science', item: `${SITE}/science` },
      { position: 3, name: 'How a space station stays up' },
    ],
  })
})

test('a withdrawn article is a page that says why, and no article', () => {
  const withdrawn = { date: moment('2026-11-02T09:00:00-05:00'), reason: 'The solution was wrong.' }
  const { WebPage, ...others } = nodes({ state: 'withdrawn', withdrawn })
  expect(WebPage).toMatchObject({ '@id': URL, description: 'The solution was wrong.' })
  expect(Object.keys(others).sort()).toEqual(['BreadcrumbList', 'NewsMediaOrganization', 'WebSite'])
})

test('whatever an article names is described on its page', () => {
  const { described, named } = identitiesOf(graph({ byline: { authors: [], edition: UK } }))
  expect(new Set(described).size).toBe(described.length)
  expect(described).toEqual(expect.arrayContaining([...named]))
})
