import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { answer, facet, hit } from '#tests/fixtures/search.ts'
import { searchJson, searchProblem } from './json.ts'

const SITE = 'https://broadsheet.example'

test('an answer says what was asked and found, by absolute addresses', () => {
  const found = answer(
    { q: 'moon', year: '2022', page: '2' },
    {
      hits: [hit('The *moon*', '… a *moon* …', 'a')],
      total: 21,
      pages: 3,
      until: '90',
      facets: { sections: [facet('science', 'Science', 21)], kinds: [], authors: [], years: [] },
      suggestion: { q: 'noon', marked: [] },
    },
  )
  const told = searchJson(publication(), found)
  expect(told).toMatchObject({
    query: { q: 'moon', sort: 'relevance', section: null, year: 2022 },
    url: `${SITE}/search?q=moon&year=2022&page=2`,
    total: 21,
    page: 2,
    pages: 3,
    previous: `${SITE}/search.json?q=moon&year=2022&until=90`,
    next: `${SITE}/search.json?q=moon&year=2022&page=3&until=90`,
    suggestion: { q: 'noon', url: `${SITE}/search.json?q=noon&year=2022` },
    facets: { section: [{ value: 'science', label: 'Science', count: 21, selected: false }] },
  })
  expect(told.items[0]).toMatchObject({
    id: 'a',
    url: `${SITE}/science/a`,
    headline: 'The moon',
    dek: 'It falls all the time, and misses.',
    section: { id: 'science', title: 'Science', url: `${SITE}/science` },
    authors: [{ id: 'rosa-delgado', name: 'Rosa Delgado', url: `${SITE}/authors/rosa-delgado` }],
    published: '2026-09-25T07:05:00-04:00',
    updated: null,
    snippet: '… a moon …',
    marked: {
      headline: [
        { text: 'The ', hit: false },
        { text: 'moon', hit: true },
      ],
    },
  })
})

test('the only page leads to no other', () => {
  const { previous, next } = searchJson(publication(), answer({ q: 'moon' }, { hits: [hit('a')] }))
  expect([previous, next]).toEqual([null, null])
})

test('a problem names each parameter, and what would be right', () => {
  const misread = [
    { parameter: 'q', why: 'Say what to search for.' },
    { parameter: 'year', why: '“year” must have four digits.' },
  ]
  expect(searchProblem(misread)).toEqual({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'The parameter “q” cannot be read. The parameter “year” cannot be read.',
    errors: [
      { parameter: 'q', detail: 'Say what to search for.' },
      { parameter: 'year', detail: '“year” must have four digits.' },
    ],
  })
})
