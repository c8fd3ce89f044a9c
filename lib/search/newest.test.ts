import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newest } from './newest.ts'

test('the newest are those that sorting all of them finds', () => {
  const moments = fc.array(fc.integer({ min: -5e8, max: 5e9 }), { maxLength: 200 })
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 30 }), (times, limit) => {
      const ids = times.map((_, id) => id)
      const sorted = ids.toSorted((one, other) => (times[other] ?? 0) - (times[one] ?? 0) || other - one)
      expect(newest(ids, limit, Float64Array.from(times))).toEqual(sorted.slice(0, limit))
    }),
  )
})
