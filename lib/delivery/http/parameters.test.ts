import { expect, test } from 'vitest'
import { knownQuery } from './parameters.ts'

test.for([
  ['/world', 'page=2&utm_source=x', '?page=2'],
  ['/topics/space', 'x=1&page=2', '?page=2'],
  ['/topics', 'page=2', ''],
  ['/world/a', 'page=2', ''],
  ['/world/a.md', 'page=2', ''],
  ['/feed.xml', 'page=2', ''],
  ['/embed/a', 'url=x', ''],
  [
    '/oembed',
    'page=2&maxwidth=400&url=https%3A%2F%2Fa.example%2Fb&callback=x',
    '?url=https%3A%2F%2Fa.example%2Fb&maxwidth=400',
  ],
  ['/share/articles/a.png', 'v=1&w=2', '?v=1'],
])('of %s?%s the site knows "%s"', ([path, query, known]) => {
  expect(knownQuery(String(path), String(query))).toBe(known)
})
