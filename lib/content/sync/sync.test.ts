import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, markdown, NOW, type Parts, site, yaml } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'
import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { Sync } from './sync.ts'

const HOUR = 3600 * 1000
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString()
const B = 'articles/b.md'
const LINK = article({}, 'See [there](/world/b).\n')

/** Articles enough for several batches of a first reading, which go from the last path to the first. */
const between = (count: number): Parts =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`articles/m/m${n}.md`, article()]))

test('an article that becomes a link out of the folder keeps its last good version, and is read again as a file', async () => {
  await using opened = await openedStore({ [FILE]: article({ title: 'Good' }) })
  await opened.folder.remove(FILE)
  await opened.folder.link(FILE, '/etc/hostname')
  await opened.renew()
  expect(opened.problems).toEqual([expect.stringMatching(/outside-folder$/)])
  expect(opened.store.catalog.articles.find('a')?.title).toBe('Good')
  await opened.change({ [FILE]: article({ title: 'Mended' }) })
  expect([opened.problems, opened.store.catalog.articles.find('a')?.title]).toEqual([[], 'Mended'])
})

test('an author whose file becomes a link out of the folder is unknown to articles', async () => {
  await using opened = await openedStore({ [FILE]: article({ authors: '[amy-march]' }) })
  await opened.folder.remove('authors/amy-march.md')
  await opened.folder.link('authors/amy-march.md', '/etc/hostname')
  await opened.renew()
  expect(opened.problems.map((line) => line.split(' ').at(-1))).toEqual(['unknown-author', 'outside-folder'])
})

