import { afterAll, beforeAll, expect, test } from 'vitest'
import { SearchableFolder } from '#tests/fixtures/searchable.ts'

let sample: SearchableFolder

beforeAll(async () => {
  sample = await SearchableFolder.of('content', Date.parse('2026-11-23T12:00:00Z'))
}, 30_000)
afterAll(() => sample[Symbol.dispose]())

test.each([
  ['why is a piano out of tune', 'why-a-piano-is-always-slightly-out-of-tune'],
  ['how does the suez canal work', 'how-the-suez-canal-works'],
  ['who owns antarctica', 'who-owns-antarctica'],
  ['what does a central bank do', 'what-a-central-bank-does-with-one-number'],
  ['electoral college', 'how-the-electoral-college-works'],
  ['interest rates', 'what-a-central-bank-does-with-one-number'],
  ['undersea cables', 'the-wires-under-the-sea'],
  ['kilogram', 'how-the-kilogram-lost-its-lump'],
  ['leap second', 'the-leap-second-is-to-go'],
  ['secret ballot', 'how-australia-made-voting-secret'],
  ['panama canal', 'panama-canal-and-its-lake'],
  ['seed vault', 'the-vault-on-svalbard'],
  ['moon far side', 'the-side-we-never-see'],
  ['tulip mania', 'what-the-tulip-crash-was-not'],
  ['double entry bookkeeping', 'the-monk-who-balanced-the-books'],
  ['Königsberg', 'seven-bridges-one-walk'],
])('%s: the story about it comes first', async (q, slug) => {
  expect((await sample.slugs(q))[0]).toBe(slug)
})

test.each([
  ['rosetta stone', 'three-scripts-one-stone'],
  ['bar code', 'the-first-beep'],
  ['first folio shakespeare', 'seven-hundred-and-fifty-folios'],
])('%s: the story about it is among the first three', async (q, slug) => {
  expect((await sample.slugs(q)).slice(0, 3)).toContain(slug)
})

test.each([
  ['how many clues does a good sudoku really need', 'sudoku-needs-seventeen'],
  ['why do we always only see the same side of the moon', 'the-side-we-never-see'],
])('%s: no story has all of these words, and the one about it comes first', async (q, slug) => {
  const { hits, notices } = await sample.search(q)
  expect(hits[0]?.story.slug).toBe(slug)
  expect(notices.join()).toContain('No story has all of these words.')
})

test('words within quotation marks stand beside each other', async () => {
  expect((await sample.slugs('"space station"')).toSorted()).toEqual([
    'how-a-space-station-stays-up',
    'roscosmos-ties-station-to-sanctions',
  ])
  expect(await sample.slugs('"station space"')).toEqual([])
})

test('a word with a dash before it is in none', async () => {
  expect(await sample.slugs('canal -suez')).toEqual(['what-the-tulip-crash-was-not'])
  expect(await sample.slugs('section:puzzles -sudoku -wolf')).not.toContain('a-wolf-a-goat-and-a-cabbage')
})

test('authors and sections are asked for by name', async () => {
  expect((await sample.slugs('author:ines canal')).toSorted()).toEqual([
    'how-the-suez-canal-works',
    'panama-canal-and-its-lake',
    'the-wires-under-the-sea',
  ])
  expect((await sample.search('author:"rosa delgado"')).total).toBe(6)
  expect((await sample.search('section:puzzles')).hits.map(({ story }) => story.section.slug)).toEqual(
    Array.from({ length: 5 }, () => 'puzzles'),
  )
  expect((await sample.search('author:nobody moon')).notices).toEqual(['No author is called “nobody”.'])
})

test('dates divide what was published', async () => {
  expect(await sample.slugs('before:2023')).toEqual([
    'the-leap-second-is-to-go',
    'a-spacecraft-moves-an-asteroid',
    'three-scripts-one-stone',
    'roscosmos-ties-station-to-sanctions',
  ])
  expect(await sample.slugs('after:2022-10 before:2022-11')).toEqual(['a-spacecraft-moves-an-asteroid'])
})

test('the last word may be a beginning', async () => {
  expect(await sample.slugs('tardi')).toEqual(['what-a-tardigrade-survives'])
  expect(await sample.slugs('"tardi"')).toEqual([])
})

test('accents are of no account, whoever writes them', async () => {
  const slugs = await sample.slugs('konigsberg')
  expect(slugs).toHaveLength(3)
  expect(await sample.slugs('KÖNIGSBERG')).toEqual(slugs)
  expect(await sample.slugs('mechain')).toEqual(await sample.slugs('Méchain'))
})

test.each([
  ['antartica', 'antarctica'],
  ['merdian', 'meridian'],
  ['barcode', 'bar code'],
  ['elektoral college', 'electoral college'],
])('%s was meant to be %s', async (q, meant) => {
  const { total, suggestion } = await sample.search(q)
  expect([total, suggestion?.q]).toEqual([0, meant])
})

test('drafts, stories to come and what was withdrawn are not found, whatever is asked', async () => {
  for (const q of ['"fair clue"', 'apophis', '"knight\'s tour"', '-qqqq']) {
    const { hits } = await sample.search(q, { sort: 'newest' })
    const slugs = hits.map(({ story }) => story.slug)
    for (const slug of ['what-makes-a-fair-clue', 'apophis-comes-by', 'the-knights-tour-of-a-small-board'])
      expect(slugs).not.toContain(slug)
  }
})

test('filters are offered with what they would find', async () => {
  const { facets, total } = await sample.search('canal')
  expect(total).toBe(6)
  const shown = (each: typeof facets.sections) => each.map(({ label, count }) => [label, count])
  expect(shown(facets.sections)).toEqual([
    ['World', 4],
    ['Business', 2],
  ])
  expect(shown(facets.authors).slice(0, 1)).toEqual([['Ines Varga', 3]])
  for (const { value, count } of facets.kinds) expect((await sample.search('canal', { kind: value })).total).toBe(count)
  for (const { value, count } of facets.authors)
    expect((await sample.search('canal', { author: value })).total).toBe(count)
})

test('what was searched for is marked in headline and snippet', async () => {
  const [first] = (await sample.search('kilogram')).hits
  expect(first?.headline.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['kilogram'])
  expect(first?.snippet.some(({ hit, text }) => hit && /^kilogram/i.test(text))).toBe(true)
})
