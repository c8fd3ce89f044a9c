import { expect, test } from 'vitest'
import { article, type Parts } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { ListQuestions } from './list-questions.ts'
import { Lists } from './lists.ts'

const noon = (day: number) => Date.UTC(2025, 0, day, 12)

/** Stories on two days of January 2025, by their names, beside the older one of every folder. */
const TWO_DAYS: Parts = Object.fromEntries(
  ['1-c', '1-a', '1-b', '2-f', '2-d', '2-e'].map((name) => {
    const [day, slug] = name.split('-')
    return [`articles/${slug}.md`, article({ published: new Date(noon(Number(day))).toISOString() })]
  }),
)

test.for<[string, number, string, string, string]>([
  ['a story', noon(1), 'b', 'c station', 'b a f e'],
  ['the first of its time', noon(2), 'd', 'e f a b', 'd'],
  ['the last of its time', noon(2), 'f', 'a b c station', 'f e d'],
  ['a slug that is no story', noon(1), 'aa', 'b c station', 'a f e d'],
  ['a time without stories', noon(1) + 1, 'a', 'a b c station', 'f e d'],
  ['a time before all stories', 0, 'a', '', 'station c b a'],
])(
  'behind %s come the older stories, and before it the newer ones, each from the nearest on',
  async ([, published, slug, older, newer]) => {
    await using site = await openedStore(TWO_DAYS)
    const beside = site.store.catalog.lists.beside('all', { published, slug }, { older: 4, newer: 4 })
    expect(beside.older.map((card) => card.slug).join(' ')).toBe(older)
    expect(beside.newer.map((place) => place.slug).join(' ')).toBe(newer)
  },
)

test('no story is beside a position of a list that is not there', async () => {
  await using site = await openedStore()
  const { lists } = site.store.catalog
  expect(lists.beside('topic:nothing', { published: 0, slug: 'a' }, { older: 4, newer: 4 })).toEqual({
    older: [],
    newer: [],
  })
})

/** A connection that remembers what it was asked. */
class Remembering extends Connection {
  readonly asked = new Set<string>()

  override all<Row>(...question: Parameters<Connection['all']>): Row[] {
    this.asked.add(question[0])
    return super.all<Row>(...question)
  }

  override get<Row>(...question: Parameters<Connection['get']>): Row | undefined {
    this.asked.add(question[0])
    return super.get<Row>(...question)
  }
}

test('every question is a search in the index, with nothing to sort', () => {
  const rows = new Remembering(openToWrite(':memory:', { root: '/', drafts: false }).database)
  try {
    const lists = new Lists(rows)
    for (let day = 1; day <= 9; day++) {
      lists.add(['all'], { id: day, slug: 'a', published: noon(day) })
      rows.run(
        "INSERT INTO articles VALUES (?, ?, '', 'world', ?, '2025-01', 0, 'published', json(?), 0)",
        day,
        `a${day}`,
        noon(day),
        JSON.stringify({ published: { ms: noon(day) } }),
      )
    }
    const questions = new ListQuestions(rows, false)
    questions.newest('all', 3)
    questions.beside('all', { published: noon(5), slug: 'a' }, { older: 3, newer: 3 })
    const asked = [...rows.asked].filter((sql) => sql.includes('FROM listed'))
    const plans = asked.map((sql) => rows.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`))
    expect(plans).toHaveLength(6)
    for (const detail of plans.flat().map((step) => step.detail))
      expect(detail).not.toMatch(/SCAN (?!json_each)|TEMP B-TREE|AUTOMATIC/)
    const bounds = plans.map(([step]) => /\(.*\)/.exec(step?.detail ?? '')?.[0])
    expect(bounds).toEqual([
      '(list=?)',
      '(list=? AND published=? AND slug>?)',
      '(list=? AND published<?)',
      '(list=? AND published=? AND slug<?)',
      '(list=? AND published>?)',
      '(list=?)',
    ])
  } finally {
    rows.close()
  }
})
