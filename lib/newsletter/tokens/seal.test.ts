import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const KEY = Buffer.alloc(32, 7)
const NOW = Date.UTC(2026, 10, 23)
const HOUR = 3_600_000

test('what was sealed can be opened again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unseal(KEY, 'form', seal(KEY, 'form', value, NOW), NOW)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('nothing of it can be read, and the same is sealed differently each time', () => {
  const sealed = seal(KEY, 'form', 'jo@example.org', NOW)
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('jo@')
  expect(seal(KEY, 'form', 'jo@example.org', NOW)).not.toBe(sealed)
  expect(sealed).toMatch(/^[\w-]+$/)
})

test('it opens for an hour', () => {
  const sealed = seal(KEY, 'form', 'x', NOW)
  expect(unseal(KEY, 'form', sealed, NOW + HOUR - 1)).toBe('x')
  expect(unseal(KEY, 'form', sealed, NOW + HOUR)).toBeNull()
})

test('it opens for its own page and with its own key alone', () => {
  const sealed = seal(KEY, 'form', 'x', NOW)
  expect(unseal(KEY, 'sent', sealed, NOW)).toBeNull()
  expect(unseal(randomBytes(32), 'form', sealed, NOW)).toBeNull()
})

test('one bit that is changed, and every end that is cut off, keeps it shut', () => {
  const sealed = seal(KEY, 'form', { address: 'jo@example.org' }, NOW)
  const bytes = Buffer.from(sealed, 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const forged = Buffer.from(bytes)
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(unseal(KEY, 'form', forged.toString('base64url'), NOW)).toBeNull()
  }
  for (let length = 0; length < bytes.length; length++) {
    expect(unseal(KEY, 'form', bytes.subarray(0, length).toString('base64url'), NOW)).toBeNull()
  }
})

test('any other text stays shut', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]{0,200}$/)),
      (text) => unseal(KEY, 'form', text, NOW) === null,
    ),
  )
})
