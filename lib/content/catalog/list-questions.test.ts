import { expect, test } from 'vitest'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { ListQuestions } from './list-questions.ts'
import { Lists } from './lists.ts'

const noon = (day: number) => Date.UTC(2025, 0, day, 12)

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

test('every question about the order of a list is a search in the index, with nothing to sort', () => {
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
    questions.recent(noon(9), 3)
    questions.around('all', noon(5), 3)
    questions.beside('all', { published: noon(5), slug: 'a' }, { older: 3, newer: 3 })
    const asked = [...rows.asked].filter((sql) => sql.includes('FROM listed'))
    const plans = asked.map((sql) => rows.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`))
    expect(plans).toHaveLength(9)
    for (const detail of plans.flat().map((step) => step.detail))
      expect(detail).not.toMatch(/SCAN (?!json_each)|TEMP B-TREE|AUTOMATIC/)
    const bounds = plans.map(([step]) => /\(.*\)/.exec(step?.detail ?? '')?.[0])
    expect(bounds).toEqual([
      '(list=?)',
      '(list=? AND published>?)',
      '(list=? AND published<?)',
      '(list=? AND published>?)',
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
