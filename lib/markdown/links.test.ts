import { expect, test } from 'vitest'
import { isMedia, linkKind } from './links.ts'

test.each([
  ['https://example.org', 'web'],
  ['HTTP://EXAMPLE.ORG', 'web'],
  ['//example.org/a', 'web'],
  ['\\\\example.org', 'web'],
  ['mailto:desk@example.org', 'contact'],
  ['tel:+1-202-555-0100', 'contact'],
  ['/world/suez', 'internal'],
  ['#anchor', 'internal'],
  ['', 'internal'],
  ['a:b is no scheme after /a:b', 'unsafe'],
  ['/path:with-colon', 'internal'],
  ['javascript:alert(1)', 'unsafe'],
  [' \tJava\nScript:alert(1)', 'unsafe'],
  ['\u0001javascript:alert(1)', 'unsafe'],
  ['data:text/html,x', 'unsafe'],
  ['ftp://example.org', 'unsafe'],
])('%j is %s', (href, kind) => {
  expect(linkKind(href)).toBe(kind)
})

test.each(['/media/a.jpg', '/media/2022/a b.jpg', '/media/a..b.jpg', '/media/ä%20ö.jpg'])(
  '%j is a file of ours',
  (src) => {
    expect(isMedia(src)).toBe(true)
  },
)

test.each([
  'https://example.org/media/a.jpg',
  '//example.org/media/a.jpg',
  'media/a.jpg',
  '/MEDIA/a.jpg',
  '/media/',
  '/media//a.jpg',
  '/media/../newsletters/confirm',
  '/media/a/..',
  '/media/%2e%2E/a.jpg',
  '/media/.%2e/a.jpg',
  '/media/.git/config',
  '/media/\\..\\a.jpg',
  '/media/\t../a.jpg',
  'javascript:/media/a.jpg',
])('%j is not', (src) => {
  expect(isMedia(src)).toBe(false)
})
