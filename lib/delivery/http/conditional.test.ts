import { expect, test } from 'vitest'
import { isFresh } from './conditional.ts'

const RESPONSE = { etag: '"abc"', lastModified: new Date('2026-03-01T12:00:00.400Z') }

test.for([
  ['nothing', {}, false],
  ['this tag', { 'if-none-match': '"abc"' }, true],
  ['this tag among others', { 'if-none-match': '"x", W/"abc"' }, true],
  ['any tag', { 'if-none-match': '*' }, true],
  ['another tag', { 'if-none-match': '"abcd"' }, false],
  ['this time', { 'if-modified-since': 'Sun, 01 Mar 2026 12:00:00 GMT' }, true],
  ['a later time', { 'if-modified-since': 'Mon, 02 Mar 2026 12:00:00 GMT' }, true],
  ['an earlier time', { 'if-modified-since': 'Sun, 01 Mar 2026 11:59:59 GMT' }, false],
  ['no time at all', { 'if-modified-since': 'yesterday' }, false],
  [
    'another tag and this time',
    { 'if-none-match': '"x"', 'if-modified-since': 'Sun, 01 Mar 2026 12:00:00 GMT' },
    false,
  ],
  ['this tag, but wants it new', { 'if-none-match': '"abc"', 'cache-control': 'no-cache' }, false],
] as const)('a client that has %s', ([, headers, fresh]) => {
  expect(isFresh(headers, RESPONSE)).toBe(fresh)
})
