// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Front, Story } from '#lib/content/model.ts'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { SCIENCE, stories, story } from '#tests/fixtures/stories.ts'
import { columnsFor } from './columns.ts'
import { FrontView } from './front-view.tsx'

const EMPTY: Front = { edition: null, lead: null, second: [], blocks: [], latest: [] }
const front = (over: Partial<Front>, mostRead: readonly Story[] = []) =>
  show(<FrontView publication={publication()} front={{ ...EMPTY, ...over }} mostRead={mostRead} />)

test('says so when nothing is published yet', () => {
  expect(front({}).getByText('Nothing is published yet.')).toBeTruthy()
})

test('is whole with a lead alone', () => {
  const screen = front({ lead: story() })
  expect(screen.getAllByRole('article')).toHaveLength(1)
  expect(screen.queryByText('Latest')).toBeNull()
})

test('has one h1, which names the edition', () => {
  expect(front({ edition: UK }).getByRole('heading', { level: 1 }).textContent).toBe('Broadsheet UK: the front page')
})

test('shows each story once', () => {
  const [lead, a, b, c, ...latest] = stories(9)
  if (!lead || !a || !b || !c) throw new Error('too few')
  front({ lead, second: [a, b], blocks: [{ section: SCIENCE, stories: [c] }], latest })
  const links = [...document.querySelectorAll('article a')].map((link) => link.getAttribute('href'))
  expect(new Set(links).size).toBe(9)
  expect(links).toHaveLength(9)
})

test('links each block to its section and leaves out an empty one', () => {
  const blocks = [
    { section: SCIENCE, stories: stories(1) },
    { section: { slug: 'world', title: 'World', href: '/world', tint: 1 }, stories: [] },
  ]
  const screen = front({ lead: story(), blocks })
  expect(screen.getByRole('link', { name: 'Science' }).getAttribute('href')).toBe('/science')
  expect(screen.queryByText('World')).toBeNull()
})

test.each([1, 2, 3, 4, 5, 6, 7])('a block of %i stories shows them all, in each arrangement', (count) => {
  const blocks = [1, 2, 3].map((tint) => ({ section: { ...SCIENCE, slug: `s${tint}`, tint }, stories: stories(count) }))
  expect(front({ lead: story(), blocks }).getAllByRole('article')).toHaveLength(1 + 3 * count)
})

test('rows are as even as they can be', () => {
  expect(columnsFor(3)).toBe('sm:grid-cols-3')
  expect(columnsFor(6)).toBe('sm:grid-cols-3')
  expect(columnsFor(7)).toBe('sm:grid-cols-2 lg:grid-cols-4')
  expect(columnsFor(1)).toBe('')
})

test('the most read stand in their order under a link to all of them, and nothing stands there without any', () => {
  const screen = front({ lead: story() }, stories(5))
  const list = screen.getByRole('region', { name: 'Most read' })
  const links = within(list).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/most-read', ...stories(5).map(({ href }) => href)])
  expect(within(list).getAllByRole('listitem')).toHaveLength(5)
  expect(front({ lead: story() }).queryByText('Most read')).toBeNull()
})

test('writes its dates as its edition does', () => {
  expect(front({ edition: UK, lead: story() }).getByText('25 September 2026')).toBeTruthy()
})
