import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, contentFolder, FILE, NOW, site } from '#tests/fixtures/content.ts'
import { isGood, readFolder } from './folder.ts'

test('the sample folder of the tests is right', async () => {
  await using folder = await contentFolder()
  expect(await folder.check()).toEqual([])
  expect((await folder.read()).files.size).toBe(9)
})

test('a file that has not changed is not read again, one that has is', async () => {
  await using folder = await contentFolder({ [FILE]: article() })
  const first = await folder.read()
  await folder.write({ [FILE]: article({ title: 'Another title' }) })
  const second = await folder.read(NOW, first)
  expect(second.files.get('site.yaml')).toBe(first.files.get('site.yaml'))
  expect(second.files.get(FILE)?.values).toMatchObject({ title: 'Another title' })
})

test('a change of the same size is seen by its time', async () => {
  await using folder = await contentFolder({ [FILE]: article({ title: 'Up' }) })
  const first = await folder.read()
  await folder.write({ [FILE]: article({ title: 'Op' }) })
  await utimes(path.join(folder.root, FILE), 1, 1)
  expect((await folder.read(NOW, first)).files.get(FILE)?.values).toMatchObject({ title: 'Op' })
})

test('every file is checked again, since another may have changed what it names', async () => {
  await using folder = await contentFolder({ [FILE]: article({ kind: 'live', dek: null }) })
  const first = await folder.read()
  expect([...first.problems.keys()]).toEqual([FILE])
  await folder.write({ 'site.yaml': site({ kinds: '{ live: Live }' }) })
  expect((await folder.read(NOW, first)).problems.size).toBe(0)
})

test('time passes, and a link to what was scheduled becomes right', async () => {
  await using folder = await contentFolder({
    [FILE]: article({}, '[Later](/world/later)\n'),
    'articles/later.md': article({ published: '2026-06-01T00:00:00Z' }),
  })
  const first = await folder.read()
  expect(first.problems.has(FILE)).toBe(true)
  expect((await folder.read(Date.parse('2026-06-01T00:00:00Z'), first)).problems.has(FILE)).toBe(false)
})

test('an error keeps a file from being published, a warning does not', async () => {
  await using folder = await contentFolder({
    [FILE]: article({ image: null }),
    'articles/bad.md': article({ authors: '[nobody]' }),
    'articles/unreadable.md': '',
  })
  const read = await folder.read()
  const good = [...read.files.values()].filter((file) => isGood(read, file) && file.kind === 'articles')
  expect(good.map(({ slug }) => slug)).toEqual(['a', 'station'])
})

test('work is reported while it goes on, up to the end and never backwards', async () => {
  const many = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`articles/a${n}.md`, article()]))
  await using folder = await contentFolder(many)
  const steps: number[] = []
  await readFolder(folder.root, NOW, (done, total) => steps.push(done / total))
  expect(steps.length).toBeGreaterThan(3)
  expect(steps.at(-1)).toBe(1)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})
