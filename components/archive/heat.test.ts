import { expect, test } from 'vitest'
import { within } from '#lib/content/calendar/period.ts'
import { heatOf, shadeOf } from './heat.ts'

test('the day with most stories is darkest, one story can be seen, none cannot', () => {
  expect([0, 1, 25, 26, 75, 76, 100].map((count) => shadeOf(count, 100))).toEqual([0, 1, 1, 2, 3, 4, 4])
  expect(shadeOf(1, 1)).toBe(4)
  expect(shadeOf(0, 0)).toBe(0)
})

test('a month begins under its day of the week, and each day has one square', () => {
  const days = within('2022-04').map((period, at) => ({ period, count: at === 0 ? 9 : 0 }))
  const [none, most] = heatOf('2022-04', days, 9, 7)
  // The first of April 2022 is a Friday, the sixth day of a week that begins on a Sunday.
  expect(most).toEqual({ shade: 4, path: 'M60 0h10v10h-10z' })
  expect(none?.path.match(/M/g)).toHaveLength(29)
  expect(none?.path.startsWith('M72 0h')).toBe(true)
})

test('a long month that begins late takes six weeks', () => {
  const days = within('2022-10').map((period) => ({ period, count: 1 }))
  expect(heatOf('2022-10', days, 1, 7)[0]?.path).toContain('M12 60h')
})
