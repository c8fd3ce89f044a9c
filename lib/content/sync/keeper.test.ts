import { appendFile, cp, mkdir, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { article, contentFolder, FILE, markdown, type Parts, site, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { kept, until } from '#tests/fixtures/kept.ts'
import { dataFolder } from '#tests/fixtures/store.ts'

/** Which the repositories begin with. */
const A = 'articles/a.md'

vi.setConfig({ testTimeout: 30_000 })

const many = (count: number, title: string): Parts =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`articles/many/a${n}.md`, article({ title })]))

test('a saved article is published, and only what it concerns changes', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using running = await kept(folder.root)
  running.changes.length = 0
  await folder.write({ [FILE]: article({ title: 'Edited' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Edited',
  )
  expect(running.changes.map(({ keys }) => [...(keys ?? [])].sort())).toEqual([
    ['article:a', 'month:2022-04', 'story:a'],
  ])
})

test('a folder that is renamed takes its articles along', async () => {
  await using folder = await contentFolder({ 'articles/2020/a.md': article() })
  await using running = await kept(folder.root)
  await folder.write({ 'articles/2020/a.md': article({ title: 'Edited' }) })
  await rename(path.join(folder.root, 'articles/2020'), path.join(folder.root, 'articles/2021'))
  await until(
    () => running.headline('a'),
    (title) => title === 'Edited',
  )
  await rm(path.join(folder.root, 'articles/2021'), { recursive: true })
  await until(
    () => running.slugs,
    (slugs) => slugs.join() === 'station',
  )
})

test('a folder replaced as a whole is read as a whole', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using running = await kept(folder.root)
  await cp(folder.root, `${folder.root}-next`, { recursive: true })
  await writeFile(path.join(`${folder.root}-next`, FILE), article({ title: 'Next' }))
  await writeFile(path.join(`${folder.root}-next`, 'articles/b.md'), article())
  await rename(folder.root, `${folder.root}-old`)
  await rename(`${folder.root}-next`, folder.root)
  await until(
    () => running.headline('a'),
    (title) => title === 'Next',
  )
  expect(running.slugs).toEqual(['a', 'b', 'station'])
  await rm(`${folder.root}-old`, { recursive: true })
})

test('a pull of 1,000 files is one change', async () => {
  await using git = await repositories({ ...WHOLE, ...many(1000, 'Old') })
  await using running = await kept(git.site.content.root)
  expect(running.slugs.length).toBeGreaterThanOrEqual(1000)
  await git.editor.git('pull', '--quiet')
  await git.editor.publish(many(1000, 'New'))
  running.changes.length = 0
  await git.site.git('pull', '--quiet', '--ff-only')
  await until(
    () => running.headline('a999'),
    (title) => title === 'New',
  )
  expect(running.headline('a0')).toBe('New')
  expect(running.changes.map(({ keys }) => keys?.size)).toEqual([2001])
})

test('a pull asked for by a git host publishes what came, and says so', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article() })
  await using running = await kept(git.site.content.root)
  await git.editor.git('pull', '--quiet')
  const commit = await git.editor.publish({
    [A]: article({ title: 'Pushed', authors: '[nobody]' }),
    'articles/b.md': article(),
  })
  const published = await running.store.publish()
  expect(published).toMatchObject({ commit, changed: expect.arrayContaining([A, 'articles/b.md']) })
  expect(published.problems.map(({ rule }) => rule)).toEqual(['unknown-author'])
  expect(running.slugs).toContain('b')
  expect(running.store.catalog.head()).toMatchObject({ commit })
})

