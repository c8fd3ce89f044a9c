import { expect, test, vi } from 'vitest'
import { article, contentFolder, NOW, type Parts } from '#tests/fixtures/content.ts'
import { checkFile } from '../rules/check.ts'
import { listFiles } from '../source/files.ts'
import { readContentFile } from '../source/read.ts'
import { sourcesOf } from './changes.ts'
import { readAhead } from './read-ahead.ts'

vi.setConfig({ testTimeout: 30_000 })

const many = (count: number): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `articles/m${n}.md`,
      n % 10 === 0
        ? article({ authors: '[nobody]', tilte: 'Wrong' })
        : n % 10 === 1
          ? 'noise'
          : article({ title: `Number ${n}` }),
    ]),
  )

async function* batchesOf(count: number, size: number) {
  await using folder = await contentFolder(many(count))
  const { names } = await folder.read()
  const files = listFiles(folder.root).files.filter(({ file }) => file.startsWith('articles/m'))
  const batches = Array.from(
    { length: Math.ceil(files.length / size) },
    (_, n) => new Map(files.slice(n * size, (n + 1) * size).map((source) => [source.file, source])),
  )
  yield { names, batches }
}

test.each([
  ['few', 40],
  ['many, in a thread of their own,', 1200],
])('%s files come batch by batch, as if they were read at once', async (_, count) => {
  for await (const { names, batches } of batchesOf(count, 500)) {
    let at = 0
    for await (const { batch, held } of readAhead(batches, count, null)) {
      expect(batch).toBe(batches[at++])
      expect([...held.keys()]).toEqual([...batch.keys()])
      for (const source of sourcesOf(batch).slice(0, 60)) {
        const [there, here] = [held.get(source.file), readContentFile(source)]
        if (!there || !here) throw new Error(`${source.file} was not read`)
        const { document: _sent, ...sent } = there
        const { document: _read, ...read } = here
        expect(sent).toEqual(read)
        // Their places are found only when somebody asks.
        expect(checkFile(there, names, NOW)).toEqual(checkFile(here, names, NOW))
      }
    }
    expect(at).toBe(batches.length)
  }
})

test('who has had enough stops the thread', async () => {
  for await (const { batches } of batchesOf(1200, 300)) {
    let taken = 0
    for await (const { held } of readAhead(batches, 1200, null)) {
      taken += held.size
      break
    }
    expect(taken).toBe(300)
  }
})

test('nothing to read is no batch', async () => {
  expect(await Array.fromAsync(readAhead([], 0, null))).toEqual([])
})
