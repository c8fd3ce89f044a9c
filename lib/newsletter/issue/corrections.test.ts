import { expect, test } from 'vitest'
import { issueContent, issueCorrection, issueStory, sentIssue } from '#tests/fixtures/issues.ts'
import { story } from '#tests/fixtures/stories.ts'
import type { CurrentStory } from '../../content/queries/issue-stories.ts'
import type { IssueContent } from '../model.ts'
import { correctionsSince } from './corrections.ts'

const NOW = Date.parse('2026-11-23T11:30:00Z')
const HOUR = 3_600_000

function current(slug: string, over: Partial<CurrentStory> = {}): CurrentStory {
  return { story: story({ slug }), family: slug, version: 'v', corrections: [], withdrawn: null, ...over }
}

/** A story now, with corrections so many hours before now. */
const corrected = (slug: string, ...hours: readonly number[]) =>
  current(slug, { corrections: hours.map((ago) => ({ at: NOW - ago * HOUR, html: `<em>${ago}</em> hours` })) })

const issue = (date: string, over: Partial<IssueContent>) => sentIssue(issueContent(over), date)
const carrying = (date: string, ...slugs: readonly string[]) =>
  issue(date, { stories: slugs.map((slug) => issueStory({ slug })) })

const now = (found: Readonly<Record<string, CurrentStory>>) => new Map(Object.entries(found))

test('corrections that came after a story was sent are told in the order of time, as text', () => {
  const told = correctionsSince([carrying('2026-11-22', 'a')], now({ a: corrected('a', 2, 5) }), NOW)
  expect(told.map(({ text, carried, kind }) => [text, carried, kind])).toEqual([
    ['5 hours', '2026-11-22', 'corrected'],
    ['2 hours', '2026-11-22', 'corrected'],
  ])
})

test('corrections that the story had when it was sent are not told', () => {
  const sent = issue('2026-11-22', { stories: [issueStory({ slug: 'a', corrected: NOW - 5 * HOUR })] })
  expect(correctionsSince([sent], now({ a: corrected('a', 9, 5, 2) }), NOW)).toMatchObject([{ text: '2 hours' }])
})

test('a correction that stood in the very text that was sent is not told, though it is dated later', () => {
  const sent = issue('2026-11-22', { stories: [issueStory({ slug: 'a', version: 'v' })] })
  expect(correctionsSince([sent], now({ a: corrected('a', 1) }), NOW)).toEqual([])
})

test('what an issue told is not told again, what came after is', () => {
  const previous = [
    issue('2026-11-22', { stories: [], corrections: [issueCorrection({ slug: 'a', at: NOW - 5 * HOUR })] }),
    carrying('2026-11-21', 'a'),
  ]
  expect(correctionsSince(previous, now({ a: corrected('a', 5) }), NOW)).toEqual([])
  expect(correctionsSince(previous, now({ a: corrected('a', 5, 1) }), NOW)).toMatchObject([{ text: '1 hours' }])
})

test('a story that is called otherwise now is the same story', () => {
  const previous = [
    issue('2026-11-22', { stories: [], corrections: [issueCorrection({ slug: 'newer', at: NOW - 5 * HOUR })] }),
    carrying('2026-11-21', 'old'),
  ]
  const found = corrected('newest', 5, 3)
  const told = correctionsSince(previous, now({ old: found, newer: found, newest: found }), NOW)
  expect(told).toMatchObject([{ slug: 'newest', href: '/science/newest', text: '3 hours', carried: '2026-11-21' }])
})

test('a withdrawal is told once, with its reason, and nothing else of the story', () => {
  const gone = { ...corrected('a', 3), withdrawn: { at: NOW - HOUR, reason: 'It was made up.' } }
  const sent = carrying('2026-11-21', 'a')
  const told = correctionsSince([sent], now({ a: gone }), NOW)
  expect(told).toMatchObject([{ kind: 'withdrawn', text: 'It was made up.', at: NOW - HOUR }])
  const after = issue('2026-11-22', { stories: [], corrections: told })
  expect(correctionsSince([after, sent], now({ a: gone }), NOW)).toEqual([])
})

test('a story that was withdrawn after a correction was told is told of again', () => {
  const gone = current('a', { withdrawn: { at: NOW - HOUR, reason: 'It was made up.' } })
  const previous = [
    issue('2026-11-22', { stories: [], corrections: [issueCorrection({ slug: 'a', at: NOW - 2 * HOUR })] }),
    carrying('2026-11-21', 'a'),
  ]
  expect(correctionsSince(previous, now({ a: gone }), NOW)).toMatchObject([{ kind: 'withdrawn' }])
})

test('what is dated later is told later', () => {
  const sent = carrying('2026-11-22', 'a')
  expect(correctionsSince([sent], now({ a: corrected('a', -1) }), NOW)).toEqual([])
  expect(correctionsSince([sent], now({ a: corrected('a', -1) }), NOW + 2 * HOUR)).toHaveLength(1)
})

test('of a story that is gone, or not sent, nothing is said', () => {
  const sent = carrying('2026-11-22', 'a')
  expect(correctionsSince([sent], now({ b: corrected('b', 1) }), NOW)).toEqual([])
})

test('so many corrections that no mail could hold them are told in several issues, and none is lost', () => {
  const slugs = Array.from({ length: 50 }, (_, nth) => `s${nth}`)
  const long = { at: NOW - HOUR, html: 'word '.repeat(400) }
  const found = now(Object.fromEntries(slugs.map((slug) => [slug, current(slug, { corrections: [long] })])))
  const issues = [carrying('2026-11-01', ...slugs)]
  const told: string[] = []
  for (let day = 2; day <= 20; day++) {
    const corrections = correctionsSince(issues, found, NOW)
    expect(corrections.reduce((length, { text }) => length + text.length, 0)).toBeLessThanOrEqual(12_000)
    told.push(...corrections.map(({ slug }) => slug))
    issues.unshift(issue(`2026-11-${String(day).padStart(2, '0')}`, { stories: [], corrections }))
  }
  expect(told).toEqual(slugs)
})
