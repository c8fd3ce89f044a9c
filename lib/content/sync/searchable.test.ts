import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW } from '#tests/fixtures/content.ts'
import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { enterWords } from './searchable.ts'
import { Sync } from './sync.ts'

async function searched(over: Parameters<typeof article>[0], body: string) {
  const folder = await contentFolder({ [FILE]: article(over, body) })
  const rows = new Connection(openToWrite(':memory:', { root: folder.root, drafts: false }).database)
  const sync = new Sync(rows, { root: folder.root, drafts: false })
  for await (const _ of sync.fill(NOW, () => {})) void _
  const find = (words: string): string[] =>
    rows
      .all<{ slug: string }>(
        'SELECT slug FROM search JOIN articles ON articles.id = search.rowid WHERE search MATCH ?',
        words,
      )
      .map(({ slug }) => slug)
  return {
    folder,
    rows,
    find,
    follow: () => sync.apply(sync.scan(), NOW),
    async [Symbol.asyncDispose]() {
      rows.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('words are entered some at a time, until all are there', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  expect([enterWords(made.rows, 1), enterWords(made.rows, 1), enterWords(made.rows, 1)]).toEqual([1, 1, 0])
  expect(made.find('marmalade')).toEqual(['a'])
})

test('a story is found by its headline, dek, text, authors and topics, in any form of a word, without accents', async () => {
  const over = { title: 'Ploughing on', dek: 'At dawn.', topics: '[space-race]', authors: '[amy-march]' }
  await using made = await searched(over, 'The **café** closed, see [there](/about).\n')
  enterWords(made.rows, 9)
  for (const words of ['plough', 'dawn', 'cafe', 'closing', 'race', 'amy']) expect(made.find(words)).toContain('a')
  expect(made.find('about')).toEqual([])
})

test('after an edit a story is found by its new words only, and not at all when it is gone', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  enterWords(made.rows, 9)
  await made.folder.write({ [FILE]: article({}, 'Of honey.\n') })
  made.follow()
  expect(enterWords(made.rows, 9)).toBe(1)
  expect([made.find('marmalade'), made.find('honey')]).toEqual([[], ['a']])
  await made.folder.remove(FILE)
  made.follow()
  expect([enterWords(made.rows, 9), made.rows.all("SELECT rowid FROM search WHERE search MATCH 'honey'")]).toEqual([
    0,
    [],
  ])
})

test('a file that is saved unchanged has no words to enter', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  enterWords(made.rows, 9)
  await made.folder.write({ [FILE]: article({}, 'Of marmalade.\n') })
  made.follow()
  expect(enterWords(made.rows, 9)).toBe(0)
})
