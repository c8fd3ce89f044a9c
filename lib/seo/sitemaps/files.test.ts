import { expect, test } from 'vitest'
import { indexEntries, MOST_ADDRESSES, readSitemapName } from './files.ts'

const NONE = { pages: 0, sections: 0, topics: 0, authors: 0 }

test.each([
  ['2022-04.xml', { month: '2022-04', list: null, part: 1 }],
  ['2022-12-2.xml', { month: '2022-12', list: null, part: 2 }],
  ['sections.xml', { month: null, list: 'sections', part: 1 }],
  ['authors-10.xml', { month: null, list: 'authors', part: 10 }],
])('%s is the name of a sitemap', (name, file) => {
  expect(readSitemapName(name)).toEqual(file)
})

test.each([
  '2022-04-1.xml',
  '2022-04-0.xml',
  '2022-04-02.xml',
  '2022-04-99999.xml',
  '2022-13.xml',
  '2022-00.xml',
  '22-04.xml',
  'articles.xml',
  'constructor.xml',
  'sections-1.xml',
  'sections',
  'sections.xml.gz',
  'a/sections.xml',
  '2022-04.xml\n',
  '',
])('%j is none', (name) => {
  expect(readSitemapName(name)).toBeNull()
})

test('a month has one file, and another part for each five thousand more stories', () => {
  const months = [
    { month: '2022-05', count: MOST_ADDRESSES * 2 + 1, modified: 2 },
    { month: '2022-04', count: MOST_ADDRESSES, modified: 1 },
  ]
  expect(indexEntries(months, NONE)).toEqual([
    { href: '/sitemaps/2022-05.xml', modified: 2 },
    { href: '/sitemaps/2022-05-2.xml', modified: 2 },
    { href: '/sitemaps/2022-05-3.xml', modified: 2 },
    { href: '/sitemaps/2022-04.xml', modified: 1 },
  ])
})

test('a list with nothing in it has no file, a long one several, all without a date', () => {
  const entries = indexEntries([], { ...NONE, pages: 7, topics: MOST_ADDRESSES + 1 })
  expect(entries).toEqual([
    { href: '/sitemaps/pages.xml', modified: null },
    { href: '/sitemaps/topics.xml', modified: null },
    { href: '/sitemaps/topics-2.xml', modified: null },
  ])
})

test('every address of the index leads to the part it names', () => {
  const months = [{ month: '2022-05', count: 12_000, modified: 2 }]
  const files = indexEntries(months, { ...NONE, authors: 5001 }).map(({ href }) =>
    readSitemapName(href.replace('/sitemaps/', '')),
  )
  expect(files.map((file) => [file?.month ?? file?.list, file?.part])).toEqual([
    ['authors', 1],
    ['authors', 2],
    ['2022-05', 1],
    ['2022-05', 2],
    ['2022-05', 3],
  ])
})
