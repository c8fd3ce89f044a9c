import { expect, test } from 'vitest'
import { didYouMean, didYouMeanPath, nearest } from './suggest.ts'

test.each([
  ['jo-marhc', ['jo-march', 'amy-march'], 'jo-march'],
  ['wrold', ['science', 'world'], 'world'],
  ['World', ['world'], 'world'],
  ['newz', ['news', 'live'], 'news'],
  ['us', ['uk'], 'uk'],
  ['titel', ['title', 'topics'], 'title'],
  ['slgu', ['name', 'slug'], 'slug'],
  ['ku', ['uk'], 'uk'],
])('%s is nearly one of %j', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected)
})

test.each([
  ['weather', ['title', 'dek']],
  ['nasa', ['news', 'live']],
  ['cab', ['tub']],
  ['news', ['keys']],
  ['world', ['tired']],
  ['a-very-long-slug-of-a-story', ['a-very-short-one']],
  ['x', []],
])('%s is near none of %j', (name, known) => {
  expect(nearest(name, known)).toBeNull()
})

test('of names that are equally near the first in the alphabet is meant, in whatever order they come', () => {
  expect(nearest('cat', ['hat', 'bat', 'rat'])).toBe('bat')
  expect(nearest('cat', ['bat', 'rat', 'hat'])).toBe('bat')
  expect(nearest('station', ['stationsb', 'stationsa'])).toBe('stationsa')
})

test('a nearer name wins over an earlier one', () => {
  expect(nearest('station', ['ration', 'stations'])).toBe('stations')
})

test('a suggestion is a question in brackets, or nothing', () => {
  expect(didYouMean('newz', ['news'])).toBe(' (did you mean "news"?)')
  expect(didYouMean('weather', ['news'])).toBe('')
})

test('of a path the last part is compared', () => {
  const paths = ['/media/a/iss.jpg', '/media/b/orbit.jpg']
  expect(didYouMeanPath('/media/is.jpg', paths)).toBe(' (did you mean "/media/a/iss.jpg"?)')
  expect(didYouMeanPath('/media/a/x.png', paths)).toBe('')
})
