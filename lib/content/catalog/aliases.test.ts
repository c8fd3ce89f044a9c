import { expect, test } from 'vitest'
import { Aliases } from './aliases.ts'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'

function noAliases() {
  const rows = new Connection(openToWrite(':memory:', { root: '/', drafts: false }).database)
  const keys: string[] = []
  const aliases = new Aliases(rows, (key) => keys.push(key))
  return {
    /** @returns the keys of what changed, sorted */
    put: (slug: string, ...names: string[]) => {
      aliases.put(slug, names)
      return keys.splice(0).sort()
    },
    known: () =>
      rows
        .all<{ alias: string; slug: string }>('SELECT alias, slug FROM redirects ORDER BY alias')
        .map(({ alias, slug }) => `${alias} → ${slug}`),
    [Symbol.dispose]: () => rows.close(),
  }
}

test('an article has the aliases that it had last', () => {
  using made = noAliases()
  expect(made.put('a', 'one', 'two')).toEqual(['article:one', 'article:two'])
  expect(made.put('a', 'two', 'three')).toEqual(['article:one', 'article:three'])
  expect(made.known()).toEqual(['three → a', 'two → a'])
  expect(made.put('a')).toEqual(['article:three', 'article:two'])
  expect(made.known()).toEqual([])
})

test('the same aliases in another order are no change', () => {
  using made = noAliases()
  made.put('a', 'one', 'two')
  expect(made.put('a', 'two', 'one')).toEqual([])
})

test('an alias that two articles give leads to the one that gave it last', () => {
  using made = noAliases()
  made.put('a', 'one')
  made.put('b', 'one')
  expect(made.known()).toEqual(['one → b'])
})
