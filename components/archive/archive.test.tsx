// @vitest-environment jsdom
import { within as inside } from '@testing-library/react'
import { expect, test } from 'vitest'
import { within } from '#lib/content/calendar/period.ts'
import type { ArchiveDay, ArchiveMonth, ArchiveYear } from '#lib/content/queries/archive.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { moment, stories, story } from '#tests/fixtures/stories.ts'
import { ArchiveView } from './archive-view.tsx'
import { DayView } from './day-view.tsx'
import { MonthView } from './month-view.tsx'
import { YearView } from './year-view.tsx'

const paper = publication()

/** The months or days of a period, those named with as many stories. */
const counted = (period: string, counts: Readonly<Record<string, number>>) =>
  within(period).map((one) => ({ period: one, count: counts[one] ?? 0 }))

const year = (over: Partial<ArchiveYear> = {}): ArchiveYear => ({
  period: '2022',
  count: 3,
  previous: '2019',
  next: null,
  months: counted('2022', { '2022-04': 3 }).map((month) => ({ ...month, days: counted(month.period, {}) })),
  topics: [{ slug: 'space', title: 'Space', href: '/topics/space', count: 2 }],
  ...over,
})

const month = (over: Partial<ArchiveMonth> = {}): ArchiveMonth => ({
  period: '2022-04',
  count: 12,
  previous: '2022-03',
  next: '2022-06',
  days: counted('2022-04', { '2022-04-02': 12 }).map((day) => ({ ...day, stories: day.count > 0 ? stories(3) : [] })),
  topics: [],
  ...over,
})

const day = (over: Partial<ArchiveDay> = {}): ArchiveDay => ({
  period: '2022-04-02',
  count: 1,
  previous: '2022-04-01',
  next: '2022-04-05',
  stories: [story({ published: moment('2022-04-02T15:04:00-04:00') })],
  query: '',
  earlier: null,
  later: null,
  ...over,
})

test('the archive names its years with their stories, and leads to each month that has some', () => {
  const months = counted('2022', { '2022-04': 3, '2022-11': 1200 })
  const screen = show(<ArchiveView publication={paper} years={[{ period: '2022', count: 1203, months }]} />)
  expect(screen.getAllByText('1,203 stories')).toHaveLength(2)
  const [head, ...links] = screen.getAllByRole('link')
  expect(head?.getAttribute('href')).toBe('/archive/2022')
  expect(links.map((link) => [link.getAttribute('href'), link.lastChild?.textContent])).toEqual([
    ['/archive/2022/04', 'April 2022, 3 stories'],
    ['/archive/2022/11', 'November 2022, 1,200 stories'],
  ])
})

test('an archive without stories says so', () => {
  const screen = show(<ArchiveView publication={paper} years={[]} />)
  expect(screen.getByText('Nothing is published here yet.')).toBeTruthy()
})

test('a year leads to its months that have stories, its topics, and the nearest years', () => {
  const screen = show(<YearView publication={paper} year={year()} />)
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(hrefs).toEqual(['/archive', '/archive/2019', '/archive/2022/04', '/topics/space'])
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(13)
})

test('a month is a table with a caption and a header for each day of the week', () => {
  const screen = show(<MonthView publication={paper} month={month()} />)
  const table = inside(screen.getByRole('table', { name: 'Stories by day' }))
  expect(table.getAllByRole('columnheader').map((header) => header.getAttribute('abbr'))).toEqual([
    ...['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ])
  expect(table.getAllByRole('link')).toEqual([table.getByRole('link', { name: 'April 2, 2022, 12 stories' })])
  const cells = (row: Element | undefined) => Array.from(row?.querySelectorAll('td') ?? [], (cell) => cell.textContent)
  const [, first, second] = table.getAllByRole('row')
  expect(cells(first).slice(0, 6)).toEqual(['', '', '', '', '', '1'])
  expect(cells(second)).toEqual(['3', '4', '5', '6', '7', '8', '9'])
})

test('a week begins on Monday where readers expect it', () => {
  const screen = show(<MonthView publication={publication({ locale: 'en-GB' })} month={month()} />)
  expect(screen.getAllByRole('columnheader')[0]?.textContent).toBe('Mon')
})

test('a day of a month that has more stories than are shown leads to all of them', () => {
  const screen = show(<MonthView publication={paper} month={month()} />)
  const all = screen.getByText('All 12 stories of April 2, 2022')
  expect(all.getAttribute('href')).toBe('/archive/2022/04/02')
})

test('a month of few stories leads nowhere twice', () => {
  const days = month().days.map((one) => (one.count > 0 ? { ...one, count: 3 } : one))
  const screen = show(<MonthView publication={paper} month={month({ days, count: 3 })} />)
  expect(screen.queryByText(/^All /)).toBeNull()
})

test('a month without stories says so, and leads past itself', () => {
  const days = counted('2022-05', {}).map((one) => ({ ...one, stories: [] }))
  const screen = show(<MonthView publication={paper} month={month({ period: '2022-05', count: 0, days })} />)
  expect(screen.getByText('Nothing was published in this month.')).toBeTruthy()
  const steps = inside(screen.getByRole('navigation', { name: 'Other months' })).getAllByRole('link')
  expect(steps.map((step) => [step.getAttribute('rel'), step.getAttribute('href')])).toEqual([
    ['prev', '/archive/2022/03'],
    ['next', '/archive/2022/06'],
  ])
})

test('a day says of each story when, in which section and by whom it was published', () => {
  const screen = show(<DayView publication={paper} day={day()} />)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Saturday, April 2, 2022')
  const [line] = screen.getAllByRole('listitem').filter((item) => item.querySelector('h2') !== null)
  expect(line?.querySelector('time')?.textContent).toMatch(/^3:04\sPM$/)
  expect(line?.querySelector('.kicker')?.textContent).toBe('Science')
  expect(line?.textContent).toContain('By Rosa Delgado')
  expect(line?.querySelector('a')?.getAttribute('href')).toBe('/science/how-a-space-station-stays-up')
})

test('the way to a day leads over its year and its month', () => {
  const screen = show(<DayView publication={paper} day={day()} />)
  const way = inside(screen.getByRole('navigation', { name: 'Breadcrumb' })).getAllByRole('link')
  expect(way.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Archive', '/archive'],
    ['2022', '/archive/2022'],
    ['April 2022', '/archive/2022/04'],
  ])
})

test('a later page of a day says where it begins, and leads to the others', () => {
  const later = day({
    count: 450,
    query: '?after=2022-04-02-190300-a',
    earlier: '',
    later: '?after=2022-04-02-200000-b',
  })
  const screen = show(<DayView publication={paper} day={later} />)
  expect(screen.getByText(/^From 3:04\sPM, of 450 stories$/)).toBeTruthy()
  expect(screen.getByText('Earlier that day').getAttribute('href')).toBe('/archive/2022/04/02')
  expect(screen.getByText('Later that day').getAttribute('href')).toBe('/archive/2022/04/02?after=2022-04-02-200000-b')
})

test('a draft among the stories of a day is marked', () => {
  const screen = show(<DayView publication={paper} day={day({ stories: [story({ state: 'draft' })] })} />)
  expect(screen.getByText('Draft')).toBeTruthy()
})
