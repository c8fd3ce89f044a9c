import { expect, test } from 'vitest'
import { PRESSED, strayOf } from './purpose.ts'

const NAVIGATION = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin' }

test('a person who goes to a page is a reader, also with a browser that says nothing of it', () => {
  expect([strayOf(NAVIGATION), strayOf({})]).toEqual([null, null])
})

test.for([
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { 'sec-purpose': 'prefetch;anonymous-client-ip' },
  { purpose: 'prefetch' },
  { 'x-moz': 'prefetch' },
  { 'x-purpose': 'preview' },
  { 'sec-purpose': 'prefetch', 'sec-speculation-tags': '"another", null' },
  { 'sec-purpose': 'prefetch;prerender', 'sec-speculation-tags': `"${PRESSED}"` },
  { 'sec-purpose': 'prefetch', 'sec-speculation-tags': `"${PRESSED}"`, 'sec-fetch-site': 'cross-site' },
  { 'sec-purpose': 'prefetch', 'sec-speculation-tags': `"not-${PRESSED}"` },
])('what is asked for ahead is not: %o', (headers) => {
  expect(strayOf({ ...NAVIGATION, ...headers })).toBe('prefetch')
})

test.for(['none', 'same-origin'])('a pressed link is, which browsers ask for once (%s)', (site) => {
  const headers = { 'sec-purpose': 'prefetch', 'sec-fetch-site': site }
  for (const tags of [`"${PRESSED}"`, `"another", "${PRESSED}"`])
    expect(strayOf({ ...NAVIGATION, ...headers, 'sec-speculation-tags': tags })).toBeNull()
})

test.for([
  { 'sec-fetch-dest': 'iframe' },
  { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' },
  { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' },
  { 'sec-fetch-mode': 'no-cors' },
])('a page inside of another, or one that a script asks for, is not: %o', (headers) => {
  expect(strayOf({ ...NAVIGATION, ...headers })).toBe('embedded')
})
