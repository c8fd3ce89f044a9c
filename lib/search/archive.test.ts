import { afterAll, beforeAll, expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { largeNewsroom, type Newsroom } from '#tests/fixtures/newsroom.ts'
import { SearchableFolder } from '#tests/fixtures/searchable.ts'
import { stemmerFor } from '../content/words/stems.ts'
import { wordsOf } from '../content/words/words.ts'
import { plainText } from '../markdown/words.ts'
import type { Facet, SearchRequest } from './model.ts'

const ARTICLES = 10_000
/** Milliseconds that a test may take on a machine that does much else. */
const SLOW = 30_000
const NOW = Date.parse('2026-01-01T12:00:00Z')

/** An article as the test reads it by itself: the stems of each of its parts. */
interface Read {
  readonly id: number
  readonly slug: string
  readonly section: string
  readonly kind: string
  readonly authors: readonly string[]
  readonly published: number
  readonly parts: readonly string[]
  readonly stems: ReadonlySet<string>
}

let room: Newsroom
let folder: SearchableFolder
let articles: Read[]

beforeAll(async () => {
  room = await largeNewsroom(ARTICLES)
  folder = await SearchableFolder.of(room.root, NOW)
  articles = readAll()
}, 4 * SLOW)

afterAll(async () => {
  folder[Symbol.dispose]()
  await room[Symbol.asyncDispose]()
})

const stems = new Map<string, string>()
const english = stemmerFor('en')
function stem(word: string): string {
  const its = stems.get(word) ?? english(word)
  stems.set(word, its)
  return its
}
const line = (text: string) => ` ${wordsOf(text).map(stem).join(' ')} `

function readAll(): Read[] {
  const names = new Map<string, string>()
  for (const { slug, name } of folder.rows.all<{ slug: string; name: string }>(
    "SELECT slug, coalesce(data ->> 'name', data ->> 'title') AS name FROM entries WHERE kind IN ('authors', 'topics')",
  ))
    names.set(slug, name)
  const rows = folder.rows.all<{ id: number; card: string; published: number; body: string }>(
    'SELECT articles.id, card, published, body FROM articles JOIN texts USING (id) ORDER BY articles.id',
  )
  return rows.map(({ id, card, published, body }) => {
    const { slug, section, kind, title, dek = '', authors, topics } = JSON.parse(card)
    const called = [...authors, ...topics].map((name: string) => names.get(name) ?? name.replaceAll('-', ' '))
    const parts = [title, dek, plainText(body), called.join('\n')].map(line)
    return { id, slug, section, kind, authors, published, parts, stems: new Set(parts.join('').trim().split(/ +/)) }
  })
}

/** Whether an article has words beside each other; told by itself, without an index. */
const has = ({ parts, stems }: Read, words: string): boolean => {
  const own = words.split(' ').map(stem)
  return own.every((each) => stems.has(each)) && parts.some((part) => part.includes(` ${own.join(' ')} `))
}

const of = (matches: (article: Read) => boolean): string[] => articles.filter(matches).map(({ slug }) => slug)

/** All that is found, ten by ten. */
async function walk(q: string, over: Partial<SearchRequest> = {}): Promise<string[]> {
  const found: string[] = []
  for (let page = 1, pages = 1, until: string | null = null; page <= pages; page++) {
    const answer = await folder.search(q, { ...over, page, until })
    found.push(...answer.hits.map(({ story }) => story.slug))
    pages = answer.pages
    until = answer.until
  }
  return found
}

const total = async (q: string, over: Partial<SearchRequest> = {}) => (await folder.search(q, over)).total

/** Words of all frequencies: of most stories, of some, of one. */
function sample(): string[] {
  const rows = folder.rows.all<{ word: string }>(
    `SELECT word FROM (SELECT min(word) AS word, docs FROM terms JOIN spellings USING (stem) WHERE docs > 0
       GROUP BY stem ORDER BY docs DESC, stem) WHERE word GLOB '[a-z]*'`,
  )
  const steps = [0, 3, 10, 30, 60, 100, 200, 300, 500, 800, 1300, 2000, 3000, 5000, 8000]
  return steps.flatMap((at) => rows[at]?.word ?? [])
}

/** Quoted, so that no word is taken for a beginning. */
const exact = (...words: readonly string[]) => words.map((word) => `"${word}"`).join(' ')

test('a word is found in exactly the articles that have it', async () => {
  const words = sample()
  expect(words.length).toBeGreaterThan(10)
  for (const word of words) expect([word, await total(exact(word))]).toEqual([word, of((a) => has(a, word)).length])
})

test('two words are found in exactly the articles that have both, whether they are common or not', async () => {
  const words = sample()
  for (const [at, word] of words.entries()) {
    const other = words[(at * 7 + 3) % words.length] ?? ''
    const expected = of((a) => has(a, word) && has(a, other)).length
    expect([word, other, await total(exact(word, other))]).toEqual([word, other, expected])
  }
})

test('an excluded word leaves exactly the articles without it', async () => {
  const words = sample()
  for (const [at, word] of words.entries()) {
    const other = words[(at * 4 + 1) % words.length] ?? ''
    const expected = of((a) => has(a, word) && !has(a, other)).length
    expect([word, other, await total(`${exact(word)} -${other}`)]).toEqual([word, other, expected])
    expect([word, await total(`-${word}`)]).toEqual([word, of((a) => !has(a, word)).length])
  }
})

test('a phrase is found in exactly the articles that have its words beside each other in one part', async () => {
  const phrases = articles
    .filter((_, nth) => nth % 800 === 0)
    .flatMap(({ parts }) => {
      const body = (parts[2] ?? '').trim().split(' ')
      return [body.slice(20, 22), body.slice(40, 43)].map((words) => words.join(' '))
    })
  phrases.push('last week', 'of the', 'the of')
  for (const phrase of phrases) {
    const expected = of((a) => has(a, phrase)).length
    const [found, none] = [await total(`"${phrase}"`), await total(`-"${phrase}"`)]
    // A stem is not always its own: such a phrase is of other words.
    if (phrase.split(' ').every((word) => stem(word) === word))
      expect([phrase, found, none]).toEqual([phrase, expected, ARTICLES - expected])
  }
})

test('filters count exactly, each without itself', async () => {
  const word = sample()[3] ?? ''
  const matches = (a: Read) => has(a, word)
  const [first] = articles.filter(matches)
  if (first === undefined) throw new Error('no article has the word')
  const year = yearOf(first)
  const filters = { section: first.section, kind: first.kind, author: first.authors[0] ?? null, year }
  const answer = await folder.search(exact(word), filters)
  const is = {
    section: (a: Read) => a.section === filters.section,
    kind: (a: Read) => a.kind === filters.kind,
    author: (a: Read) => filters.author === null || a.authors.includes(filters.author),
    year: (a: Read) => yearOf(a) === year,
  }
  expect(answer.total).toBe(of((a) => matches(a) && Object.values(is).every((each) => each(a))).length)
  const others = (name: keyof typeof is) => articles.filter((a) => matches(a) && ignoring(is, name).every((t) => t(a)))
  expect(counts(answer.facets.sections)).toEqual(tally(others('section').map(({ section }) => section)))
  expect(counts(answer.facets.kinds)).toEqual(tally(others('kind').map(({ kind }) => kind)))
  expect(counts(answer.facets.years)).toEqual(tally(others('year').map((a) => String(yearOf(a)))))
  const authors = tally(others('author').flatMap((a) => a.authors))
  expect(authors).toMatchObject(counts(answer.facets.authors))
})

const yearOf = ({ published }: Read) =>
  Number(new Intl.DateTimeFormat('en', { timeZone: 'America/New_York', year: 'numeric' }).format(published))
const ignoring = <T extends object>(tests: T, name: keyof T) =>
  Object.entries(tests).flatMap(([key, test]) => (key === name ? [] : [test as (article: Read) => boolean]))
const counts = (facets: readonly Facet[]) => Object.fromEntries(facets.map(({ value, count }) => [value, count]))
function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

test('each value of a filter finds as many as it counts, and together they are all', async () => {
  const word = sample()[2] ?? ''
  const { total: all, facets } = await folder.search(exact(word))
  for (const { value, count } of facets.sections)
    expect([value, await total(exact(word), { section: value })]).toEqual([value, count])
  for (const { value, count } of facets.years)
    expect([value, await total(exact(word), { year: Number(value) })]).toEqual([value, count])
  for (const { value, count } of facets.authors)
    expect([value, await total(exact(word), { author: value })]).toEqual([value, count])
  for (const each of [facets.sections, facets.kinds, facets.years])
    expect(each.reduce((sum, { count }) => sum + count, 0)).toBe(all)
})

test('what the query says of section and time is exact', async () => {
  const start = Date.parse('2020-05-01T04:00:00Z')
  expect(await total('after:2020-05')).toBe(of(({ published }) => published >= start).length)
  expect(await total('before:2020-05')).toBe(of(({ published }) => published < start).length)
  expect(await total('section:science')).toBe(of(({ section }) => section === 'science').length)
  expect(await total('-section:science')).toBe(of(({ section }) => section !== 'science').length)
  const slug = articles[0]?.authors[0] ?? ''
  expect(await total(`author:${slug}`)).toBe(of(({ authors }) => authors.includes(slug)).length)
})

test(
  'pages walked to the end have each story once, in whatever order',
  async () => {
    const word = sample().find((each) => of((a) => has(a, each)).length < 900) ?? ''
    const expected = of((a) => has(a, word)).sort()
    for (const sort of ['relevance', 'newest'] as const) {
      const found = await walk(exact(word), { sort })
      expect(found.toSorted()).toEqual(expected)
    }
  },
  SLOW,
)

test(
  'of more stories than are ranked the first thousand can be paged to, and that is told',
  async () => {
    const word = sample()[0] ?? ''
    const found = await walk(exact(word))
    expect([found.length, new Set(found).size]).toEqual([1000, 1000])
    const { notices, pages } = await folder.search(exact(word), { page: 100 })
    expect([pages, notices]).toEqual([100, [expect.stringContaining('first 1000 stories')]])
  },
  SLOW,
)

test(
  'newest first is by date',
  async () => {
    const at = new Map(articles.map(({ slug, published }) => [slug, published]))
    for (const word of [sample()[0], sample()[5]]) {
      if (word === undefined) throw new Error('there are not enough words')
      const found = await walk(exact(word), { sort: 'newest' })
      const dates = articles
        .filter((a) => has(a, word))
        .map(({ published }) => published)
        .sort((one, other) => other - one)
      expect(found.map((slug) => at.get(slug))).toEqual(dates.slice(0, 1000))
    }
  },
  SLOW,
)

test('the beginning of a word finds all articles with one of the words, if those are few', async () => {
  const beginning = 'earthqu'
  const begins = (a: Read) => [...a.stems].some((each) => each.startsWith(beginning))
  expect(await total(beginning)).toBe(of(begins).length)
  expect(await total(`"${beginning}"`)).toBe(0)
})

test(
  'what changes is found as a catalog tells that remembers nothing, also by the most common words',
  async () => {
    const [word = '', other = ''] = sample()
    const same = async () => {
      for (const q of [exact(word), `-${word}`, exact(word, other), 'zebrafinch'])
        for (const sort of ['relevance', 'newest'] as const) {
          const [known, fresh] = [await folder.search(q, { sort }), await folder.search(q, { sort }, folder.fresh)]
          expect(known).toEqual(fresh)
        }
      return [await total(exact(word)), await total('zebrafinch')]
    }
    const [before = 0] = await same()
    const published = '2024-01-01T12:00:00Z'
    const story = (nth: number, over = {}, text = `${word} zebrafinch`) =>
      room.write({
        [`articles/2024/01/zf${nth}.md`]: article(
          {
            title: 'Zebrafinch',
            dek: 'Zebrafinch',
            published,
            authors: `[${articles[0]?.authors[0]}]`,
            image: null,
            ...over,
          },
          `${text}.\n`,
        ),
      })
    const follow = (now?: number) => {
      folder.follow(now)
      folder.enter()
      return same()
    }
    await story(1)
    await story(2, { published: '2026-01-02T12:00:00Z' })
    expect(await follow()).toEqual([before + 1, 1])
    expect(await follow(Date.parse('2026-01-03T12:00:00Z'))).toEqual([before + 2, 2])
    await story(1, {}, 'Zebrafinch')
    expect(await follow()).toEqual([before + 1, 2])
    await story(2, { status: 'withdrawn', withdrawn: '{ date: 2026-01-02T13:00:00Z, reason: Wrong. }' })
    expect(await follow()).toEqual([before, 1])
    await room.remove('articles/2024/01/zf1.md')
    expect(await follow()).toEqual([before, 0])
  },
  SLOW,
)
