import { expect, test } from 'vitest'
import { missing, row } from './row.ts'
import { shown, toTable } from './table.ts'

test('numbers keep the digits that matter', () => {
  expect([31234.5, 45.67, 1.234, 0.00042].map(shown)).toEqual(['31,235', '45.7', '1.23', '0.00042'])
})

test('a row says whether its goal is reached, bounds included', () => {
  const measured = (value: number) => row({ what: 'memory', value, unit: 'MB', goal: { most: 400 } })
  expect([399, 400, 401].map((value) => measured(value).reached)).toEqual([true, true, false])
})

test('the table shows figure, goal and ratio of each row', () => {
  const rows = [
    row({
      what: 'requests',
      value: 20_000,
      unit: '/s',
      goal: { least: 20_000 },
      against: { what: 'next start', value: 2000 },
    }),
  ]
  expect(toTable(rows)).toContain('requests  20,000 /s  ≥ 20,000  yes      10× next start')
})

test('what could not be measured says why', () => {
  expect(toTable([missing('requests', 'wrk is not installed')])).toMatch(
    /requests {2}not measured.*requests: wrk is not installed/s,
  )
})
