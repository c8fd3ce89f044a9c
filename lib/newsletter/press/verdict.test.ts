import { expect, test } from 'vitest'
import { type SlotFacts, verdictOf } from './verdict.ts'

const HOUR = 3_600_000
const SLOT = Date.parse('2026-01-01T06:30:00Z')
const verdict = (facts: Partial<SlotFacts>) =>
  verdictOf({ slot: SLOT, made: false, since: Number.NEGATIVE_INFINITY, now: SLOT, maxAge: 6 * HOUR, ...facts })

test('an issue is made from the very moment it is due', () => {
  expect([SLOT - 1, SLOT, SLOT + 1].map((now) => verdict({ now }))).toEqual(['none', 'send', 'send'])
})

test('a day that has its issue gets no other', () => {
  expect(verdict({ made: true, now: SLOT + HOUR })).toBe('none')
})

test('a slot that was missed is made up for until it is too old', () => {
  expect([6 * HOUR, 6 * HOUR + 1].map((late) => verdict({ now: SLOT + late }))).toEqual(['send', 'skip'])
})

test('a slot from before the newsletter had this schedule is left out', () => {
  expect(verdict({ since: SLOT + HOUR, now: SLOT + HOUR })).toBe('skip')
  expect(verdict({ since: SLOT, now: SLOT + HOUR })).toBe('send')
})
