// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { author, OLDER, paged, SCIENCE, stories } from '#tests/fixtures/stories.ts'
import { AuthorView } from './author-view.tsx'
import { AuthorsView } from './authors-view.tsx'
import { byLetter } from './by-letter.ts'
import { NewslettersView } from './newsletters-view.tsx'
import { SectionView } from './section-view.tsx'
import { SeriesView } from './series-view.tsx'
import { TopicView } from './topic-view.tsx'
import { TopicsView } from './topics-view.tsx'

const paper = publication()
const section = { ...SCIENCE, description: 'What has been measured.' }
const topic = { slug: 'space', title: 'Space', href: '/topics/space', description: null, count: 21 }

test('a section has its first story as lead on page one', () => {
  const screen = show(<SectionView publication={paper} section={section} stories={paged(stories(4))} />)
  expect(screen.getAllByRole('article')).toHaveLength(4)
  expect(document.querySelectorAll('.stacked article')).toHaveLength(3)
})

test('and no lead on an older page, which says where one is', () => {
  show(<SectionView publication={paper} section={section} stories={paged(stories(4), OLDER)} />)
  expect(document.querySelectorAll('.stacked article')).toHaveLength(4)
})

test('headlines of a list follow its h1 with no level left out', () => {
  const screen = show(<SectionView publication={paper} section={section} stories={paged(stories(2))} />)
  expect(screen.getAllByRole('heading').map((heading) => heading.tagName)).toEqual(['H1', 'H2', 'H2'])
})

test('a section without stories says so', () => {
  const screen = show(<SectionView publication={paper} section={section} stories={paged([])} />)
  expect(screen.getByText('Nothing is published here yet.')).toBeTruthy()
})

test('a topic counts its stories and leads to its other pages', () => {
  const page = paged(stories(20), { older: OLDER.older })
  const screen = show(<TopicView publication={paper} topic={topic} stories={page} company={null} />)
  expect(screen.getByText('21 stories')).toBeTruthy()
  expect(screen.getByText('Older').getAttribute('href')).toBe('/topics/space?before=2022-03-20-120000-c')
})

test('an author has initials, role, links and stories', () => {
  const rosa = author('Rosa Delgado', { role: 'Reporter', links: [{ label: 'Website', href: 'https://a.example' }] })
  const screen = show(<AuthorView publication={paper} author={rosa} stories={paged(stories(2))} beat={null} />)
  for (const text of ['RD', 'Reporter', 'Website', '2 stories']) expect(screen.getByText(text)).toBeTruthy()
})

test('the list of authors counts for each', () => {
  const listed = { ...author('Rosa Delgado'), count: 1 }
  expect(show(<AuthorsView publication={paper} authors={[listed]} />).getByText('1 story')).toBeTruthy()
})

test('topics stand under their letters, accents aside', () => {
  const titles = byLetter([{ title: 'Voting' }, { title: 'élan' }, { title: 'Elections' }], 'en-US')
  expect(titles.map(([letter, group]) => [letter, group.map(({ title }) => title)])).toEqual([
    ['E', ['élan', 'Elections']],
    ['V', ['Voting']],
  ])
})

test('empty lists say so', () => {
  expect(show(<TopicsView publication={paper} topics={[]} />).getByText(/No story has a topic/)).toBeTruthy()
  expect(show(<AuthorsView publication={paper} authors={[]} />).getByText(/Nobody has signed/)).toBeTruthy()
  expect(
    show(<NewslettersView publication={paper} newsletters={[]} token="" />).getByText(/no newsletter/),
  ).toBeTruthy()
})

test('a series numbers its parts in the order it is given', () => {
  const series = { slug: 'moon', title: 'The Moon', href: '/series/moon', description: 'Three parts.' }
  const screen = show(<SeriesView publication={paper} series={series} stories={stories(3)} />)
  expect(screen.getByText('3 parts')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((part) => part.querySelector('h2')?.textContent)).toEqual([
    'Story 1',
    'Story 2',
    'Story 3',
  ])
})
