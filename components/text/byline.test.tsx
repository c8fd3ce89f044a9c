// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { UK, US } from '#tests/fixtures/publication.ts'
import { show, words } from '#tests/fixtures/show.ts'
import { authorRef } from '#tests/fixtures/stories.ts'
import { Byline } from './byline.tsx'

const [rosa, dev, helen] = [authorRef('Rosa Delgado'), authorRef('Dev Raman'), authorRef('Helen Achterberg')]

test('names one author and the edition', () => {
  expect(words(<Byline byline={{ authors: [rosa], edition: US }} locale="en-US" />)).toBe(
    'By Rosa Delgado, Broadsheet US',
  )
})

test('joins two authors with “and”', () => {
  expect(words(<Byline byline={{ authors: [rosa, dev], edition: UK }} locale="en-US" />)).toBe(
    'By Rosa Delgado and Dev Raman, Broadsheet UK',
  )
})

test('joins three as the language of the publication does', () => {
  const byline = { authors: [rosa, dev, helen], edition: null }
  expect(words(<Byline byline={byline} locale="en-US" />)).toBe('By Rosa Delgado, Dev Raman, and Helen Achterberg')
  expect(words(<Byline byline={byline} locale="en-GB" />)).toBe('By Rosa Delgado, Dev Raman and Helen Achterberg')
})

test('lets the edition sign where nobody else does', () => {
  expect(words(<Byline byline={{ authors: [], edition: US }} locale="en-US" />)).toBe('By Broadsheet US')
})

test('says nothing where nobody signs at all', () => {
  expect(words(<Byline byline={{ authors: [], edition: null }} locale="en-US" />)).toBe('')
})

test('links each name, and only the names, when asked', () => {
  const screen = show(<Byline byline={{ authors: [rosa, dev], edition: US }} locale="en-US" linked />)
  const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toEqual([
    ['Rosa Delgado', '/authors/rosa-delgado'],
    ['Dev Raman', '/authors/dev-raman'],
  ])
})