test('another order of editions has the fronts checked again', async () => {
  await using opened = await openedStore({ 'fronts/uk.yaml': yaml({ lead: 'station' }) })
  expect(opened.problems).toEqual([])
  await opened.change({ 'site.yaml': site({ editions: '[{ slug: uk, name: UK }, { slug: us, name: US }]' }) })
  expect(opened.problems).toEqual([expect.stringMatching(/first edition's front is "home".* unknown-edition$/)])
})

test('a name that comes is suggested to whoever may have meant it, and one that goes no more', async () => {
  await using opened = await openedStore({ [FILE]: article({ authors: '[beth-marhc]', kind: 'lvie' }) })
  const guesses = () => opened.problems.map((line) => /did you mean "(.*)"/.exec(line)?.[1])
  expect(guesses()).toEqual([undefined, undefined])
  await opened.change({
    'authors/beth-march.md': markdown({ name: 'Beth March' }),
    'site.yaml': site({ kinds: '{ live: Live }' }),
  })
  expect(guesses()).toEqual(['live', 'beth-march'])
  await opened.folder.remove('authors/beth-march.md')
  await opened.change({ 'site.yaml': site() })
  expect(guesses()).toEqual([undefined, undefined])
})

test('a link to an article that is broken and was to come is right when its time has come', async () => {
  const broken = article({ published: at(1), authors: '[nobody]' })
  await using opened = await openedStore({ [FILE]: LINK, [B]: broken })
  expect(opened.slugs).toEqual(['station'])
  await opened.store.keeper.tick(NOW + HOUR)
  expect(opened.slugs).toEqual(['a', 'station'])
})

test('what was kept back while the clock was set back comes when it is right again', async () => {
  await using opened = await openedStore({ [B]: article({ published: at(-1) }) })
  await opened.change({ [FILE]: article({ published: at(-48) }, 'See [there](/world/b).\n') }, NOW - 24 * HOUR)
  expect(opened.slugs).toEqual(['b', 'station'])
  await opened.store.keeper.tick(NOW)
  expect(opened.slugs).toEqual(['a', 'b', 'station'])
})

test('what the first reading took on trust is not published when it proves wrong', async () => {
  const newsletter = {
    title: 'Evening',
    description: 'Late.',
    schedule: 'daily 18:30',
    selection: '{ topics: [moon] }',
  }
  await using opened = await openedStore({
    ...between(300),
    'articles/z/hasty.md': article({}, 'See [there](/world/draft).\n'),
    'articles/a/draft.md': article({ status: 'draft' }),
    'newsletters/evening.md': markdown(newsletter),
  })
  const { catalog } = opened.store
  expect(opened.problems.map((line) => line.split(' ').at(-1))).toEqual(['dead-link', 'unknown-topic'])
  expect([catalog.articles.find('hasty'), catalog.entries.find('newsletters', 'evening')]).toEqual([null, null])
})

test('two articles with one alias are found also when they are read far apart', async () => {
  await using opened = await openedStore({
    ...between(300),
    'articles/z/late.md': article({ aliases: '[old]' }),
    'articles/a/early.md': article({ aliases: '[old]' }),
  })
  expect(opened.problems).toEqual([
    expect.stringMatching(/^articles\/z\/late.md.* by the article "early" duplicate-slug$/),
  ])
  expect([opened.store.catalog.articles.redirect('old'), opened.slugs.includes('late')]).toEqual(['early', false])
})

/** A catalog in memory of a folder, with all that its tables say of articles. */
function catalogOf(root: string) {
  const rows = new Connection(openToWrite(':memory:', { root, drafts: false }).database)
  const names = (sql: string) => rows.all<{ name: string }>(sql).map(({ name }) => name)
  return {
    sync: new Sync(rows, { root, drafts: false }),
    slugs: () => names('SELECT slug AS name FROM articles ORDER BY slug'),
    aliases: () => names('SELECT alias AS name FROM aliases'),
    [Symbol.dispose]: () => rows.close(),
  }
}

async function finish(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps) void _
}

test('an article that goes before a first reading was finished is not there after the next one', async () => {
  await using folder = await contentFolder({ ...between(300), 'articles/z/first.md': article({ aliases: '[old]' }) })
  using catalog = catalogOf(folder.root)
  const steps = catalog.sync.fill(NOW, () => {})
  for (let step = 0; step < 2; step++) await steps.next()
  expect([catalog.slugs().includes('first'), catalog.aliases()]).toEqual([true, ['old']])
  await rm(path.join(folder.root, 'articles/z/first.md'))
  await finish(catalog.sync.fill(NOW, () => {}))
  expect([catalog.slugs().length, catalog.slugs().includes('first'), catalog.aliases()]).toEqual([301, false, []])
})

test('a report of files that editors and systems leave behind is left alone', async () => {
  await using folder = await contentFolder({ 'articles/.b.md': article(), 'articles/.hidden/c.md': article() })
  using catalog = catalogOf(folder.root)
  await finish(catalog.sync.fill(NOW, () => {}))
  const changes = catalog.sync.look(['articles/.b.md', 'articles/.hidden/c.md', 'articles/notes.txt'])
  expect([...changes.keys()]).toEqual([])
})

test('a folder that becomes a link is told of when its path is reported, until it is gone', async () => {
  await using folder = await contentFolder()
  using catalog = catalogOf(folder.root)
  await finish(catalog.sync.fill(NOW, () => {}))
  await folder.link('articles/linked', '2022')
  catalog.sync.apply(catalog.sync.look(['articles/linked']), NOW)
  expect(catalog.sync.errorLines(9)).toEqual([expect.stringMatching(/^articles\/linked:1:1 .* outside-folder$/)])
  await folder.remove('articles/linked')
  catalog.sync.apply(catalog.sync.look(['articles/linked']), NOW)
  expect(catalog.sync.errorLines(9)).toEqual([])
})

test('a folder that is reported stands for every file below it', async () => {
  await using folder = await contentFolder({ 'articles/2020/a.md': article(), 'articles/2020/deep/b.md': article() })
  using catalog = catalogOf(folder.root)
  await finish(catalog.sync.fill(NOW, () => {}))
  await folder.remove('articles/2020')
  catalog.sync.apply(catalog.sync.look(['articles/2020/']), NOW)
  expect(catalog.slugs()).toEqual(['station'])
})

test('a change that fails half-way changes nothing, and can be made again', async () => {
  await using folder = await contentFolder({ [FILE]: article({ topics: '[space]', aliases: '[old]' }) })
  using catalog = catalogOf(folder.root)
  await finish(catalog.sync.fill(NOW, () => {}))
  await folder.write({
    [FILE]: article({ title: 'Edited', topics: '[moon]' }),
    'authors/x.md': markdown({ name: 'X' }),
  })
  const changes = catalog.sync.look([FILE])
  const failing = new Map([...changes, ['authors/x.md', { file: 'authors/x.md' } as never]])
  const fails = Object.defineProperty(failing.get('authors/x.md') as object, 'size', {
    get: () => {
      throw new Error('The disk is gone.')
    },
  })
  expect(fails).toBeDefined()
  expect(() => catalog.sync.apply(failing, NOW)).toThrow('The disk is gone.')
  expect(catalog.aliases()).toEqual(['old'])
  expect([...catalog.sync.apply(changes, NOW)]).toEqual(
    expect.arrayContaining(['article:a', 'article:old', 'story:a', 'list:topic:space', 'list:topic:moon']),
  )
})
