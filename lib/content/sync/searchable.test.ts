import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW } from '#tests/fixtures/content.ts'
import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { Lexicon } from '../words/lexicon.ts'
import { stemmerFor } from '../words/stems.ts'
import { unpackTerms } from '../words/vector.ts'
import { wordsOf } from '../words/words.ts'
import { Searchable } from './searchable.ts'
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
        wordsOf(words).map(stemmerFor('en-US')).join(' '),
      )
      .map(({ slug }) => slug)
  return {
    folder,
    rows,
    docs: (stem: string) => rows.get<{ docs: number }>('SELECT docs FROM terms WHERE stem = ?', stem)?.docs,
    stems: () => rows.all<{ stem: string }>('SELECT stem FROM terms WHERE docs > 0').map(({ stem }) => stem),
    searchable: new Searchable(rows),
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
  expect([1, 1, 1].map((limit) => made.searchable.enter(limit).entered)).toEqual([1, 1, 0])
  expect(made.find('marmalade')).toEqual(['a'])
})

test('a story is found by its headline, dek, text, authors and topics, in any form of a word, without accents', async () => {
  const over = { title: 'Ploughing on', dek: 'At dawn.', topics: '[space-race]', authors: '[amy-march]' }
  await using made = await searched(over, 'The **café** closed, see [there](/about).\n')
  made.searchable.enter(9)
  for (const words of ['plough', 'dawn', 'cafe', 'closing', 'race', 'amy']) expect(made.find(words)).toContain('a')
  expect(made.find('about')).toEqual([])
})

test('after an edit a story is found by its new words only, and not at all when it is gone', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  made.searchable.enter(9)
  await made.folder.write({ [FILE]: article({}, 'Of honey.\n') })
  made.follow()
  expect(made.searchable.enter(9).entered).toBe(1)
  expect([made.find('marmalade'), made.find('honey')]).toEqual([[], ['a']])
  await made.folder.remove(FILE)
  made.follow()
  expect([
    made.searchable.enter(9).entered,
    made.rows.all("SELECT rowid FROM search WHERE search MATCH 'honei'"),
  ]).toEqual([0, []])
})

test('a file that is saved unchanged has no words to enter', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  made.searchable.enter(9)
  await made.folder.write({ [FILE]: article({}, 'Of marmalade.\n') })
  made.follow()
  expect(made.searchable.enter(9).entered).toBe(0)
})

test('an author is found by the name in the file, also after it was changed there', async () => {
  await using made = await searched({ authors: '[amy-march]' }, 'Of honey.\n')
  made.searchable.enter(9)
  expect(made.find('amy')).toContain('a')
  await made.folder.write({ 'authors/amy-march.md': '---\nname: Amy Laurence\n---\n' })
  made.follow()
  made.searchable.enter(9)
  expect([made.find('laurence').includes('a'), made.find('march').includes('a')]).toEqual([true, false])
})

test('with another language of the publication all words are entered anew, as that language takes them', async () => {
  await using made = await searched({}, 'Die Häuser.\n')
  made.searchable.enter(9)
  expect(made.stems()).toContain('hauser')
  const site = await readFile(path.join(made.folder.root, 'site.yaml'), 'utf8')
  await made.folder.write({ 'site.yaml': site.replace(/^locale:.*$/m, 'locale: de-AT') })
  made.follow()
  expect(made.searchable.enter(9).entered).toBe(2)
  expect([made.stems().includes('haus'), made.stems().includes('hauser')]).toEqual([true, false])
})

test('each stem has the number of articles that it is in, whatever comes, changes and goes', async () => {
  await using made = await searched({}, 'Of marmalade and honey.\n')
  made.searchable.enter(9)
  await made.folder.write({ [FILE]: article({}, 'Of honey.\n'), 'articles/b.md': article({}, 'Honey, honey.\n') })
  made.follow()
  made.searchable.enter(9)
  expect([made.docs('honei'), made.docs('marmalad')]).toEqual([2, 0])
  await made.folder.remove(FILE)
  made.follow()
  expect(made.docs('honei')).toBe(1)
})

