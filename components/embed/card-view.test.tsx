// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { picture, story } from '#tests/fixtures/stories.ts'
import { CardView } from './card-view.tsx'

const paper = publication()

test('names the story, who signs it and the paper', () => {
  const card = show(<CardView publication={paper} story={story({ picture: picture() })} />).getByRole('main')
  for (const text of ['Explainer', 'How a space station stays up', 'It falls all', 'By Rosa Delgado', paper.name])
    expect(card.textContent).toContain(text)
  expect(card.querySelector('img')?.alt).toBe('A station over the Earth')
})

test('leads out of its frame by whole addresses, and hands nothing over', () => {
  const links = show(<CardView publication={paper} story={story()} />).getAllByRole('link') as HTMLAnchorElement[]
  expect(links.map((link) => [link.getAttribute('href'), link.target, link.rel])).toEqual([
    [`${paper.url}/science/how-a-space-station-stays-up`, '_blank', 'noopener'],
    [paper.url, '_blank', 'noopener'],
  ])
})

test('has no dek where a long headline takes the room', () => {
  const long = story({ headline: 'A headline of many words '.repeat(4) })
  expect(show(<CardView publication={paper} story={long} />).getByRole('main').textContent).not.toContain('It falls')
})

test('says that a story has been withdrawn, and shows no more of it', () => {
  const gone = story({ state: 'withdrawn', picture: picture() })
  const card = show(<CardView publication={paper} story={gone} />).getByRole('main')
  expect(card.textContent).toContain('This story has been withdrawn')
  expect(card.textContent).not.toContain('It falls')
  expect(card.querySelector('img')).toBeNull()
})