test('a pull that conflicts changes nothing and says why', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({ title: 'First' }) })
  await using running = await kept(git.site.content.root)
  await git.site.commit({ [A]: article({ title: 'Own' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Own',
  )
  await git.editor.git('pull', '--quiet')
  await git.editor.publish({ [A]: article({ title: 'Theirs' }) })
  await expect(running.store.publish()).rejects.toMatchObject({ code: 'conflict' })
  expect(running.headline('a')).toBe('Own')
})

test('a checkout in the middle of a merge conflict keeps what was published', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({ title: 'First' }) })
  await using running = await kept(git.site.content.root)
  await git.editor.git('pull', '--quiet')
  await git.editor.publish({ [A]: article({ title: 'Theirs' }) })
  await git.site.commit({ [A]: article({ title: 'Own' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Own',
  )
  await expect(git.site.git('pull', '--quiet', '--no-rebase')).rejects.toThrow()
  await until(
    () => running.log.join('\n'),
    (log) => log.includes(A),
  )
  expect(running.headline('a')).toBe('Own')
  await git.site.git('checkout', '--theirs', '.')
  await until(
    () => running.headline('a'),
    (title) => title === 'Theirs',
  )
})

test('with polling, a push is published by itself', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article() })
  await using running = await kept(git.site.content.root, { poll: 50 })
  await git.editor.git('pull', '--quiet')
  await git.editor.publish({ [A]: article({ title: 'Polled' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Polled',
  )
})

test('a scheduled article is published when its time comes, with nobody asking', async () => {
  const published = new Date(Date.now() + 1500).toISOString()
  await using folder = await contentFolder({ [FILE]: article({ published }) })
  await using running = await kept(folder.root)
  expect(running.slugs).toEqual(['station'])
  const { keys } = await until(
    () => running.changes.find((change) => change.keys?.has('article:a')),
    (change) => change !== undefined,
  ).then((change) => ({ keys: change?.keys }))
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(published))
  expect([keys?.has('list:section:world'), running.slugs]).toEqual([true, ['a', 'station']])
})

/** Keeps a folder, lets it go, changes things, and keeps it again with the same data folder. */
async function whileDown(parts: Parts, change: (root: string) => Promise<void>) {
  const folder = await contentFolder(parts)
  const dataDir = await dataFolder()
  await (await kept(folder.root, { dataDir }))[Symbol.asyncDispose]()
  await change(folder.root)
  const running = await kept(folder.root, { dataDir })
  return {
    running,
    async [Symbol.asyncDispose]() {
      await running[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

test('edits, renames, deletions and new files while it was down are found at the next start', async () => {
  const parts = { [FILE]: article(), 'articles/b.md': article(), 'articles/c.md': article() }
  await using site = await whileDown(parts, async (root) => {
    await writeFile(path.join(root, FILE), article({ title: 'Edited' }))
    await rename(path.join(root, 'articles/b.md'), path.join(root, 'articles/renamed.md'))
    await rm(path.join(root, 'articles/c.md'))
    await writeFile(path.join(root, 'articles/new.md'), article())
  })
  expect(site.running.slugs).toEqual(['a', 'new', 'renamed', 'station'])
  expect(site.running.headline('a')).toBe('Edited')
  expect(site.running.log.filter((line) => line.includes('made anew'))).toEqual([])
})

test('an edit that keeps the size and sets the time back is found', async () => {
  await using site = await whileDown({ [FILE]: article({ title: 'Old one' }) }, async (root) => {
    const { atime, mtime } = await stat(path.join(root, FILE))
    await writeFile(path.join(root, FILE), article({ title: 'New one' }))
    await utimes(path.join(root, FILE), atime, mtime)
  })
  expect(site.running.headline('a')).toBe('New one')
})

test('a clock that was far ahead while files were written hides no later edit', async () => {
  const future = new Date('2090-01-01T00:00:00Z')
  await using site = await whileDown({ [FILE]: article({ title: 'Old' }) }, async (root) => {
    await utimes(path.join(root, FILE), future, future)
    await writeFile(path.join(root, FILE), article({ title: 'Edited' }))
  })
  expect(site.running.headline('a')).toBe('Edited')
})

test('a branch that was switched while it was down is found, and switched back as well', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({ title: 'Main' }) })
  const dataDir = await dataFolder()
  const start = () => kept(git.site.content.root, { dataDir })
  {
    await using running = await start()
    expect(running.headline('a')).toBe('Main')
  }
  await git.site.git('checkout', '--quiet', '-b', 'other')
  await git.site.commit({ [A]: article({ title: 'Other' }), 'articles/b.md': article() })
  {
    await using running = await start()
    expect([running.headline('a'), running.slugs]).toEqual(['Other', ['a', 'b', 'station']])
  }
  await git.site.git('checkout', '--quiet', 'main')
  {
    await using running = await start()
    expect([running.headline('a'), running.slugs]).toEqual(['Main', ['a', 'station']])
  }
  await rm(dataDir, { recursive: true })
})

test('an edit that was published and thrown away while it was down is not shown again', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({ title: 'Committed' }) })
  const dataDir = await dataFolder()
  {
    await using running = await kept(git.site.content.root, { dataDir })
    await git.site.content.write({ [A]: article({ title: 'Not committed' }) })
    await until(
      () => running.headline('a'),
      (title) => title === 'Not committed',
    )
  }
  await git.site.git('checkout', '--quiet', '--', '.')
  {
    await using running = await kept(git.site.content.root, { dataDir })
    expect(running.headline('a')).toBe('Committed')
  }
  await rm(dataDir, { recursive: true })
})

