// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { stories } from '#tests/fixtures/stories.ts'
import { MostReadView } from './most-read-view.tsx'

const view = (counted: boolean, read: number, latest = 0) =>
  show(
    <MostReadView
      publication={publication()}
      mostRead={{ counted, stories: stories(read) }}
      latest={stories(latest)}
    />,
  )

test('the most read stand in a list with an order, and the page says how it is counted', () => {
  const screen = view(true, 20)
  expect(screen.getAllByRole('listitem').map((item) => item.querySelector('a')?.getAttribute('href'))).toEqual(
    stories(20).map(({ href }) => href),
  )
  expect(screen.getByText(/without cookies or scripts/)).toBeTruthy()
})

test('with too few counts it says so, and offers the latest stories', () => {
  const screen = view(true, 0, 3)
  expect(screen.getByText(/Too few stories have been opened .* These are the latest stories\./)).toBeTruthy()
  expect(screen.getAllByRole('article')).toHaveLength(3)
})

test('where nobody counts it says that, and not how', () => {
  const screen = view(false, 0, 3)
  expect(screen.getByText(/Readers are not counted at present\./)).toBeTruthy()
  expect(screen.queryByText(/without cookies/)).toBeNull()
})

test('an empty publication offers nothing', () => {
  const screen = view(true, 0)
  expect(screen.queryByText(/latest stories/)).toBeNull()
  expect(screen.queryAllByRole('article')).toHaveLength(0)
})
