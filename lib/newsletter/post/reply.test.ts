import { expect, test } from 'vitest'
import { readReply, withoutAddresses } from './reply.ts'

test.each([
  ['550 5.1.1 No such user', { code: 550, status: [5, 1, 1] }],
  ['550-5.1.1 No such\n550 5.1.1 user', { code: 550, status: [5, 1, 1] }],
  ['421 busy', { code: 421, status: null }],
  ['250', { code: 250, status: null }],
  ['550 5.1.1234 odd', { code: 550, status: null }],
  ['hello', null],
  ['', null],
  [undefined, null],
] as const)('%j is read', (text, reply) => {
  expect(readReply(text)).toEqual(reply)
})

test.each([
  ['550 5.1.1 <jo@mail.example>: unknown', '550 5.1.1 …: unknown'],
  ['550 no jo.march+news@mail.example here', '550 no … here'],
  ['550 "odd name"@mail.example', '550 …'],
  ['550 rcpt=jürgen@bücher.example', '550 rcpt=…'],
  ['550 two\r\nlines\u0000\u202e', '550 two lines'],
])('%j is kept without its address', (said, kept) => {
  expect(withoutAddresses(said)).toBe(kept)
})

test('what a server says at length is cut short', () => {
  expect(withoutAddresses(`550 ${'x'.repeat(100_000)}`)).toHaveLength(200)
})