const catalogFile = (dataDir: string) => path.join(dataDir, 'catalog.db')

test.each([
  ['cut off', (file: string) => truncate(file, 5000)],
  ['emptied', (file: string) => truncate(file, 0)],
  ['overwritten with noise', (file: string) => writeFile(file, Buffer.alloc(200_000, 'noise'))],
  ['removed', (file: string) => rm(file)],
])('a catalog that was %s while it was down is made anew, with a line in the log', async (_, damage) => {
  await using folder = await contentFolder({ [FILE]: article() })
  const dataDir = await dataFolder()
  await (await kept(folder.root, { dataDir }))[Symbol.asyncDispose]()
  for (const end of ['-wal', '-shm']) await rm(`${catalogFile(dataDir)}${end}`, { force: true })
  await damage(catalogFile(dataDir))
  {
    await using running = await kept(folder.root, { dataDir })
    expect(running.slugs).toEqual(['a', 'station'])
    expect(running.log.filter((line) => line.includes('made anew'))).toHaveLength(1)
  }
  await rm(dataDir, { recursive: true })
})

test('a catalog that is deleted while the site runs is made anew, and nothing is missing meanwhile', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using running = await kept(folder.root)
  for (const end of ['', '-wal', '-shm']) await rm(`${catalogFile(running.dataDir)}${end}`, { force: true })
  expect(running.headline('a')).not.toBeNull()
  await folder.write({ [FILE]: article({ title: 'Edited' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Edited',
  )
  await folder.write({ [FILE]: article({ title: 'Edited again' }) })
  await until(
    () => running.headline('a'),
    (title) => title === 'Edited again',
  )
})

test('a catalog that turns to noise while the site runs is made anew', async () => {
  await using folder = await contentFolder(many(200, 'Old'))
  await using running = await kept(folder.root)
  await writeFile(catalogFile(running.dataDir), Buffer.alloc(3_000_000, 'noise'))
  await folder.write({ [FILE]: article({ title: 'Edited' }) })
  const read = () => {
    try {
      return running.headline('a')
    } catch {
      return null
    }
  }
  await until(read, (title) => title === 'Edited')
  expect(running.slugs).toHaveLength(202)
})

test('a catalog of another content folder is not used', async () => {
  await using first = await contentFolder({ [FILE]: article() })
  await using second = await contentFolder()
  const dataDir = await dataFolder()
  await (await kept(first.root, { dataDir }))[Symbol.asyncDispose]()
  {
    await using running = await kept(second.root, { dataDir })
    expect(running.slugs).toEqual(['station'])
    expect(running.log).toContainEqual(expect.stringContaining('from another folder'))
  }
  await rm(dataDir, { recursive: true })
})

test('two sites on one data folder keep a catalog each', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  const dataDir = await dataFolder()
  {
    await using one = await kept(folder.root, { dataDir })
    await using other = await kept(folder.root, { dataDir })
    await folder.write({ [FILE]: article({ title: 'Edited' }) })
    for (const running of [one, other])
      await until(
        () => running.headline('a'),
        (title) => title === 'Edited',
      )
  }
  await rm(dataDir, { recursive: true })
})

test('a content folder that goes away and comes back is served throughout', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using running = await kept(folder.root)
  await rename(folder.root, `${folder.root}-away`)
  await until(
    () => running.log.join('\n'),
    (log) => log.includes('is gone'),
  )
  expect(running.slugs).toEqual(['a', 'station'])
  await writeFile(path.join(`${folder.root}-away`, FILE), article({ title: 'Back' }))
  await rename(`${folder.root}-away`, folder.root)
  await until(
    () => running.headline('a'),
    (title) => title === 'Back',
  )
})

