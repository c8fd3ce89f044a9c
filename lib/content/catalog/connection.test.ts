import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { Connection, isDamage } from './connection.ts'

function connected() {
  const rows = new Connection(new DatabaseSync(':memory:'))
  rows.exec('CREATE TABLE stories(id INTEGER PRIMARY KEY, slug TEXT UNIQUE)')
  return { rows, [Symbol.dispose]: () => rows.close() }
}

const INSERT = 'INSERT INTO stories(slug) VALUES (?)'

test('a transaction that throws leaves nothing behind, and the next one goes on', () => {
  using made = connected()
  const { rows } = made
  const fail = () =>
    rows.transaction(() => {
      rows.run(INSERT, 'a')
      rows.run(INSERT, 'a')
    })
  expect(fail).toThrow('UNIQUE')
  expect(rows.all('SELECT * FROM stories')).toEqual([])
  expect(rows.transaction(() => rows.insert(INSERT, 'a'))).toBe(1)
  expect(rows.get<{ slug: string }>('SELECT slug FROM stories WHERE id = ?', 1)?.slug).toBe('a')
})

test('a change says how many rows it was, and a question without an answer is undefined', () => {
  using made = connected()
  for (const slug of ['a', 'b']) made.rows.run(INSERT, slug)
  expect(made.rows.run("UPDATE stories SET slug = slug || '-2'")).toBe(2)
  expect(made.rows.get('SELECT * FROM stories WHERE slug = ?', 'a')).toBeUndefined()
  expect(Array.from(made.rows.each<{ slug: string }>('SELECT slug FROM stories'), ({ slug }) => slug)).toEqual([
    'a-2',
    'b-2',
  ])
})

test('it can be closed twice', () => {
  const { rows } = connected()
  rows.close()
  expect(() => rows.close()).not.toThrow()
})

/** @see https://www.sqlite.org/rescode.html */
test.each([
  ['a malformed page', 11, true],
  ['a file that is no database', 26, true],
  ['a file that is too short', 522, true],
  ['a full disk', 13, false],
  ['a lock', 5, false],
  ['a rule of the tables that was broken', 2067, false],
])('%s (SQLite’s code %i) is damage: %s', (_, errcode, damage) => {
  expect(isDamage(Object.assign(new Error('It cannot be read.'), { errcode }))).toBe(damage)
})

test('an error that is not of SQLite is no damage', () => {
  expect([isDamage(new Error('database disk image is malformed')), isDamage(null)]).toEqual([false, false])
})
