import { expect, test } from 'vitest'
import { Line } from './line.ts'

function line() {
  const clock = { now: 1_000_000 }
  return {
    clock,
    line: new Line(
      () => clock.now,
      () => 0.5,
    ),
  }
}

test('a server that is down is tried again after a while, and then after a longer one', () => {
  const { clock, line: mail } = line()
  const waits = []
  for (let round = 0; round < 12; round++) {
    expect(mail.down('no', false)?.retryAt).toBe(mail.retryAt)
    expect(() => mail.check()).toThrow('no')
    waits.push((mail.retryAt ?? 0) - clock.now)
    clock.now = mail.retryAt ?? 0
    expect(() => mail.check()).not.toThrow()
  }
  expect(waits.slice(0, 3)).toEqual([10_000, 20_000, 40_000])
  expect(waits.at(-1)).toBe(600_000)
})

test('several who find it down at once count as one', () => {
  const { line: mail } = line()
  expect(mail.down('no', true)).not.toBeNull()
  expect(mail.down('no', true)).toBeNull()
})

test('failures in a row bring everybody to wait; a mail that is taken begins anew', () => {
  const { clock, line: mail } = line()
  for (let count = 0; count < 4; count++) expect(mail.strike('552')).toBeNull()
  expect(mail.up()).toBe(false)
  for (let count = 0; count < 4; count++) expect(mail.strike('552')).toBeNull()
  expect(mail.strike('552')?.message).toContain('552')
  clock.now = mail.retryAt ?? 0
  expect(mail.strike('552')).not.toBeNull()
  expect(mail.up()).toBe(true)
  expect(mail.retryAt).toBeNull()
})
