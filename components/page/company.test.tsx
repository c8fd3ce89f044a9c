// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Beat } from '#lib/content/queries/beat.ts'
import type { TopicCompany } from '#lib/content/queries/topic-company.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show, words } from '#tests/fixtures/show.ts'
import { author, authorRef, moment, OLDER, paged, SCIENCE, stories } from '#tests/fixtures/stories.ts'
import { AuthorView } from './author-view.tsx'
import { SeriesView } from './series-view.tsx'
import { TopicView } from './topic-view.tsx'

const paper = publication()
const SPACE = { slug: 'space', title: 'Space', href: '/topics/space', description: null, count: 21 }
const MOON = { slug: 'moon', title: 'The Moon', href: '/topics/moon' }
const COMPANY: TopicCompany = { authors: [{ ...authorRef('Rosa Delgado'), count: 1200 }], related: [MOON], seen: 21 }
const BEAT: Beat = {
  topics: [MOON],
  sections: [{ ...SCIENCE, count: 2 }],
  since: moment('2022-04-02T15:04:00-04:00'),
  seen: 2,
}

const topic = (over: Partial<Parameters<typeof TopicView>[0]> = {}) => (
  <TopicView publication={paper} topic={SPACE} stories={paged(stories(2))} company={COMPANY} {...over} />
)
const profile = (over: Partial<Parameters<typeof AuthorView>[0]> = {}) => (
  <AuthorView publication={paper} author={author('Jo March')} stories={paged(stories(2))} beat={BEAT} {...over} />
)
/** Where the links of a row lead. */
const row = (label: string) =>
  within(show(topic()).getByRole('navigation', { name: label }))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))

test('a topic leads to the topics near it, to those who write about it, and to its feed', () => {
  expect(row('Related topics')).toEqual(['/topics/moon'])
  expect(row('Who writes about it')).toEqual(['/authors/rosa-delgado'])
  expect(show(topic()).getByText('RSS').getAttribute('href')).toBe('/topics/space/feed.xml')
})

test('a count is a figure to see and words to hear', () => {
  const figure = show(topic()).getByText('1,200')
  expect(figure.getAttribute('aria-hidden')).toBe('true')
  expect(figure.nextElementSibling?.textContent).toBe('1,200 stories')
})

test('of a topic with more stories than were looked at it says of how many it tells', () => {
  const company = { ...COMPANY, seen: 500 }
  expect(words(topic({ topic: { ...SPACE, count: 30_000 }, company }))).toContain('Who wrote most of the newest 500')
})

test('an author covers topics and sections, since a day, and has a feed', () => {
  expect(words(profile())).toContain('2 stories since April 2, 2022RSS')
  const screen = show(profile())
  const links = (name: string) => within(screen.getByRole('navigation', { name })).getAllByRole('link')
  expect(links('Writes about').map((link) => link.textContent)).toEqual(['The Moon'])
  expect(links('Writes in').map((link) => link.textContent)).toEqual(['Science'])
  expect(screen.getByText('RSS').getAttribute('href')).toBe('/authors/jo-march/feed.xml')
})

test('of an author with more stories than were looked at it says of how many it tells', () => {
  const many = paged(stories(2), { total: 900 })
  expect(words(profile({ stories: many, beat: { ...BEAT, seen: 500 } }))).toContain('Writes in (newest 500)')
})

test('where there is nothing there is no heading for it', () => {
  show(topic({ company: { authors: [], related: [], seen: 0 } }))
  expect(document.querySelector('nav')).toBeNull()
  show(profile({ beat: { topics: [], sections: [], since: null, seen: 0 } }))
  expect(document.querySelector('nav')).toBeNull()
})

test('older pages have the stories alone', () => {
  const screen = show(topic({ stories: paged(stories(2), OLDER), company: null }))
  expect(screen.queryByRole('navigation', { name: 'Related topics' })).toBeNull()
  expect(words(profile({ stories: paged(stories(2), OLDER), beat: null }))).not.toContain('since')
})

test.each([3, 13])('each part of a series of %d says which of them it is, and its day', (count) => {
  const series = { slug: 'moon', title: 'The Moon', href: '/series/moon', description: 'In parts.' }
  const items = show(<SeriesView publication={paper} series={series} stories={stories(count)} />).getAllByRole(
    'listitem',
  )
  expect(items).toHaveLength(count)
  expect(items[1]?.textContent).toContain(`Part 2 of ${count}`)
  expect(items[1]?.querySelector('time')).toBeTruthy()
})
