// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { show } from '#tests/fixtures/show.ts'
import { pageNumbers } from './page-numbers.ts'
import { Pagination } from './pagination.tsx'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [2, 4, [1, 2, 3, 4]],
  [1, 9, [1, 2, 0, 9]],
  [5, 9, [1, 0, 4, 5, 6, 0, 9]],
  [4, 9, [1, 2, 3, 4, 5, 0, 9]],
  [9, 9, [1, 0, 8, 9]],
])('page %i of %i names %j', (page, pages, numbers) => {
  expect(pageNumbers(page, pages)).toEqual(numbers)
})

test('is not there for a single page', () => {
  expect(show(<Pagination page={1} pages={1} href="/science" />).queryByRole('navigation')).toBeNull()
})

test('leads to the neighbours, the first page without a number', () => {
  const screen = show(<Pagination page={2} pages={3} href="/science" />)
  expect(screen.getByText('Newer').getAttribute('href')).toBe('/science')
  expect(screen.getByText('Older').getAttribute('href')).toBe('/science?page=3')
})

test('has no newer page at the first and no older one at the last', () => {
  expect(show(<Pagination page={1} pages={2} href="/science" />).queryByText('Newer')).toBeNull()
  expect(show(<Pagination page={2} pages={2} href="/science" />).queryByText('Older')).toBeNull()
})

test('marks the open page', () => {
  const current = show(<Pagination page={2} pages={3} href="/science" />).getByRole('link', { current: 'page' })
  expect(current.textContent).toBe('Page 2')
})
