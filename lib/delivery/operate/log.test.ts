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

test.for([
  '/subscribe/preferences?token=SECRET',
  '/Subscribe/Preferences/?token=SECRET',
  '/%73ubscribe/confirm%3Ftoken=SECRET',
  '/unsubscribe/one-click?token%3DSECRET',
  '//unsubscribe?TOKEN=SECRET',
  'https://paper.example/unsubscribe?token=SECRET',
  '/subscribe?state=SECRET&page=2',
  '/subscribe;token=SECRET',
])('a log line never holds what opens a private page: %s', (target) => {
  expect(excerpt(target)).toMatch(/subscribe/i)
  expect(excerpt(target)).not.toMatch(/S.?E.?C.?R.?E.?T/)
})

test('the query of any other page is logged', () => {
  expect(excerpt('/world?before=2022-04-02-091500-a')).toBe('/world?before=2022-04-02-091500-a')
  expect(excerpt('/world/how-to-subscribe?x=1')).toBe('/world/how-to-subscribe?x=1')
})

test('a log line holds no more than the start of what a client sent', () => {
  expect(excerpt('x'.repeat(5000))).toHaveLength(200)
  expect(excerpt(undefined)).toBe('')
})
