import { expect, test } from 'vitest'
import { excerpt, requestId } from './log.ts'

const MADE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('a request gets an id of its own', () => {
  const [one, two] = [requestId({}, { trustProxy: true }), requestId({}, { trustProxy: true })]
  expect(one).toMatch(MADE)
  expect(two).not.toBe(one)
})

test("a trusted proxy's id is kept", () => {
  expect(requestId({ 'x-request-id': 'abc-123_4.5' }, { trustProxy: true })).toBe('abc-123_4.5')
})

test("anyone else's id is not", () => {
  expect(requestId({ 'x-request-id': 'abc-123_4.5' }, { trustProxy: false })).toMatch(MADE)
})

test.for(['short', 'a b c d e f', 'abcdefgh\n{"level":"fatal"}', 'x'.repeat(129), 'ab"cdefgh', ''])(
  'an id that is not well-formed is replaced: %j',
  (id) => {
    expect(requestId({ 'x-request-id': id }, { trustProxy: true })).toMatch(MADE)
  },
)

test('a log line holds no more than the start of what a client sent', () => {
  expect(excerpt('x'.repeat(5000))).toHaveLength(200)
  expect(excerpt(undefined)).toBe('')
})
