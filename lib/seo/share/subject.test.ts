import { expect, test } from 'vitest'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { article, author, authorRef, picture, SCIENCE, story } from '#tests/fixtures/stories.ts'
import { shareAddress } from './address.ts'
import { articleSubject, authorSubject, sectionSubject } from './subject.ts'

test('a story shows its kicker, headline, signature and picture', () => {
  const photo = picture({ focus: { x: 40, y: 30 } })
  expect(articleSubject(publication(), story({ picture: photo }))).toEqual({
    kind: 'articles',
    slug: 'how-a-space-station-stays-up',
    title: 'How a space station stays up',
    kicker: 'Explainer',
    byline: 'By Rosa Delgado, Broadsheet US',
    picture: { src: '/media/orbit.jpg', focus: { x: 40, y: 30 } },
    tint: 4,
    publication: 'Broadsheet',
  })
})

test('a story in a list and the whole of it have one image', () => {
  const inList = story({ picture: picture() })
  const whole = article({ picture: picture({ captionHtml: '<em>Orbit</em>' }) })
  expect(shareAddress(articleSubject(publication(), whole))).toBe(shareAddress(articleSubject(publication(), inList)))
})

test.for([
  [{ authors: ['A One', 'B Two', 'C Three'].map(authorRef), edition: null }, 'By A One, B Two, and C Three'],
  [{ authors: [], edition: UK }, 'By Broadsheet UK'],
  [{ authors: [], edition: null }, ''],
] as const)('a signature names whoever signs: %j', ([byline, text]) => {
  expect(articleSubject(publication(), story({ byline })).byline).toBe(text)
})

test('an author shows name, role and photo', () => {
  const rosa = author('Rosa Delgado', { role: 'Science reporter', photo: picture() })
  expect(authorSubject(publication(), rosa)).toMatchObject({
    kind: 'authors',
    title: 'Rosa Delgado',
    kicker: 'Science reporter',
    picture: { src: '/media/orbit.jpg' },
  })
  expect(authorSubject(publication(), author('A One'))).toMatchObject({ kicker: '', picture: null })
})

test('a section shows its title in its colour', () => {
  expect(sectionSubject(publication(), { ...SCIENCE, description: 'Found out.' })).toMatchObject({
    kind: 'sections',
    slug: 'science',
    title: 'Science',
    tint: 4,
    picture: null,
  })
})
