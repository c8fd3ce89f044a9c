import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { Queue } from './queue.ts'

const MANY = 50_000

/** A place for a queue, there as long as a test needs it. */
function queueFile() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'queue-'))
  const [file, dispose] = [path.join(folder, 'announcements.db'), () => rmSync(folder, { recursive: true })]
  return { file, [Symbol.dispose]: dispose }
}

function open(file: string, most = MANY): Queue {
  const queue = Queue.open(file, most)
  if (queue === null) throw new Error('the queue is in use')
  return queue
}

const place = (slug: string, href = `/world/${slug}`) => ({ slug, href, published: 1 })
const settled = (hrefs: readonly string[], target = 'hub') => ({
  pending: new Map([[target, hrefs]]),
  places: [],
  gone: [],
})

test('a changed key is kept once, in the order of its last change', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.note(['article:a', 'article:b'])
  queue.note(['article:a'])
  expect(queue.noted().items).toEqual(['article:b', 'article:a'])
})

test('what changes while earlier keys are settled stays', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.note(['article:a', 'article:b'])
  const { upTo } = queue.noted()
  queue.note(['article:a'])
  queue.settle(upTo, settled([]))
  expect(queue.noted().items).toEqual(['article:a'])
})

test('what changes while a target is told stays', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.settle(0, settled(['/a', '/b']))
  const { upTo } = queue.pending('hub', 10)
  queue.settle(0, settled(['/a', '/c']))
  queue.forget('hub', upTo)
  expect(queue.pending('hub', 10).items).toEqual(['/a', '/c'])
  expect(queue.pending('hub', 1).items).toEqual(['/a'])
})

test('targets have queues of their own, and those that are no more are forgotten', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.settle(0, settled(['/a']))
  queue.settle(0, settled(['/a'], 'indexnow'))
  queue.setHealth('hub', { failures: 3, after: 1000 })
  queue.forget('indexnow', queue.pending('indexnow', 1).upTo)
  expect(queue.pending('hub', 10).items).toEqual(['/a'])
  queue.keepOnly(['indexnow'])
  expect(queue.size).toBe(0)
  expect(queue.health('hub')).toEqual({ failures: 0, after: 0 })
})

test('an address that has failed too often is dropped, and one that changed meanwhile starts anew', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.settle(0, settled(['/a', '/b']))
  expect(queue.fail('hub', queue.pending('hub', 10).upTo, 2)).toBe(0)
  queue.settle(0, settled(['/b']))
  expect(queue.fail('hub', queue.pending('hub', 10).upTo, 2)).toBe(1)
  expect(queue.pending('hub', 10).items).toEqual(['/b'])
})

test('beyond a bound the oldest are dropped', () => {
  using at = queueFile()
  using queue = open(at.file, 3)
  expect(queue.note(['a', 'b', 'c'])).toBe(0)
  expect(queue.note(['d', 'a'])).toBe(1)
  expect(queue.noted().items).toEqual(['c', 'd', 'a'])
  expect(queue.settle(0, settled(['/1', '/2', '/3', '/4', '/5']))).toBe(2)
  expect(queue.pending('hub', 10).items).toEqual(['/3', '/4', '/5'])
})

test('it is known where stories were until they are gone', () => {
  using at = queueFile()
  using queue = open(at.file)
  queue.enter([place('a'), place('b')])
  queue.settle(0, { ...settled([]), places: [place('a', '/science/a')], gone: ['b'] })
  expect(queue.wereAt(['a', 'b', 'c'])).toEqual([place('a', '/science/a')])
  expect(queue.knowsPlaces).toBe(false)
  queue.knowsPlaces = true
  expect(queue.knowsPlaces).toBe(true)
})

test('everything is there after the process was killed', () => {
  using at = queueFile()
  const script = `
    const { Queue } = await import('./lib/seo/announce/queue.ts')
    const queue = Queue.open(${JSON.stringify(at.file)}, 100)
    queue.note(['article:a'])
    queue.settle(0, { pending: new Map([['hub', ['/world']]]), places: [], gone: [] })
    queue.note(['article:b'])
    queue.setHealth('hub', { failures: 2, after: 5000 })
    process.kill(process.pid, 'SIGKILL')`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })).toThrow()
  using queue = open(at.file)
  expect(queue.noted().items).toEqual(['article:a', 'article:b'])
  expect(queue.pending('hub', 10).items).toEqual(['/world'])
  expect(queue.health('hub')).toEqual({ failures: 2, after: 5000 })
})

test('one process has it at a time', () => {
  using at = queueFile()
  const first = open(at.file)
  expect(Queue.open(at.file, MANY)).toBeNull()
  first.note(['article:a'])
  first[Symbol.dispose]()
  using second = open(at.file)
  expect(second.noted().items).toEqual(['article:a'])
})

test('a file that is no queue is replaced', () => {
  using at = queueFile()
  writeFileSync(at.file, 'This is not a database, and longer than the head of one would be.'.repeat(100))
  using queue = open(at.file)
  queue.note(['article:a'])
  expect(queue.noted().items).toEqual(['article:a'])
})

test('a file that is damaged further in is replaced when that shows', () => {
  using at = queueFile()
  const first = open(at.file)
  first.settle(0, settled(Array.from({ length: 2000 }, (_, n) => `/world/a-story-of-some-length-${n}`)))
  first[Symbol.dispose]()
  const bytes = readFileSync(at.file)
  writeFileSync(at.file, bytes.fill(0xee, 8192))
  const second = open(at.file)
  expect(() => second.pending('hub', 2000)).toThrow()
  second[Symbol.dispose]()
  using third = open(at.file)
  expect(third.pending('hub', 2000).items).toEqual([])
})

test('a queue of another version is emptied', () => {
  using at = queueFile()
  const other = new DatabaseSync(at.file)
  other.exec('CREATE TABLE pending(x); CREATE TABLE old(y); PRAGMA user_version = 99')
  other.close()
  using queue = open(at.file)
  queue.settle(0, settled(['/a']))
  expect(queue.size).toBe(1)
})
