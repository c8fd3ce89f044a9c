import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bits } from './bits.ts'

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 300 }))
const all = Array.from({ length: 310 }, (_, number) => number)
const listed = (bits: Bits) => all.filter((number) => bits.has(number))

test('bits are sets, whatever size they were made for', () => {
  fc.assert(
    fc.property(numbers, numbers, fc.nat(300), (some, others, highest) => {
      const [one, other] = [Bits.of(some, highest), Bits.of(others)]
      expect(listed(one.and(other))).toEqual(all.filter((each) => some.includes(each) && others.includes(each)))
      expect(listed(one.or(other))).toEqual(all.filter((each) => some.includes(each) || others.includes(each)))
      for (const each of others) one.delete(each)
      expect(listed(one)).toEqual(all.filter((each) => some.includes(each) && !others.includes(each)))
    }),
  )
})
