import { expect, test } from 'vitest'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'
import { Renames } from './renames.ts'

function noRenames() {
  const rows = new Connection(openToWrite(':memory:', { root: '/', drafts: false }).database)
  const keys: string[] = []
  const renames = new Renames(rows, (key) => keys.push(key))
  return {
    keys,
    add: (from: string, to: string, kind: 'articles' | 'authors' = 'articles') => renames.add({ kind, from, to }),
    known: () =>
      rows
        .all<{ kind: string; old: string; slug: string }>('SELECT * FROM renames ORDER BY kind, old')
        .map(({ kind, old, slug }) => `${kind} ${old} → ${slug}`),
    [Symbol.dispose]: () => rows.close(),
  }
}

test('a name that was given up twice leads straight to the last one', () => {
  using made = noRenames()
  made.add('a', 'b')
  made.add('b', 'c')
  expect(made.known()).toEqual(['articles a → c', 'articles b → c'])
  expect(made.keys).toEqual(['article:a', 'article:b', 'article:a', 'article:b', 'article:c'])
})

test('a name that is taken back leads nowhere else', () => {
  using made = noRenames()
  made.add('a', 'b')
  made.add('b', 'a')
  expect(made.known()).toEqual(['articles b → a'])
})

test('two that change their names with each other go round in no circle', () => {
  using made = noRenames()
  made.add('a', 'x')
  made.add('b', 'a')
  made.add('x', 'b')
  expect(made.known()).toEqual(['articles a → b', 'articles b → a', 'articles x → b'])
})

test('kinds of files have names apart', () => {
  using made = noRenames()
  made.add('a', 'b')
  made.add('b', 'c', 'authors')
  expect(made.known()).toEqual(['articles a → b', 'authors b → c'])
})
