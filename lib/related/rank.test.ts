import { expect, test } from 'vitest'
import { packTerms } from '#tests/fixtures/terms.ts'
import { fromBytes } from '../content/words/vector.ts'
import { type Candidate, rankRelated } from './rank.ts'

const DAY = 24 * 3600 * 1000

/** Numbers of the words of a test, which are written as words; those with a capital are names. */
class Lexicon {
  readonly #ids = new Map<string, number>()

  terms(text: string): Uint32Array {
    const uses = new Map<string, number>()
    for (const word of text.split(' ').filter(Boolean)) uses.set(word, (uses.get(word) ?? 0) + 1)
    const terms = Array.from(uses, ([word, body]) => {
      const id = this.#ids.get(word) ?? this.#ids.size + 1
      this.#ids.set(word, id)
      return { id, name: /^\p{Lu}/u.test(word), headline: 0, dek: 0, body }
    })
    return fromBytes(packTerms(terms))
  }
}

type Draft = Partial<Candidate> & { readonly text?: string }

/** Ranks stories against the first of them. `frequency` is how many of 100 stories have a topic, `docs` how many have a word. */
function rank(
  drafts: Readonly<Record<string, Draft>>,
  { frequency = {} as Record<string, number>, docs = 5, limit = 6, picked = [] as string[], stories = 100 } = {},
) {
  const lexicon = new Lexicon()
  const [subject, ...others] = Object.entries(drafts).map(
    ([slug, { text = '', ...over }]): Candidate => ({
      slug,
      original: slug,
      section: slug,
      topics: [],
      authors: [slug],
      series: null,
      published: 0,
      terms: lexicon.terms(text),
      byWords: text !== '',
      ...over,
    }),
  )
  const archive = {
    stories,
    docs: (terms: readonly number[]) => terms.map(() => docs),
    frequency: (topic: string) => frequency[topic] ?? 2,
  }
  if (subject === undefined) throw new Error('There must be a story.')
  return rankRelated(subject, [subject, ...others], archive, { limit, picked }).related
}

const slugs = (...args: Parameters<typeof rank>) => rank(...args).map(({ slug }) => slug)
const reasons = (...args: Parameters<typeof rank>) => rank(...args).map(({ reason }) => reason.type)

test('a story is not related to itself, and with no candidates there is nothing', () => {
  expect(rank({ subject: { text: 'moon dust' } })).toEqual([])
})

test('a story that shares nothing is left out', () => {
  expect(
    rank({ subject: { text: 'moon dust', topics: ['space'] }, other: { text: 'bread oven', topics: ['food'] } }),
  ).toEqual([])
})

test('the more of its words a story shares, the nearer it is', () => {
  const subject = { text: 'moon dust lander crater' }
  const some = { text: 'moon dust bread oven' }
  const most = { text: 'moon dust lander oven' }
  expect(slugs({ subject, some, most })).toEqual(['most', 'some'])
})

test('words that all stories have say nothing', () => {
  expect(rank({ subject: { text: 'the of and' }, other: { text: 'the of and' } }, { docs: 100 })).toEqual([])
})

test('a story that uses other words is found by the company that it keeps', () => {
  const subject = { text: 'rocket launch pad weather' }
  const near = (n: number) => ({ text: `rocket launch pad orbit booster capsule ${'abcdef'.charAt(n).repeat(9)}` })
  const company = { text: 'weather orbit booster capsule zz' }
  const alone = { text: 'weather rain umbrella forecast zz' }
  const ranked = slugs({ subject, alone, company, a: near(0), b: near(1), c: near(2) })
  expect(ranked.indexOf('company')).toBeLessThan(ranked.indexOf('alone'))
})

test('a rare topic counts for more than a common one, and two for more than one', () => {
  const subject = { topics: ['space', 'linear-b', 'nasa'] }
  const common = { topics: ['space'], published: DAY }
  const rare = { topics: ['linear-b'], published: 9 * DAY }
  const two = { topics: ['nasa', 'space'], published: 9 * DAY }
  expect(slugs({ subject, common, rare, two }, { frequency: { space: 60 } })).toEqual(['two', 'rare', 'common'])
})

test('of stories that share as much the nearer in time comes first', () => {
  const [section, published] = ['world', 1000 * DAY]
  const [far, near] = [
    { section, published: 1400 * DAY },
    { section, published: 900 * DAY },
  ]
  expect(slugs({ subject: { section, published }, far, near })).toEqual(['near', 'far'])
})

test('a tie goes to the newer story, then by name', () => {
  const section = 'world'
  const [older, newer] = [
    { section, published: 9 * DAY },
    { section, published: 11 * DAY },
  ]
  expect(slugs({ subject: { section, published: 10 * DAY }, older, newer })).toEqual(['newer', 'older'])
  expect(slugs({ subject: { section }, b: { section }, a: { section } })).toEqual(['a', 'b'])
})

/** Forty stories of ten years that share a few words with all others, and some that share more with the subject. */
function decade(days: readonly number[]): Record<string, Draft> {
  const others = Array.from({ length: 40 }, (_, n) => {
    return [`other-${n}`, { text: `strike ${'n'.repeat(n + 2)} w${n} v${n} u${n}`, published: n * 90 * DAY }] as const
  })
  const kin = days.map(
    (day, n) => [`kin-${n}`, { text: `strike depot picket k${n} l${n} m${n}`, published: day * DAY }] as const,
  )
  return Object.fromEntries([...others, ...kin])
}

