import { expect, test } from 'vitest'
import { isMadeUp, Shelves } from './shelves.ts'

const thing = (url: string, bytes = 10_000) => ({ url, bytes })

test.for([
  ['/search?q=moon', true],
  ['/search.json?q=moon', true],
  ['/search', false],
  ['/search.json', false],
  ['/searches?q=moon', false],
  ['/world/search', false],
])('that anybody can make up %s without end is %s', ([url, expected]) => {
  expect(isMadeUp(String(url))).toBe(expected)
})

test('twenty thousand searches push out no page, and take no more than their shelf', () => {
  const shelves = new Shelves<ReturnType<typeof thing>>(1_000_000, () => {})
  shelves.set(thing('/world'))
  for (let n = 0; n < 20_000; n++) shelves.set(thing(`/search?q=${n}`))
  expect(shelves.peek('/world')).toBeDefined()
  expect(shelves.bytes).toBeLessThanOrEqual(4_000_000 + 10_000)
  expect(shelves.get('/search?q=19999')).toBeDefined()
  expect(shelves.get('/search?q=0')).toBeUndefined()
})

test('what goes is told, so that nothing else remembers it', () => {
  const gone: string[] = []
  const shelves = new Shelves<ReturnType<typeof thing>>(25_000, ({ url }) => gone.push(url))
  for (const url of ['/a', '/b', '/c', '/search?q=a']) shelves.set(thing(url))
  shelves.delete('/search?q=a')
  expect(gone).toEqual(['/a', '/search?q=a'])
  expect(shelves.size).toBe(2)
})

test('what is larger than its shelf is not kept', () => {
  const shelves = new Shelves<ReturnType<typeof thing>>(25_000, () => {})
  expect(shelves.set(thing('/a', 30_000))).toBe(false)
  expect(shelves.set(thing('/search?q=a', 30_000))).toBe(true)
  expect([shelves.get('/a'), shelves.size]).toEqual([undefined, 1])
})

test('what is put there again counts by its new size, and is not told of as gone', () => {
  const gone: string[] = []
  const shelves = new Shelves<ReturnType<typeof thing>>(25_000, ({ url }) => gone.push(url))
  const page = thing('/a')
  for (const bytes of [10_000, 20_000, 5_000]) {
    page.bytes = bytes
    expect([shelves.set(page), shelves.bytes]).toEqual([true, bytes])
  }
  expect(gone).toEqual([])
  page.bytes = 30_000
  expect([shelves.set(page), shelves.size]).toEqual([false, 0])
  expect(gone).toEqual(['/a'])
})

test('what stands in the place of another puts it away', () => {
  const gone: object[] = []
  const shelves = new Shelves<ReturnType<typeof thing>>(25_000, (one) => gone.push(one))
  const [one, other] = [thing('/a'), thing('/a')]
  shelves.set(one)
  shelves.set(other)
  expect(gone).toEqual([one])
  expect(gone[0]).toBe(one)
  expect(shelves.get('/a')).toBe(other)
})
