import { mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { article, contentFolder, FILE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { watchedFolder } from '#tests/fixtures/watch.ts'

// How soon a system tells of a change is its own affair.
vi.setConfig({ testTimeout: 30_000 })

test('a saved file is reported by its path in the folder', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using watched = await watchedFolder(folder.root)
  await writeFile(path.join(folder.root, FILE), article({ title: 'Edited' }))
  expect(await watched.next()).toEqual([FILE])
})

test('an editor that writes a temporary file and renames it reports the final path alone, once', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using watched = await watchedFolder(folder.root)
  const file = path.join(folder.root, FILE)
  await writeFile(`${file}.swp`, '')
  await rename(file, `${file}~`)
  await writeFile(`${file}.tmp`, article({ title: 'Edited' }))
  await rename(`${file}.tmp`, file)
  await rm(`${file}~`)
  await rm(`${file}.swp`)
  expect(await watched.next()).toEqual([FILE])
  await watched.sentinel()
  expect(watched.bursts).toEqual([[FILE]])
})

test('a deleted file is reported', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using watched = await watchedFolder(folder.root)
  await folder.remove(FILE)
  expect(await watched.next()).toEqual([FILE])
})

test('files written into new folders right after these are made are reported', async () => {
  await using folder = await contentFolder()
  await using watched = await watchedFolder(folder.root)
  const files = Array.from({ length: 60 }, (_, at) => `articles/2031/${at % 12}/${at}.md`)
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder.root, file)), { recursive: true })
    await writeFile(path.join(folder.root, file), article())
  }
  expect(await watched.until(...files)).toEqual(expect.arrayContaining(files))
  await writeFile(path.join(folder.root, 'articles/2031/11/new.md'), article())
  await watched.until('articles/2031/11/new.md')
})

test('a folder that is removed or renamed is reported with a slash, and its new place is watched', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  await using watched = await watchedFolder(folder.root)
  await rename(path.join(folder.root, 'articles/2022'), path.join(folder.root, 'articles/2023'))
  const moved = ['articles/2022/', 'articles/2023/04/a.md', 'articles/2023/04/station.md']
  expect(await watched.next()).toEqual(moved)
  await writeFile(path.join(folder.root, 'articles/2023/04/b.md'), article())
  expect(await watched.next()).toEqual(['articles/2023/04/b.md'])
  await folder.remove('articles/2023')
  expect(await watched.next()).toContain('articles/2023/')
})

test('a folder swapped for another under the same name is reported, and watched', async () => {
  await using folder = await contentFolder({ [FILE]: article(), '.next/04/c.md': article() })
  await using watched = await watchedFolder(folder.root)
  await rename(path.join(folder.root, 'articles/2022'), path.join(folder.root, '.old'))
  await rename(path.join(folder.root, '.next'), path.join(folder.root, 'articles/2022'))
  await watched.until('articles/2022/', 'articles/2022/04/c.md')
  await writeFile(path.join(folder.root, 'articles/2022/04/d.md'), article())
  expect(await watched.next()).toEqual(['articles/2022/04/d.md'])
})

test('what is no content is not reported', async () => {
  await using folder = await contentFolder({ '.git/HEAD': '' })
  await using watched = await watchedFolder(folder.root)
  await folder.write({ '.git/HEAD': 'x', 'node_modules/x/index.js': '', 'README.md': '', 'articles/.a.md': '' })
  await watched.sentinel()
  expect(watched.bursts).toEqual([])
})

test('a symbolic link is reported with whatever changes beside what it leads to', async () => {
  await using folder = await contentFolder({ 'articles/real.md': article() })
  await folder.link('articles/linked.md', 'real.md')
  await using watched = await watchedFolder(folder.root)
  await writeFile(path.join(folder.root, 'articles/real.md'), article({ title: 'Edited' }))
  expect(await watched.next()).toEqual(['articles/linked.md', 'articles/real.md'])
})

