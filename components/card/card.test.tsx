// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { picture, story } from '#tests/fixtures/stories.ts'
import { Card } from './card.tsx'

const place = publication()

test('is an article with kicker, headline, dek, byline and day', () => {
  const card = show(<Card story={story()} place={place} />).getByRole('article')
  for (const text of [
    'Explainer',
    'How a space station stays up',
    'It falls all the time, and misses.',
    'By Rosa Delgado, Broadsheet US',
    'September 25, 2026',
  ])
    expect(card.textContent).toContain(text)
})

test('has one link, to the story', () => {
  const links = show(<Card story={story({ picture: picture() })} place={place} arrangement="over" />).getAllByRole(
    'link',
  )
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/science/how-a-space-station-stays-up'])
})

test('lets an edition sign alone', () => {
  const card = show(<Card story={story({ byline: { authors: [], edition: UK } })} place={place} />).getByRole('article')
  expect(card.textContent).toContain('By Broadsheet UK')
})

test('gives its day to machines with the zone of the file', () => {
  show(<Card story={story()} place={place} />)
  expect(document.querySelector('time')?.dateTime).toBe('2026-09-25T07:05:00-04:00')
})

test('puts its headline at the level that the page asks for', () => {
  expect(show(<Card story={story()} place={place} level={2} />).getByRole('heading', { level: 2 })).toBeTruthy()
})

test('does without a dek and a picture where there is none', () => {
  const screen = show(<Card story={story({ dek: null })} place={place} arrangement="over" />)
  expect(screen.queryByRole('img')).toBeNull()
  expect(document.querySelectorAll('p')).toHaveLength(2)
})

test.each([
  ['draft', 'Draft'],
  ['scheduled', 'Scheduled'],
  ['withdrawn', 'Withdrawn'],
] as const)('marks a story that is %s', (state, mark) => {
  expect(show(<Card story={story({ state })} place={place} />).getByText(mark)).toBeTruthy()
})