test('a running story prefers its own days', () => {
  const subject = { text: 'strike depot picket driver rota', published: 1800 * DAY }
  const late = { text: 'strike depot picket driver k l m', published: 3600 * DAY }
  const soon = { text: 'strike depot picket driver p q r', published: 1803 * DAY }
  const days = [1795, 1799, 1801, 1802, 1804, 1806, 1808, 1810]
  expect(slugs({ subject, late, soon, ...decade(days) }).indexOf('soon')).toBe(0)
})

test('an evergreen does not prefer its own days', () => {
  const subject = { text: 'strike depot picket driver rota', published: 1800 * DAY }
  const late = { text: 'strike depot picket driver rota m n o', published: 3600 * DAY }
  const soon = { text: 'strike depot picket driver q r s', published: 1803 * DAY }
  const days = [10, 500, 900, 1400, 2300, 2700, 3100, 3500]
  expect(slugs({ subject, late, soon, ...decade(days) })[0]).toBe('late')
})

const WIRE = 'Ruritania quake rescue tent rubble aftershock crane dog survivor fault magnitude morgue'

test('copies of one wire story are one, that which is better placed, and a copy of the story itself is none', () => {
  const subject = { text: 'Ruritania quake rescue parliament budget', topics: ['quake'] }
  const [copy, other] = [{ text: WIRE }, { text: `${WIRE} hospital`, topics: ['quake'] }]
  expect(slugs({ subject, copy, other })).toEqual(['other'])
  expect(rank({ subject: { text: WIRE }, copy })).toEqual([])
})

test('versions of one story are one, and a version of the story itself is none', () => {
  const uk = { original: 'us', topics: ['space'], text: 'colour rocket' }
  const us = { topics: ['space'], text: 'color launch' }
  expect(slugs({ subject: { topics: ['space'] }, us, uk })).toHaveLength(1)
  expect(rank({ us, uk })).toEqual([])
})

test('no more than two in a row are by one author, as long as another is nearly as good', () => {
  const by = (author: string, n: number) => ({ authors: [author], topics: ['space'], published: n * DAY })
  const subject = { topics: ['space'] }
  const amy = { a: by('amy', 1), b: by('amy', 2), c: by('amy', 3) }
  expect(slugs({ subject, ...amy, jo: by('jo', 4) })).toEqual(['a', 'b', 'jo', 'c'])
  expect(slugs({ subject, ...amy })).toEqual(['a', 'b', 'c'])
})

test('no more than two in a row tell the same step of a storyline', () => {
  const step = (n: number) => ({
    topics: ['x'],
    text: `quake rescue tent rubble crane ${'a'.repeat(n)} ${'b'.repeat(n)}`,
  })
  const next = { topics: ['x'], text: 'quake rescue tent rubble crane rebuild donor', published: 90 * DAY }
  const subject = { topics: ['x'], text: 'quake rescue tent rubble crane magnitude fault' }
  const ranked = slugs({ subject, a: step(1), b: step(2), c: step(3), next })
  expect(ranked.indexOf('next')).toBe(2)
})

test('what an editor picked comes first, in that order, then the series, then kin', () => {
  const subject = { series: 'moon', text: 'moon dust lander' }
  const part = { series: 'moon', text: 'bread' }
  const kin = { text: 'moon dust crater' }
  const ranked = rank({ subject, kin, part, far: {}, farther: {} }, { picked: ['farther', 'far'] })
  expect(ranked.map(({ slug }) => slug)).toEqual(['farther', 'far', 'part', 'kin'])
  expect(ranked.map(({ reason }) => reason.type)).toEqual(['picked', 'picked', 'series', 'alike'])
})

test('no series in either is not the same series', () => {
  expect(rank({ subject: {}, other: {} })).toEqual([])
})

test('each says why: the same story, a text that is alike, a topic and of several the rarest, or the section', () => {
  const names = 'Ada Bela Cyril Ruritania'
  const subject = { section: 'world', topics: ['space', 'nasa'], text: `${names} trial verdict jury` }
  const others = {
    story: { text: `${names} trial verdict appeal` },
    alike: { text: 'trial verdict oven' },
    topic: { topics: ['space', 'nasa'], text: 'bread' },
    section: { section: 'world', text: 'butter' },
  }
  const ranked = rank({ subject, ...others }, { frequency: { space: 50 } })
  expect(ranked.map(({ slug, reason }) => [slug, reason.type])).toEqual(Object.keys(others).map((name) => [name, name]))
  expect(ranked[2]?.reason).toEqual({ type: 'topic', topic: 'nasa' })
})

test('a story of one line has what its line says', () => {
  const kin = { text: 'snow village Andermatt road avalanche' }
  expect(slugs({ subject: { text: 'Andermatt avalanche' }, bread: { text: 'bread oven' }, kin })).toEqual(['kin'])
})

test('stories in another language, with words that are no words of English, are ranked as well', () => {
  const subject = { text: 'землетрясение спасатели Рим палатка' }
  const [kin, other] = [{ text: 'землетрясение Рим больница дорога' }, { text: 'выставка музей палатка роман' }]
  expect(slugs({ subject, other, kin })).toEqual(['kin', 'other'])
})

test('while no words are entered, topics and section tell', () => {
  const subject = { section: 'world', topics: ['space'] }
  expect(reasons({ subject, a: { topics: ['space'] }, b: { section: 'world' }, c: {} })).toEqual(['topic', 'section'])
})

test('a publication of one or two stories can be ranked', () => {
  const drafts = { subject: { topics: ['space'], text: 'moon' }, other: { topics: ['space'], text: 'moon' } }
  expect(slugs(drafts, { frequency: { space: 2 }, docs: 2, stories: 2 })).toEqual([])
  expect(
    slugs({ ...drafts, other: { topics: ['space'], text: 'sun' } }, { stories: 0, frequency: { space: 0 } }),
  ).toEqual(['other'])
})
