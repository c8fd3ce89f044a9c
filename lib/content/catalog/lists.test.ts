import { expect, test } from 'vitest'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { Lists } from './lists.ts'

function emptyLists() {
  const rows = new Connection(openToWrite(':memory:', { root: '/', drafts: false }).database)
  const lists = new Lists(rows)
  return {
    rows,
    lists,
    counts: () =>
      rows.all<{ name: string; count: number }>('SELECT name, count FROM lists').map((row) => [row.name, row.count]),
    [Symbol.dispose]: () => rows.close(),
  }
}

const story = (slug: string, published: number, id = 1) => ({ slug, published, id })

test('a list counts its stories when it is told to', () => {
  using made = emptyLists()
  made.lists.add(['all', 'topic:space'], story('a', 1))
  made.lists.add(['all'], story('b', 2, 2))
  made.lists.remove(['topic:space'], story('a', 1))
  made.lists.count()
  expect(made.counts()).toEqual([
    ['all', 2],
    ['topic:space', 0],
  ])
})

test('what does not stand in a list is not counted out of it', () => {
  using made = emptyLists()
  made.lists.add(['all'], story('a', 1))
  made.lists.remove(['all'], story('a', 2))
  made.lists.remove(['all'], story('b', 1))
  made.lists.count()
  expect(made.counts()).toEqual([['all', 1]])
})

test('stories of one moment stand side by side, by slug', () => {
  using made = emptyLists()
  for (const [id, slug] of ['b', 'a', 'c'].entries()) made.lists.add(['all'], story(slug, slug === 'c' ? 2 : 1, id))
  const sql = 'SELECT slug FROM listed ORDER BY list, published DESC, slug'
  expect(made.rows.all<{ slug: string }>(sql).map(({ slug }) => slug)).toEqual(['c', 'a', 'b'])
})

test('a list that was made in a transaction that failed is made again', () => {
  using made = emptyLists()
  const fail = () =>
    made.rows.transaction(() => {
      made.lists.add(['all'], story('a', 1))
      throw new Error('The disk is full.')
    })
  expect(fail).toThrow('The disk is full.')
  made.lists.forget()
  made.lists.add(['all'], story('a', 1))
  made.lists.count()
  expect(made.counts()).toEqual([['all', 1]])
})
