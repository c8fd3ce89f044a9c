// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { SearchAnswer } from '#lib/search/model.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { answer, facet, hit, marked } from '#tests/fixtures/search.ts'
import { show, words } from '#tests/fixtures/show.ts'
import { SearchView } from './search-view.tsx'

const view = (found: SearchAnswer, misread: readonly string[] = []) => (
  <SearchView publication={publication()} answer={found} misread={misread} />
)
const SCIENCE = { sections: [facet('science', 'Science', 1200, true)], kinds: [], authors: [], years: [] }
const href = (element: Element) => element.getAttribute('href')

test('the form asks the page for searches, and holds what was searched for', () => {
  const screen = show(view(answer({ q: '"a" & <b>' })))
  const form = screen.getByRole('searchbox', { name: 'Search Broadsheet' }).closest('form')
  expect([form?.getAttribute('action'), form?.method]).toEqual(['/search', 'get'])
  expect(screen.getByRole('searchbox')).toMatchObject({ name: 'q', value: '"a" & <b>', maxLength: 200 })
})

test('before anything is searched for the page says how to, and where else stories are', () => {
  const screen = show(view(answer({})))
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Search',
    'How to search',
    'Or browse',
  ])
  expect(within(screen.getByRole('navigation')).getByRole('link', { name: 'Topics' })).toBeTruthy()
})

test('what matches is marked, and nothing of it is markup', () => {
  show(view(answer({ q: 'moon' }, { hits: [hit('The *moon* <i>again</i>', '… to the *Moon* & back …')] })))
  expect(Array.from(document.querySelectorAll('mark'), ({ textContent }) => textContent)).toEqual(['moon', 'Moon'])
  expect(document.querySelector('h3')?.textContent).toBe('The moon <i>again</i>')
  expect(document.querySelectorAll('i, script')).toHaveLength(0)
})

test('a hostile search is shown as it was typed', () => {
  const q = '</q><script>alert(1)</script>'
  expect(words(view(answer({ q })))).toContain(`No stories for ${q}`)
  expect(document.querySelector('main script, script')).toBeNull()
})

test('a filter says how many stories it leaves, leads to them, and goes away by the same link', () => {
  const found = answer({ q: 'moon', section: 'science', page: '3', until: '90' }, { hits: [hit('a')], facets: SCIENCE })
  const screen = show(view(found))
  const list = screen.getByRole('list', { name: 'Section', hidden: true })
  const link = within(list).getByRole('link', { name: /Science/, hidden: true })
  expect(link.textContent).toContain('1,200 stories')
  expect([link.getAttribute('aria-current'), href(link)]).toEqual(['true', '/search?q=moon'])
  const active = within(screen.getByRole('list', { name: 'Filters' })).getByRole('link')
  expect([active.textContent, href(active)]).toEqual(['Take away: Science×', '/search?q=moon'])
})

test('filters that are not chosen are added to those that are', () => {
  const facets = { ...SCIENCE, years: [facet('2022', '2022', 3)] }
  const screen = show(view(answer({ q: 'moon', section: 'science' }, { hits: [hit('a')], facets })))
  const year = within(screen.getByRole('list', { name: 'Year', hidden: true })).getByRole('link', { hidden: true })
  expect(href(year)).toBe('/search?q=moon&section=science&year=2022')
})

test('the pages of one visit are of one moment; another order begins anew', () => {
  const found = answer({ q: 'moon', page: '2' }, { hits: [hit('a')], total: 25, pages: 3, until: '90' })
  const screen = show(view(found))
  const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
  const steps = pages.getAllByRole('link').map((link) => [link.textContent, href(link), link.getAttribute('rel')])
  expect(steps).toEqual([
    ['Previous', '/search?q=moon&until=90', 'prev nofollow'],
    ['Next', '/search?q=moon&page=3&until=90', 'next nofollow'],
  ])
  const order = within(screen.getByRole('navigation', { name: 'Order' })).getAllByRole('link')
  expect(order.map(href)).toEqual(['/search?q=moon', '/search?q=moon&sort=newest'])
  expect(order.map((link) => link.getAttribute('aria-current'))).toEqual(['true', null])
})

test('what may have been meant is offered', () => {
  const suggestion = { q: 'moon landing', marked: marked('*moon* landing') }
  const screen = show(view(answer({ q: 'mooon landing', year: '2022' }, { suggestion })))
  expect(href(screen.getByRole('link', { name: 'moon landing' }))).toBe('/search?q=moon+landing&year=2022')
})

test('a search that finds nothing offers to go without filters, if it has any', () => {
  const without = (found: SearchAnswer) => show(view(found)).queryByRole('link', { name: 'Search without filters' })
  expect(without(answer({ q: 'moon' }))).toBeNull()
  const link = without(answer({ q: 'moon', author: 'nobody', sort: 'newest' }))
  expect(link && href(link)).toBe('/search?q=moon&sort=newest')
})

test('what was not understood is said', () => {
  const text = words(view(answer({ q: 'moon' }, { notices: ['Only twelve words count.'] }), ['“year” must be digits.']))
  expect(text).toContain('Only twelve words count.')
  expect(text).toContain('“year” must be digits.')
})
