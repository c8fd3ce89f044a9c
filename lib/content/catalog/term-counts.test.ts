import { expect, test } from 'vitest'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { ALL } from './keys.ts'
import { TermCounts } from './term-counts.ts'

/** An archive of so many stories, with terms 1 to 3, of which as many articles have each as its number says. */
function archiveOf(stories: number) {
  const rows = new Connection(openToWrite(':memory:', { root: '/', drafts: false }).database)
  rows.run('INSERT INTO lists(name, count) VALUES (?, ?)', ALL, stories)
  rows.exec("INSERT INTO terms VALUES (1, 'one', 1), (2, 'two', 2), (3, 'three', 3)")
  let articles = 0
  return {
    counts: () => TermCounts.of(rows),
    grow: () => rows.exec('UPDATE terms SET docs = docs + 1'),
    touch(times: number) {
      for (let time = 0; time < times; time++) rows.run('INSERT INTO facts(article) VALUES (?)', ++articles)
    },
    [Symbol.dispose]: () => rows.close(),
  }
}

test('terms are counted in the order they are asked for, and one that is not there is in none', () => {
  using archive = archiveOf(1000)
  expect(archive.counts().of([3, 99, 1, 3])).toEqual([3, 0, 1, 3])
  expect(archive.counts().of(Uint32Array.of(99, 2))).toEqual([0, 2])
})

test('what was counted is kept until a hundredth of the archive has changed', () => {
  using archive = archiveOf(1000)
  expect(archive.counts().of([1])).toEqual([1])
  archive.grow()
  archive.touch(10)
  expect(archive.counts().of([1, 2])).toEqual([1, 3])
  archive.touch(1)
  expect(archive.counts().of([1, 2])).toEqual([2, 3])
})

test('in a small archive each change counts', () => {
  using archive = archiveOf(20)
  expect(archive.counts().of([1])).toEqual([1])
  archive.grow()
  archive.touch(1)
  expect(archive.counts().of([1])).toEqual([2])
})
