import { expect, test } from 'vitest'
import { knownQuery } from './parameters.ts'

test.for([
  ['/world', 'page=2&utm_source=x', '?page=2'],
  ['/topics/space', 'x=1&page=2', '?page=2'],
  ['/world', 'before=2022-04-02-091500-a&x=1', '?before=2022-04-02-091500-a'],
  ['/authors/jo-march', 'before=2022-04-02-091500-a', '?before=2022-04-02-091500-a'],
  ['/topics', 'before=2022-04-02-091500-a', ''],
  ['/topics', 'page=2', ''],
  ['/archive', 'page=2', ''],
  ['/archive/2022/04', 'after=2022-04-02-091500-a', ''],
  ['/archive/2022/04/02', 'after=2022-04-02-091500-a&page=2', '?after=2022-04-02-091500-a'],
  ['/world/a', 'page=2', ''],
  ['/world/a.md', 'page=2', ''],
  ['/feed.xml', 'page=2', ''],
  ['/embed/a', 'url=x', ''],
  ['/subscribe', 'state=a.b&page=2&utm_source=x', '?state=a.b'],
  ['/subscribe/preferences', 'said=left&token=a_B-c.d', '?token=a_B-c.d&said=left'],
  ['/unsubscribe/one-click', 'token=x&fbclid=1', '?token=x'],
  ['/subscribers', 'token=x', ''],
  [
    '/oembed',
    'page=2&maxwidth=400&url=https%3A%2F%2Fa.example%2Fb&callback=x',
    '?url=https%3A%2F%2Fa.example%2Fb&maxwidth=400',
  ],
  ['/share/articles/a.png', 'v=1&w=2', '?v=1'],
  ['/search', 'page=2&utm_source=x&q=The+Moon%22', '?q=The+Moon%22&page=2'],
  ['/search.json', 'year=2022&q=%C3%89t%C3%A9&q=b', '?q=%C3%89t%C3%A9&q=b&year=2022'],
])('of %s?%s the site knows "%s"', ([path, query, known]) => {
  expect(knownQuery(String(path), String(query))).toBe(known)
})
