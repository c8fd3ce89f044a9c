import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { NOW } from '#tests/fixtures/content.ts'
import { counting } from '#tests/fixtures/readership.ts'

const MINUTE = 60_000
const fileOf = ({ dataDir }: { dataDir: string }) => path.join(dataDir, 'most-read.json')

test('a story that one reader has read is not ranked', async () => {
  await using counted = await counting()
  counted.read({ a: 1, b: 2 })
  expect(counted.slugs()).toEqual(['b'])
})

test('another order is told of at once after a quiet time, and then not before a minute has passed', async () => {
  await using counted = await counting()
  counted.read({ a: 2 })
  expect(counted.changes).toBe(1)
  counted.read({ b: 3 }, NOW + 2000)
  expect([counted.changes, ...counted.slugs()]).toEqual([1, 'a'])
  counted.readership.tick(NOW + MINUTE)
  expect([counted.changes, ...counted.slugs()]).toEqual([2, 'b', 'a'])
})

test('views that change no order are told to nobody', async () => {
  await using counted = await counting()
  counted.read({ a: 4, b: 2 })
  for (let minute = 1; minute < 10; minute++) counted.read({ a: 1 }, NOW + minute * MINUTE)
  expect(counted.changes).toBe(1)
})

test('a story that catches up with another is told of, since the newer of the two stands first', async () => {
  await using counted = await counting()
  counted.read({ a: 4, b: 3 })
  counted.read({ b: 1 }, NOW + MINUTE)
  counted.readership.view('a', NOW + MINUTE)
  expect(counted.changes).toBe(2)
})

test('stories that nobody reads any more leave the ranking, and that is told', async () => {
  await using counted = await counting()
  counted.read({ a: 2 })
  counted.readership.tick(NOW + 24 * 60 * MINUTE)
  expect([counted.changes, ...counted.slugs()]).toEqual([2])
})

test('what was counted is there after a restart, and ranked at once', async () => {
  await using counted = await counting()
  counted.read({ a: 2, b: 3 })
  counted.readership.reach({ file: '1:2', offset: 30 })
  await counted.restart()
  expect(counted.slugs()).toEqual(['b', 'a'])
  expect(counted.readership.place).toEqual({ file: '1:2', offset: 30 })
})

test('a process that is killed loses ten seconds at most', async () => {
  await using counted = await counting()
  counted.read({ a: 2 })
  counted.read({ b: 3 }, NOW + 10_000)
  await vi.waitUntil(async () => (await readdir(counted.dataDir)).includes('most-read.json'), 20_000)
  counted.read({ c: 4 }, NOW + 15_000)
  await counted.restart(NOW + 15_000, false)
  expect(counted.slugs()).toEqual(['b', 'a'])
})

test.for(['', '{', '{"version":2}', '{"version":1,"counted":[{"slug":1}],"place":null}', '\0\0\0'])(
  'a file that holds %j is said to be broken, and written anew',
  async (text) => {
    await using counted = await counting()
    await writeFile(fileOf(counted), text)
    await counted.restart(NOW, false)
    expect(counted.slugs()).toEqual([])
    expect(counted.log).toEqual([expect.stringMatching(/most-read\.json cannot be used/)])
    counted.read({ a: 2 })
    await counted.restart()
    expect(counted.slugs()).toEqual(['a'])
  },
)

test('what is kept is slugs, scores and times, and nothing of who read', async () => {
  await using counted = await counting()
  counted.read({ a: 2 })
  await counted.restart()
  expect(JSON.parse(await readFile(fileOf(counted), 'utf8'))).toEqual({
    version: 1,
    counted: [{ slug: 'a', score: 2, at: NOW }],
    place: null,
  })
  expect(await readdir(counted.dataDir)).toEqual(['most-read.json'])
})

test('a disk that takes nothing is said once, and the count goes on', async () => {
  await using counted = await counting()
  // A folder where the file should be.
  await mkdir(path.join(fileOf(counted), 'in-the-way'), { recursive: true })
  for (let n = 1; n < 4; n++) {
    counted.read({ a: 2 }, NOW + n * 10_000)
    await vi.waitUntil(() => counted.log.length > 0, 20_000)
  }
  await counted.readership.close(NOW + MINUTE)
  expect(counted.log).toEqual([expect.stringMatching(/could not be written to .*most-read\.json/)])
  expect(counted.slugs()).toEqual(['a'])
})
