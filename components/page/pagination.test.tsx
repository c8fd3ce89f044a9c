// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Paged, Story } from '#lib/content/model.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { moment, OLDER, paged, story } from '#tests/fixtures/stories.ts'
import { Pagination } from './pagination.tsx'

const pages = (over: Partial<Paged<Story>>, published = '2022-03-31T23:30:00-04:00') =>
  show(
    <Pagination
      stories={paged([story(), story({ published: moment(published) })], over)}
      place={publication()}
      href="/science"
    />,
  )

test('is not there for a single page', () => {
  expect(pages({}).queryByRole('navigation')).toBeNull()
})

test('leads from an older page to the pages beside it', () => {
  const screen = pages(OLDER)
  expect(screen.getByText('Newer').getAttribute('href')).toBe('/science?before=2022-04-09-120000-b')
  expect(screen.getByText('Older').getAttribute('href')).toBe('/science?before=2022-03-20-120000-c')
})

test('leads from the page behind the first to the address of the list', () => {
  expect(
    pages({ ...OLDER, newer: '' })
      .getByText('Newer')
      .getAttribute('href'),
  ).toBe('/science')
})

test('has no newer page at the first and no older one at the last', () => {
  expect(pages({ older: OLDER.older }).queryByText('Newer')).toBeNull()
  expect(pages({ ...OLDER, older: null }).queryByText('Older')).toBeNull()
})

test("leads to the month of the last story in the archive, by the publication's days", () => {
  expect(pages(OLDER).getByText('All of March 2022').getAttribute('href')).toBe('/archive/2022/03')
})
