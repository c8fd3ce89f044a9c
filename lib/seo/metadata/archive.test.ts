import { expect, test } from 'vitest'
import type { ArchiveDay } from '#lib/content/queries/archive.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { moment, story } from '#tests/fixtures/stories.ts'
import { describeArchive, describePeriod } from './archive.ts'

const SITE = 'https://broadsheet.example'
const page = (over = {}) => ({ period: '2022-04', count: 82, previous: '2022-03', next: '2022-06', ...over })

const day = (over: Partial<ArchiveDay> = {}): ArchiveDay => ({
  ...page({ period: '2022-04-02', count: 500, previous: '2022-04-01', next: null }),
  stories: [story({ published: moment('2022-04-02T15:04:00-04:00') })],
  query: '?after=2022-04-02-190300-a',
  earlier: '',
  later: '?after=2022-04-02-200000-b',
  ...over,
})

test('the archive has a title and an address', () => {
  expect(describeArchive(publication())).toMatchObject({
    title: { absolute: 'Archive | Broadsheet' },
    alternates: { canonical: `${SITE}/archive` },
  })
})

test('a month is named, counted, and stands between its neighbours', () => {
  expect(describePeriod(publication(), page())).toMatchObject({
    title: { absolute: 'Archive: April 2022 | Broadsheet' },
    description: 'April 2022 in Broadsheet: 82 stories.',
    alternates: { canonical: `${SITE}/archive/2022/04` },
    pagination: { previous: `${SITE}/archive/2022/03`, next: `${SITE}/archive/2022/06` },
  })
})

test('a period without stories is not to be found, one with a single story is', () => {
  expect(describePeriod(publication(), page({ count: 0 })).robots).toEqual({ index: false })
  const single = describePeriod(publication(), page({ count: 1 }))
  expect(single.robots).not.toMatchObject({ index: false })
  expect(single.description).toBe('April 2022 in Broadsheet: 1 story.')
})

test("a later page of a day has a title of its own, and stands between that day's other pages", () => {
  const { title, alternates, pagination } = describePeriod(publication(), day())
  expect(title).toEqual({ absolute: expect.stringMatching(/^Archive: April 2, 2022\. From 3:04\sPM \| Broadsheet$/) })
  expect(alternates?.canonical).toBe(`${SITE}/archive/2022/04/02?after=2022-04-02-190300-a`)
  expect(pagination).toEqual({
    previous: `${SITE}/archive/2022/04/02`,
    next: `${SITE}/archive/2022/04/02?after=2022-04-02-200000-b`,
  })
})

test('the last page of a day leads on to the next day', () => {
  const last = describePeriod(publication(), day({ later: null, next: '2022-04-05' }))
  expect(last.pagination?.next).toBe(`${SITE}/archive/2022/04/05`)
})