test('a broken author used by 1,000 articles leaves all of them as they were', async () => {
  const parts = { ...many(1000, 'By Amy'), 'authors/amy-march.md': markdown({ name: 'Amy March' }) }
  await using folder = await contentFolder(parts)
  await using running = await kept(folder.root)
  running.changes.length = 0
  await folder.write({ 'authors/jo-march.md': '---\nname: [\n---\n' })
  await until(
    () => running.log.join('\n'),
    (log) => log.includes('authors/jo-march.md'),
  )
  expect(running.changes).toEqual([])
  expect(running.store.catalog.entries.byline('jo-march')).toBe('Jo March')
  expect(running.slugs).toHaveLength(1001)
})

test('a broken site.yaml leaves the last good one, and holds nothing against others', async () => {
  await using folder = await contentFolder(many(100, 'One'))
  await using running = await kept(folder.root)
  await folder.write({ 'site.yaml': 'name: [', [FILE]: article({ edition: 'uk' }) })
  await until(
    () => running.slugs,
    (slugs) => slugs.includes('a'),
  )
  expect(running.store.catalog.site.publication.name).toBe('Broadsheet')
  expect(running.store.catalog.problems(9).map(({ file }) => file)).toEqual(['site.yaml'])
  await folder.write({ 'site.yaml': site({ name: 'Renamed' }) })
  await until(
    () => running.store.catalog.site.publication.name,
    (name) => name === 'Renamed',
  )
})

test('a file that is written bit by bit is published when it is whole', async () => {
  await using folder = await contentFolder()
  await using running = await kept(folder.root)
  const text = article({ title: 'Whole' }, 'One.\n')
  await mkdir(path.dirname(path.join(folder.root, FILE)), { recursive: true })
  for (const letter of text) await appendFile(path.join(folder.root, FILE), letter)
  await until(
    () => running.headline('a'),
    (title) => title === 'Whole',
  )
  await sleep(50)
  expect(running.store.catalog.articles.find('a')?.body).toBe('One.\n')
})

test('the old address of a renamed file leads to the new one as soon as the push is published', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({}, 'It falls, and it misses the ground.\n') })
  await using running = await kept(git.site.content.root)
  using rows = new DatabaseSync(path.join(running.dataDir, 'catalog.db'), { readOnly: true })
  await until(
    () => rows.prepare("SELECT 1 FROM meta WHERE name = 'renamed'").get(),
    (known) => known !== undefined,
  )
  await git.editor.git('pull', '--quiet')
  await git.editor.git('mv', `content/${A}`, 'content/articles/b.md')
  await git.editor.publish({})
  running.changes.length = 0
  await running.store.publish()
  expect([running.store.catalog.articles.redirect('a'), running.headline('b')]).toEqual(['b', 'The station stays up'])
  expect([...(running.changes[0]?.keys ?? [])]).toEqual(expect.arrayContaining(['article:a', 'article:b']))
})

test('renames of the past are found when there is no catalog yet, and those made while nobody looked', async () => {
  await using git = await repositories({ ...WHOLE, [A]: article({}, 'It falls, and it misses the ground.\n') })
  const rename = async (from: string, to: string) => {
    await git.site.git('mv', `content/${from}`, `content/${to}`)
    await git.site.commit({})
  }
  await rename(A, 'articles/b.md')
  await rename('authors/amy-march.md', 'authors/amy-laurence.md')
  const dataDir = await dataFolder()
  for (const [from, to] of [
    ['b', 'c'],
    ['c', 'd'],
  ] as const) {
    await using running = await kept(git.site.content.root, { dataDir })
    await until(
      () => running.store.catalog.articles.redirect('a'),
      (slug) => slug === from,
    )
    expect(running.store.catalog.renamed('authors', 'amy-march')).toBe('amy-laurence')
    await running.store.close()
    await rename(`articles/${from}.md`, `articles/${to}.md`)
  }
  await rm(dataDir, { recursive: true })
})
