import path from 'node:path'
import { expect, test } from 'vitest'
import { contentFolder, FILE } from '#tests/fixtures/content.ts'
import { FolderError, isContentPath, listFiles } from './files.ts'

const GOOD_LINK = 'articles/2022/04/linked.md'

test('files are listed in order, each with its size', async () => {
  await using folder = await contentFolder()
  const { files, problems } = listFiles(folder.root)
  expect(problems).toEqual([])
  expect(files.map(({ file }) => file)).toEqual([
    'articles/2022/04/station.md',
    'authors/amy-march.md',
    'authors/jo-march.md',
    'media/dot.png',
    'newsletters/morning.md',
    'pages/about.md',
    'sections/science.md',
    'sections/world.md',
    'series/moon-again.md',
    'site.yaml',
  ])
  expect(files[9]).toMatchObject({ size: expect.any(Number), stamp: expect.any(String) })
})

test.each(['site.yaml', 'articles/a.md', 'articles/2022/04/a.md', 'media/deep/er/a.jpg'])('%s is content', (file) => {
  expect(isContentPath(file)).toBe(true)
})

test.each([
  'README.md',
  '.git/HEAD',
  'node_modules/x/articles/a.md',
  'sub/site.yaml',
  'articles/.a.md.swp',
  'articles/.drafts/a.md',
  'articles/a.md~',
  'articles/#a.md#',
  'articles/a.md.orig',
  'media/Thumbs.db',
])('%s is not content', (file) => {
  expect(isContentPath(file)).toBe(false)
})

test('what editors and systems leave behind is not listed', async () => {
  await using folder = await contentFolder({ 'README.md': 'x', '.git/config': 'x', 'articles/.a.md.swp': 'x' })
  expect(listFiles(folder.root).files).toHaveLength(10)
})

test('a folder without site.yaml is refused, and one that is not there', async () => {
  await using folder = await contentFolder({ 'site.yaml': null })
  expect(() => listFiles(folder.root)).toThrow(FolderError)
  expect(() => listFiles(folder.root)).toThrow('has no site.yaml')
  expect(() => listFiles(path.join(folder.root, 'none'))).toThrow('does not exist')
})

test('a link to a file in the folder is read as that file', async () => {
  await using folder = await contentFolder()
  await folder.link(GOOD_LINK, 'station.md')
  const { files } = listFiles(folder.root)
  expect(files.find(({ file }) => file === GOOD_LINK)?.size).toBeGreaterThan(100)
  expect(await folder.check()).toEqual([])
})

test.each([
  ['/etc/hostname', 'the symbolic link leads out of the content folder'],
  ['../../../../..', 'the symbolic link leads out of the content folder'],
  ['nowhere.md', 'the symbolic link leads to nothing'],
  ['a.md', 'the symbolic link leads to nothing'],
  ['.', 'folders may not be symbolic links'],
  ['../../..', 'folders may not be symbolic links'],
])('a link to %s is a problem and nothing else breaks', async (target, message) => {
  await using folder = await contentFolder()
  await folder.link(FILE, target)
  expect(await folder.check()).toEqual([`${FILE}:1:1 error ${message} outside-folder`])
})

test('the content folder may itself be a link', async () => {
  await using folder = await contentFolder()
  await folder.link('media/self', folder.root)
  expect(listFiles(path.join(folder.root, 'media/self')).files).toHaveLength(10)
})

test('a folder whose name ends in .md is a folder', async () => {
  await using folder = await contentFolder({ 'articles/x.md/b.txt': 'x', 'articles/y.md': null })
  expect(await folder.check()).toEqual([])
})