test('whoever is like an article that is entered, or was like what it said before, is told so', async () => {
  const about = (what: string) => `The ${what} of Ganymede and Callisto were seen by Galileo.\n`
  await using made = await searched({}, about('marmalade'))
  await made.folder.write({
    'articles/b.md': article({}, about('marmalade')),
    'articles/c.md': article({}, 'Cheese from Ghent, of Ghent, in Ghent.\n'),
    'articles/d.md': article({}, 'More cheese, in Ghent.\n'),
  })
  made.follow()
  made.searchable.enter(99)
  await made.folder.write({ [FILE]: article({}, 'A cheese of Ghent.\n') })
  made.follow()
  const { keys } = made.searchable.enter(99)
  expect(['kin:a', 'kin:b', 'kin:c', 'kin:d', 'words'].every((key) => keys.has(key))).toBe(true)
})

test('of many articles that are entered at once, any story may be alike', async () => {
  const parts = Array.from({ length: 30 }, (_, n) => [`articles/a${n}.md`, article({}, 'Of honey.\n')] as const)
  await using made = await searched({}, 'Of marmalade.\n')
  await made.folder.write(Object.fromEntries(parts))
  made.follow()
  expect([...made.searchable.enter(99).keys]).toEqual(['kin', 'words'])
})

/** Everything that is kept of the words of a folder's articles, by what it means. */
async function wordsOfMany(taken: boolean) {
  await using folder = await contentFolder(
    Object.fromEntries([
      ...Array.from({ length: 1100 }, (_, n) => [
        `articles/m${n}.md`,
        n % 100 === 50
          ? article({ authors: '[nobody]' }, 'Broken, with words of its own.\n')
          : article(
              { title: `The ${n}th "Orchard"`, authors: '[amy-march]' },
              `Of pears and pear${n % 7}s, *n${n}*.\n`,
            ),
      ]),
      ['articles/twice/m7.md', article({}, 'The same slug again.\n')],
    ]),
  )
  const rows = new Connection(openToWrite(':memory:', { root: folder.root, drafts: false }).database)
  const sync = new Sync(rows, { root: folder.root, drafts: false })
  const searchable = new Searchable(rows)
  const steps = sync.fill(NOW, () => {}, taken ? () => searchable.wording() : undefined)
  for await (const words of steps) searchable.enterTaken(words)
  const left = searchable.enter(5000).entered
  rows.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, 'row')")
  const stems = new Map(
    rows.all<{ id: number; stem: string }>('SELECT id, stem FROM terms').map(({ id, stem }) => [id, stem]),
  )
  const vectors = rows
    .all<{ slug: string; terms: Uint8Array }>('SELECT slug, terms FROM vectors JOIN articles USING (id)')
    .map(({ slug, terms }) => [slug, unpackTerms(terms).map(({ id, ...use }) => [stems.get(id), use])])
  const kept = {
    vectors: Object.fromEntries(vectors),
    docs: rows.all('SELECT stem, docs FROM terms WHERE docs > 0 ORDER BY stem'),
    found: rows.all('SELECT * FROM vocabulary ORDER BY term'),
  }
  rows.close()
  return { left, kept }
}

test('words found by the thread that reads a large folder are the same as those entered afterwards', async () => {
  const [taken, apart] = [await wordsOfMany(true), await wordsOfMany(false)]
  expect([taken.left, apart.left > 1000]).toEqual([0, true])
  expect(taken.kept).toEqual(apart.kept)
}, 30_000)

test('words of a lexicon that is not known from its beginning are refused, and the rest of them left for later', async () => {
  await using made = await searched({}, 'Of marmalade.\n')
  made.searchable.wording()
  const lexicon = new Lexicon(stemmerFor('en'))
  const [first, second] = ['Of honey.', 'Of tea.'].map((body) =>
    lexicon.take({ headline: '', dek: '', body, names: '' }),
  )
  if (first === undefined || second === undefined) throw new Error('nothing was taken')
  expect(() => made.searchable.enterTaken(new Map([[FILE, second]]))).toThrow('numbered by others')
  made.searchable.enterTaken(new Map([[FILE, first]]))
  made.searchable.enter(9)
  expect([made.find('honey'), made.find('marmalade')]).toEqual([[], ['a']])
})
