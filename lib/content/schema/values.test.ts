import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkArticle } from '#tests/fixtures/content.ts'
import { focus, link, readMoment, slug, text, webAddress } from './values.ts'

const accepts = (type: { safeParse(value: unknown): { success: boolean } }) => (value: string) =>
  type.safeParse(value).success

test('a moment keeps its zone as written and knows its time', () => {
  const iso = '2022-04-02T15:04:00-04:00'
  expect(readMoment(iso)).toEqual({ iso, ms: Date.UTC(2022, 3, 2, 19, 4) })
})

test('any moment of any zone is read as what it is', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = fc.date({ min: new Date('1000-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.integer({ min: -14 * 60, max: 14 * 60 }), (utc, offset) => {
      const local = new Date(utc.getTime() + offset * 60_000).toISOString().slice(0, -1)
      const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`
      expect(readMoment(local + zone)).toEqual({ iso: local + zone, ms: utc.getTime() })
    }),
  )
})

test('a day that is not in the calendar is no moment, whatever its zone', () => {
  const month = fc.constantFrom(
    ['02', 30],
    ['02', 31],
    ['04', 31],
    ['06', 31],
    ['09', 31],
    ['11', 31],
    ['13', 1],
    ['00', 1],
    ['01', 0],
    ['12', 32],
  )
  fc.assert(
    fc.property(month, fc.integer({ min: 1000, max: 9999 }), ([month, day], year) => {
      const written = `${year}-${month}-${String(day).padStart(2, '0')}T10:00:00Z`
      expect(readMoment(written)).toEqual({ reason: `is no real date or time: ${written}`, zoneless: false })
    }),
  )
})

test.each(['2022-12-31T23:59:59+14:00', '2022-01-01T00:00:00-14:59', '2022-01-01T00:00Z'])(
  '%s is a moment',
  (written) => {
    expect(readMoment(written)).toEqual({ iso: written, ms: Date.parse(written) })
  },
)

test('29 February is a day in leap years only', () => {
  const isReal = (year: number) => 'ms' in readMoment(`${year}-02-29T00:00Z`)
  expect([1900, 2000, 2023, 2024, 2100].map(isReal)).toEqual([false, true, false, true, false])
})

test.each(['2022-04-02', '2022-04-02T15:04', '2022-04-02 15:04:00', '2022-04-02T15:04:00.5'])(
  '%s lacks a zone',
  async (date) => {
    expect(await checkArticle({ published: date })).toEqual([
      '7:12 error "published" needs a time and a zone, as in 2022-04-02T15:04:00-04:00 date-zone',
    ])
  },
)

test.each([
  'tomorrow',
  '2 April 2022',
  '02.04.2022',
  '2022-04-02T15:04-0400',
  '2022-4-2T15:04Z',
  '2022-W14-6T15:04Z',
  '20220402T150400Z',
])('%s is no ISO 8601 moment', async (date) => {
  expect(await checkArticle({ published: date })).toEqual([
    '7:12 error "published" must be a date with time and zone, as in 2022-04-02T15:04:00-04:00 invalid-field',
  ])
})

test.each([
  '2022-04-31T15:04:00Z',
  '2022-04-02T24:00:00Z',
  '2022-04-02T15:60:00Z',
  '2022-04-02T15:04:60Z',
  '2022-04-02T15:04:00+15:00',
])('%s is no real time', async (date) => {
  expect(await checkArticle({ updated: date })).toEqual([
    `9:10 error "updated" is no real date or time: ${date} invalid-field`,
  ])
})

test('a slug is lower-case words with single hyphens', () => {
  expect(['a', '2022', 'space-race-2'].every(accepts(slug))).toBe(true)
  expect(['', 'A', 'a_b', 'a-', '-a', 'a--b', 'a b', '../a', 'é', 'a\n'].some(accepts(slug))).toBe(false)
})

test('text is trimmed before it is measured', () => {
  expect(text(3).parse(' abc ')).toBe('abc')
  expect(['', ' \n', 'abcd'].some(accepts(text(3)))).toBe(false)
})

test('a link is a web or mail address or a path', () => {
  expect(['https://a.example', 'http://a.example/b', 'mailto:a@b.example', '/', '/about#us'].every(accepts(link))).toBe(
    true,
  )
  expect(
    ['', 'about', '//evil.example', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a', '/a b', ' /a'].some(
      accepts(link),
    ),
  ).toBe(false)
})

test('a web address is http or https', () => {
  expect(['https://a.example', 'HTTP://a.example/?b'].every(accepts(webAddress))).toBe(true)
  expect(['', 'a.example', 'ftp://a.example', 'https://', 'javascript:alert(1)'].some(accepts(webAddress))).toBe(false)
})

test('a focus is two percentages', () => {
  expect(focus.parse('40% 30%')).toEqual({ x: 40, y: 30 })
  expect(['0% 0%', '100% 100%'].every(accepts(focus))).toBe(true)
  expect(['', '40%', '40 30', '101% 0%', '0% 999%', '-1% 0%', '4.5% 1%', '40%  30%'].some(accepts(focus))).toBe(false)
})

test('text holds no control character, however it is written', async () => {
  expect(await checkArticle({ title: '"A bell \\u0007 rings"' })).toEqual([
    '2:8 error "title" may hold no control characters invalid-field',
  ])
})
