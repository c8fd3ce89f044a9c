import { expect, test } from 'vitest'
import { Gather } from './gather.ts'

test('those who come together are served together, and each gets what is theirs', async () => {
  const served: (readonly number[])[] = []
  const gather = new Gather(10, async (items: readonly number[]) => {
    served.push(items)
    return items.map((item) => item * 2)
  })
  expect(await Promise.all([1, 2, 3].map((item) => gather.add(item)))).toEqual([2, 4, 6])
  expect(served).toEqual([[1, 2, 3]])
})

test('those who come while others are served are served next, together', async () => {
  const served: (readonly string[])[] = []
  let late: Promise<unknown> = Promise.resolve()
  const gather: Gather<string, string> = new Gather(1, async (items) => {
    served.push(items)
    if (served.length === 1) late = Promise.all([gather.add('b'), gather.add('c')])
    return items
  })
  await gather.add('a')
  await late
  expect(served).toEqual([['a'], ['b', 'c']])
})

test('a failure is told to everybody whom it concerns, and the next ones are served', async () => {
  let isBroken = true
  const gather = new Gather(2, async (items: readonly string[]) => {
    if (isBroken) throw new Error('disk full')
    return items
  })
  const failed = await Promise.allSettled([gather.add('a'), gather.add('b')])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isBroken = false
  expect(await gather.add('c')).toBe('c')
})
