import { expect, test } from 'vitest'
import { type Candidate, rankRelated } from './rank.ts'

const DAY = 24 * 3600 * 1000

const story = (slug: string, over: Partial<Candidate> = {}): Candidate => ({
  slug,
  section: 'science',
  topics: [],
  series: null,
  published: 0,
  ...over,
})

/** The slugs of the others in order of kinship with the first; `count` stories in all, of which `frequency` have a topic. */
function rank([subject = story('none'), ...others]: Candidate[], frequency: Record<string, number> = {}, count = 100) {
  return rankRelated(subject, [...others, subject], (topic) => frequency[topic] ?? 2, count).map(({ slug }) => slug)
}

test('a story is not related to itself', () => {
  expect(rank([story('subject', { topics: ['space'] })])).toEqual([])
})

test('a story that shares nothing is left out', () => {
  expect(
    rank([story('subject', { topics: ['space'] }), story('other', { section: 'world', topics: ['trade'] })]),
  ).toEqual([])
})

test('the same series comes before shared topics, those before the same section', () => {
  const subject = story('subject', { series: 'moon', topics: ['space', 'nasa'] })
  const section = story('section')
  const topic = story('topic', { section: 'world', topics: ['space'] })
  const series = story('series', { section: 'world', series: 'moon' })
  expect(rank([subject, section, topic, series])).toEqual(['series', 'topic', 'section'])
})

test('no series in either is not the same series', () => {
  expect(rank([story('subject'), story('other', { section: 'world' })])).toEqual([])
})

test('a rare topic counts for more than a common one', () => {
  const subject = story('subject', { section: 'culture', topics: ['space', 'linear-b'] })
  const common = story('common', { topics: ['space'], published: 1 })
  const rare = story('rare', { topics: ['linear-b'] })
  expect(rank([subject, common, rare], { space: 60, 'linear-b': 2 })).toEqual(['rare', 'common'])
})

test('two shared topics count for more than one', () => {
  const subject = story('subject', { topics: ['space', 'nasa'] })
  const one = story('one', { topics: ['space'], published: 1 })
  const two = story('two', { topics: ['nasa', 'space'] })
  expect(rank([subject, one, two])).toEqual(['two', 'one'])
})

test('of stories that share as much the nearer in time comes first', () => {
  const subject = story('subject', { published: 1000 * DAY })
  const far = story('far', { published: 1400 * DAY })
  const near = story('near', { published: 900 * DAY })
  expect(rank([subject, far, near])).toEqual(['near', 'far'])
})

test('ties go to the newer story, then by name', () => {
  const subject = story('subject', { published: 10 * DAY })
  const [older, newer] = [story('older', { published: 9 * DAY }), story('newer', { published: 11 * DAY })]
  expect(rank([subject, older, newer])).toEqual(['newer', 'older'])
  expect(rank([subject, story('b'), story('a')])).toEqual(['a', 'b'])
})

test('a publication of one or two stories can be ranked', () => {
  const [subject, other] = [story('subject', { topics: ['space'] }), story('other', { topics: ['space'] })]
  expect(rank([subject, other], { space: 2 }, 2)).toEqual(['other'])
  expect(rank([subject, other], { space: 0 }, 0)).toEqual(['other'])
})
