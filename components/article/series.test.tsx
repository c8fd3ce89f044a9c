// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { placeIn } from '#tests/fixtures/series.ts'
import { show } from '#tests/fixtures/show.ts'
import { PartSteps } from './part-steps.tsx'
import { SeriesBox } from './series-box.tsx'

/** The links of a view that lead to the part before and to the next one. */
const steps = () =>
  Array.from(document.querySelectorAll('a[rel]'), (link) => [link.getAttribute('rel'), link.getAttribute('href')])

test('the box numbers the parts, and the open one is no link', () => {
  const box = show(<SeriesBox place={placeIn(2, 3)} />)
  expect(box.getByText('Part 2 of 3')).toBeTruthy()
  expect(box.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1Headline 1',
    '2Headline 2',
    '3Headline 3',
  ])
  expect(box.getByText('Headline 2').closest('a')).toBeNull()
  expect(box.getByText('Headline 2').getAttribute('aria-current')).toBe('page')
})

test('the box says which parts come before and next', () => {
  show(<SeriesBox place={placeIn(2, 4)} />)
  expect(steps()).toEqual([
    ['prev', '/science/part-1'],
    ['next', '/science/part-3'],
  ])
})

test('the box of a long series keeps the numbers of the parts around, and leads to all of them', () => {
  const place = placeIn(12, 23)
  const box = show(<SeriesBox place={{ ...place, nearby: place.nearby.slice(8, 15) }} />)
  expect(box.getAllByRole('listitem')[0]?.textContent).toBe('9Headline 9')
  expect(box.getByRole('list').getAttribute('start')).toBe('9')
  expect(box.getByText('All 23 parts').getAttribute('href')).toBe('/series/moon')
})

test('the box of a short one has no such link', () => {
  expect(show(<SeriesBox place={placeIn(1, 3)} />).queryByText(/^All/)).toBeNull()
})

test('a part that readers cannot see yet says so to those who write it', () => {
  const place = placeIn(1, 2)
  const nearby = place.nearby.map((part) => ({ ...part, state: part.number === 2 ? ('draft' as const) : part.state }))
  const box = show(<SeriesBox place={{ ...place, nearby }} />)
  expect(within(box.getAllByRole('listitem')[1] as HTMLElement).getByText('Draft')).toBeTruthy()
})

test('the steps after a part lead back and on', () => {
  const view = show(<PartSteps place={placeIn(2, 3)} />)
  expect(view.getByText(/Part 2 of 3 in/)).toBeTruthy()
  expect(steps()).toEqual([
    ['prev', '/science/part-1'],
    ['next', '/science/part-3'],
  ])
  expect(view.getByText('Headline 3')).toBeTruthy()
})

test('the first part has none before it, the last none to come, the only one neither', () => {
  show(<PartSteps place={placeIn(1, 2)} />)
  expect(steps()).toEqual([['next', '/science/part-2']])
  show(<PartSteps place={placeIn(2, 2)} />)
  expect(steps()).toEqual([['prev', '/science/part-1']])
  show(<PartSteps place={placeIn(1, 1)} />)
  expect(document.querySelector('nav')).toBeNull()
})