test('a thousand files of one git pull are one burst', async () => {
  await using repository = await repositories()
  const files = Array.from({ length: 1000 }, (_, at) => `articles/${2020 + (at % 5)}/${at}.md`)
  await repository.editor.publish(Object.fromEntries(files.map((file) => [file, article()])))
  await using watched = await watchedFolder(repository.site.content.root)
  await repository.site.git('pull', '--quiet', '--ff-only')
  expect(await watched.next()).toEqual(expect.arrayContaining(files))
  await watched.sentinel()
  expect(watched.bursts).toHaveLength(1)
})

test('a rebase of several commits is one burst', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.publish({ 'articles/b.md': article() })
  for (const name of ['c', 'd', 'e']) await site.commit({ [`articles/${name}.md`]: article() })
  await using watched = await watchedFolder(site.content.root)
  await site.git('pull', '--quiet', '--rebase')
  const burst = await watched.next()
  expect(burst).toContain('articles/b.md')
  await watched.sentinel()
  expect(watched.bursts).toHaveLength(1)
})

test('while git holds the index a burst goes on', async () => {
  await using repository = await repositories()
  const { site } = repository
  await using watched = await watchedFolder(site.content.root)
  const lock = path.join(site.root, '.git/index.lock')
  await writeFile(lock, '')
  await site.content.write({ 'articles/b.md': article() })
  await new Promise((resolve) => setTimeout(resolve, 300))
  await site.content.write({ 'articles/c.md': article() })
  await rm(lock)
  expect(await watched.next()).toEqual(['articles/b.md', 'articles/c.md'])
})

test('a lock that a killed git left behind is named once, and not waited for', async () => {
  await using repository = await repositories()
  const { site } = repository
  await using watched = await watchedFolder(site.content.root)
  const lock = path.join(site.root, '.git/index.lock')
  await writeFile(lock, '')
  await utimes(lock, 1_600_000_000, 1_600_000_000)
  await site.content.write({ 'articles/b.md': article() })
  expect(await watched.next()).toEqual(['articles/b.md'])
  await site.content.write({ 'articles/c.md': article() })
  expect(await watched.next()).toEqual(['articles/c.md'])
  expect(watched.errors).toEqual([`${lock} was left behind by a git that was killed. Delete it.`])
})

test('another folder in the place of this one is anything at all, and is watched from then on', async () => {
  await using folder = await contentFolder()
  await using other = await contentFolder()
  await using watched = await watchedFolder(folder.root)
  await rename(folder.root, `${folder.root}.old`)
  await rename(other.root, folder.root)
  await rm(`${folder.root}.old`, { recursive: true })
  expect(await watched.next()).toBeNull()
  await folder.write({ [FILE]: article() })
  expect(await watched.until(FILE)).toContain(FILE)
})

test('a link set to another folder is anything at all, and is followed there', async () => {
  await using folder = await contentFolder()
  await using other = await contentFolder()
  await using links = await contentFolder()
  const current = path.join(links.root, 'current')
  await symlink(folder.root, current)
  await using watched = await watchedFolder(current)
  await symlink(other.root, `${current}.new`)
  await rename(`${current}.new`, current)
  expect(await watched.next()).toBeNull()
  await other.write({ [FILE]: article() })
  expect(await watched.until(FILE)).toContain(FILE)
})

test('a folder that is gone for a while reports nothing until it is back', async () => {
  await using folder = await contentFolder()
  await using watched = await watchedFolder(folder.root)
  const content = await readFile(path.join(folder.root, 'site.yaml'))
  await rm(folder.root, { recursive: true })
  await vi.waitUntil(() => watched.errors.length > 0, { timeout: 20_000 })
  expect(watched.errors).toEqual([`${folder.root} is gone. What was published stays until it is back.`])
  expect(watched.bursts).toEqual([])
  await folder.write({ 'site.yaml': content })
  expect(await watched.next()).toBeNull()
})

test('a folder that is not there yet is waited for', async () => {
  await using folder = await contentFolder()
  await rename(folder.root, `${folder.root}.later`)
  await using watched = await watchedFolder(folder.root)
  await rename(`${folder.root}.later`, folder.root)
  expect(await watched.next()).toBeNull()
})
