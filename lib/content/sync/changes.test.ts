import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW, type Parts } from '#tests/fixtures/content.ts'
import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { compareFolder, isThere } from './changes.ts'
import { Sync } from './sync.ts'

const BESIDE = 'articles/2022/04/b.md'

/** A folder that the catalog knows as it is now, and how it differs from that later. */
async function known(parts: Parts = {}) {
  const folder = await contentFolder(parts)
  const { root } = folder
  const rows = new Connection(openToWrite(':memory:', { root, drafts: false }).database)
  const sync = new Sync(rows, { root, drafts: false })
  // What was changed a moment ago has no stamp yet.
  await sleep(40)
  sync.apply(sync.scan(), NOW)
  return {
    folder,
    rows,
    differences: () =>
      Array.from(
        compareFolder(rows, root),
        ([file, change]) => `${file} ${isThere(change) ? 'is new' : 'is gone'}`,
      ).sort(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  }
}

test('a folder that is as the catalog has it differs in nothing', async () => {
  await using site = await known()
  expect(site.differences()).toEqual([])
})

test('what came, changed and went is told, and nothing that is no content', async () => {
  await using site = await known({ [BESIDE]: article() })
  await site.folder.write({ [FILE]: article(), 'sections/world.md': 'x', 'notes.txt': 'x', 'articles/notes.txt': 'x' })
  await site.folder.remove(BESIDE)
  await site.folder.remove('media')
  expect(site.differences()).toEqual([
    `${FILE} is new`,
    `${BESIDE} is gone`,
    'media/dot.png is gone',
    'sections/world.md is new',
  ])
})

test('names that sort in another way by letters than by bytes are found side by side', async () => {
  const names = ['\u{1f4f0}', '\uffee', 'a-b', 'a/b', 'a.b', 'a', 'é', 'z', '😀/a', '\uff21/a']
  await using site = await known(Object.fromEntries(names.map((name) => [`media/${name}.png`, 'x'])))
  expect(site.differences()).toEqual([])
  await site.folder.write({ 'media/\u{1f4f1}.png': 'x' })
  expect(site.differences()).toEqual(['media/\u{1f4f1}.png is new'])
})

test('a folder in the place of a file, and a file in the place of a folder, is told of as what it is now', async () => {
  await using site = await known({ 'articles/x.md': article(), 'articles/y/z.md': article() })
  await site.folder.remove('articles/x.md')
  await site.folder.remove('articles/y')
  await site.folder.write({ 'articles/x.md/w.md': article(), 'articles/y': 'x' })
  expect(site.differences()).toEqual(['articles/x.md is gone', 'articles/x.md/w.md is new', 'articles/y/z.md is gone'])
})

test('a comparison that breaks off leaves the catalog free to be written', async () => {
  await using site = await known()
  await site.folder.remove('site.yaml')
  expect(() => site.differences()).toThrow('has no site.yaml')
  expect(() => site.rows.transaction(() => {})).not.toThrow()
})
