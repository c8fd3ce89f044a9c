import { expect, test } from 'vitest'
import { FEED_LENGTH } from '../../content/queries/feeds.ts'
import { feedsOfList, isFeedChanged } from './feeds.ts'

const hrefs = (list: string) => feedsOfList(list, ['us', 'uk']).map(({ href }) => href)

test.each([
  ['all', ['/']],
  ['section:world', ['/world']],
  ['topic:space', ['/topics/space']],
  ['author:jo-march', ['/authors/jo-march']],
  ['edition:uk', ['/uk']],
  ['edition:', ['/us', '/uk']],
  ['edition:fr', []],
  ['recent', []],
  ['series:moon-again', []],
  ['versions:station', []],
])('the list %s is in the feeds of %o', (list, expected) => {
  expect(hrefs(list)).toEqual(expected)
})

test("an edition's feed has its own stories and those of none", () => {
  expect(feedsOfList('edition:uk', ['us', 'uk'])).toEqual([{ href: '/uk', lists: ['edition:', 'edition:uk'] }])
})

/** So many stories, published a millisecond after another up to 1000. */
const stories = (count: number) => Array.from({ length: count }, (_, at) => ({ slug: `s${at}`, published: 1000 - at }))
const full = stories(FEED_LENGTH)
const changed = (slug: string, published: number) => new Map([[slug, published]])

test('a story that is in a feed changes it', () => {
  expect(isFeedChanged({ newest: full, listChanged: false }, changed('s29', 971))).toBe(true)
})

test('a story that is too old for a feed does not', () => {
  expect(isFeedChanged({ newest: full, listChanged: false }, changed('old', 1))).toBe(false)
  expect(isFeedChanged({ newest: full, listChanged: true }, changed('old', 1))).toBe(false)
})

test('a story that has left a list was in its feed when it was new enough', () => {
  expect(isFeedChanged({ newest: full, listChanged: true }, changed('gone', 971))).toBe(true)
  expect(isFeedChanged({ newest: full, listChanged: false }, changed('elsewhere', 971))).toBe(false)
})

test('a feed that is not full has had every story of its list', () => {
  expect(isFeedChanged({ newest: stories(29), listChanged: true }, changed('gone', 1))).toBe(true)
})

test('an empty feed is not told of', () => {
  expect(isFeedChanged({ newest: [], listChanged: true }, changed('gone', 1000))).toBe(false)
})
