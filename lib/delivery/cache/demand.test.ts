import { expect, test } from 'vitest'
import { Demand } from './demand.ts'

const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
const wanted = (name: string, hits: number, askedAt = 0) => ({ name, hits, askedAt })

/** Demand whose renewals are written down, and done at once unless `again` says that they were in vain. */
function written({ clock = 0, again = [] as boolean[] } = {}) {
  const renewed: string[] = []
  const demand = new Demand<ReturnType<typeof wanted>>({
    clock: () => clock,
    async renew({ name }) {
      renewed.push(name)
      return again.shift() ?? false
    },
  })
  return { demand, renewed }
}

test('what is wanted most comes first', async () => {
  const { demand, renewed } = written()
  for (const each of [wanted('a', 1), wanted('b', 3), wanted('c', 2)]) demand.add(each)
  await settled()
  expect(renewed).toEqual(['b', 'c', 'a'])
})

test('what nobody asked for lately is left as it is', async () => {
  const { demand, renewed } = written({ clock: 6000 })
  demand.add(wanted('long ago', 9, 0))
  demand.add(wanted('lately', 1, 2000))
  await settled()
  expect(renewed).toEqual(['lately'])
})

test('what is out of date again is renewed again', async () => {
  const { demand, renewed } = written({ again: [true, true] })
  demand.add(wanted('a', 1))
  await settled()
  expect(renewed).toEqual(['a', 'a', 'a'])
})

test('what is noted while others are renewed has its turn, as has what comes after', async () => {
  const { demand, renewed } = written()
  demand.add(wanted('a', 1))
  setImmediate(() => demand.add(wanted('b', 1)))
  await settled()
  demand.add(wanted('c', 1))
  await settled()
  expect(renewed).toEqual(['a', 'b', 'c'])
})

test('a change of everything renews only so much', async () => {
  const { demand, renewed } = written()
  for (let i = 0; i < 200; i++) demand.add(wanted(String(i), 1))
  await settled()
  expect(renewed).toHaveLength(50)
})
