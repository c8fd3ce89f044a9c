import { appendFile, mkdir, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Place } from '../../content/readership/tally-file.ts'
import { LogTail } from './log-tail.ts'

/** A log in a folder of its own, and what is read of it. */
async function followed(text: string | null = '') {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'log-'))
  const file = path.join(folder, 'access.log')
  if (text !== null) await writeFile(file, text)
  const lines: string[] = []
  let place: Place | null = null
  const follow = (from: Place | null) =>
    new LogTail({
      file,
      place: from,
      take: (line) => void lines.push(line),
      reach: (reached) => {
        place = reached
      },
    })
  let tail = follow(null)
  return {
    folder,
    file,
    write: (more: string) => appendFile(file, more),
    /** What is new, read to the end. */
    async read() {
      lines.length = 0
      await tail.poll()
      return [...lines]
    },
    /** As if the process had ended and another gone on. */
    async restart() {
      await tail.close()
      tail = follow(place)
    },
    async [Symbol.asyncDispose]() {
      await tail.close()
      await rm(folder, { recursive: true })
    },
  }
}

test('what is there the first time is passed over, and what comes then is read once', async () => {
  await using log = await followed('old\n')
  expect(await log.read()).toEqual([])
  await log.write('one\ntwo\r\n')
  expect([await log.read(), await log.read()]).toEqual([['one', 'two'], []])
})

test('a line is read when it has its end, however it comes', async () => {
  await using log = await followed()
  await log.read()
  await log.write('a lo')
  expect(await log.read()).toEqual([])
  await log.write('ng w\u00f6rd\nand')
  expect(await log.read()).toEqual(['a long w\u00f6rd'])
})

test('a file that is renamed is read to its end, and the new one from its start', async () => {
  await using log = await followed()
  await log.read()
  await log.write('one\n')
  await log.read()
  await log.write('two\n')
  await rename(log.file, `${log.file}.1`)
  await writeFile(log.file, 'three\n')
  expect(await log.read()).toEqual(['two', 'three'])
  await log.write('four\n')
  expect(await log.read()).toEqual(['four'])
})

test('a file that is not there for a moment is waited for, and loses nothing', async () => {
  await using log = await followed()
  await log.read()
  await log.write('one\n')
  await rename(log.file, `${log.file}.1`)
  await expect(log.read()).rejects.toThrow(/ENOENT/)
  await writeFile(log.file, 'two\n')
  expect(await log.read()).toEqual(['two'])
})

test('a file that was not there at first is read from its start', async () => {
  await using log = await followed(null)
  await expect(log.read()).rejects.toThrow(/ENOENT/)
  await log.write('one\n')
  expect(await log.read()).toEqual(['one'])
})

test('a file that is emptied is read from its start', async () => {
  await using log = await followed()
  await log.read()
  await log.write('one\ntwo\n')
  await log.read()
  await truncate(log.file)
  await log.write('three\n')
  expect(await log.read()).toEqual(['three'])
})

test('after a restart it goes on where it was', async () => {
  await using log = await followed()
  await log.read()
  await log.write('one\nhal')
  await log.read()
  await log.restart()
  await log.write('f\n')
  expect(await log.read()).toEqual(['half'])
})

test('after a restart a file that has taken the place of the other is read from its start', async () => {
  await using log = await followed()
  await log.read()
  await log.write('one\n')
  await log.read()
  await log.restart()
  await rename(log.file, `${log.file}.1`)
  await writeFile(log.file, 'two\n')
  expect(await log.read()).toEqual(['two'])
})

test('a line that never ends is passed over, and what follows is read', async () => {
  await using log = await followed()
  await log.read()
  await log.write(`one\n${'x'.repeat(300_000)}`)
  expect(await log.read()).toEqual(['one'])
  await log.write(`${'y'.repeat(10_000)}\ntwo\n${'z'.repeat(9000)}\nthree\n`)
  expect(await log.read()).toEqual(['two', 'three'])
})

test('more than fits in memory at once is read piece by piece', async () => {
  await using log = await followed()
  await log.read()
  const lines = Array.from({ length: 20_000 }, (_, n) => `line ${n}`)
  await log.write(`${lines.join('\n')}\n`)
  expect(await log.read()).toEqual(lines)
})

test('a folder is no log', async () => {
  await using log = await followed(null)
  await mkdir(log.file)
  await expect(log.read()).rejects.toThrow('it is not a regular file')
})
