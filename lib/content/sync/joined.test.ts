import { expect, test } from 'vitest'
import { joined } from './joined.ts'

/** Runs that end when they are told to. */
function runs() {
  const ends: { resolve(): void; reject(error: Error): void }[] = []
  const run = joined(() => {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    const number = ends.length + 1
    ends.push({ resolve: () => resolve(number), reject })
    return promise
  })
  return { run, ends }
}

test('calls that come during a run share one more after it', async () => {
  const { run, ends } = runs()
  const calls = [run(), run(), run()]
  expect(ends).toHaveLength(1)
  ends[0]?.resolve()
  expect(await calls[0]).toBe(1)
  await new Promise(setImmediate)
  expect(ends).toHaveLength(2)
  ends[1]?.resolve()
  expect(await Promise.all(calls)).toEqual([1, 2, 2])
  void run()
  expect(ends).toHaveLength(3)
})

test('a run that fails fails for those who wait for it alone', async () => {
  const { run, ends } = runs()
  const calls = [run(), run()]
  ends[0]?.reject(new Error('no'))
  await expect(calls[0]).rejects.toThrow('no')
  await new Promise(setImmediate)
  ends[1]?.resolve()
  expect(await calls[1]).toBe(2)
})
