import { expect, test } from 'vitest'
import { Readers } from './readers.ts'

const NOON = Date.parse('2026-01-01T12:00:00Z')
const MINUTE = 60_000
const READING = { address: '203.0.113.7', userAgent: 'Firefox', slug: 'a' }

test('a reader who reloads a story is one reader for half an hour', () => {
  const readers = new Readers()
  const at = [0, 1, 29, 31].map((minute) => readers.enter(READING, NOON + minute * MINUTE))
  expect(at).toEqual([null, 'repeat', 'repeat', null])
})

test('another story, another browser and another address are other readings', () => {
  const readers = new Readers()
  const others = [{}, { slug: 'b' }, { userAgent: 'Safari' }, { address: '203.0.113.8' }, { address: '2001:db8::1' }]
  expect(others.map((over) => readers.enter({ ...READING, ...over }, NOON))).toEqual(others.map(() => null))
})

test('a household whose machines change their addresses is one reader', () => {
  const readers = new Readers()
  const addresses = ['2001:db8:1:2::1', '2001:db8:1:2:aaaa::9', '2001:db8:1:3::1']
  const entered = addresses.map((address) => readers.enter({ ...READING, address }, NOON))
  expect(entered).toEqual([null, 'repeat', null])
})

test('one network has ten readers of a story in an hour, whatever browsers it makes up', () => {
  const readers = new Readers()
  const enter = (n: number, now: number, slug = 'a') =>
    readers.enter({ address: `203.0.113.${n % 256}`, userAgent: `Browser ${n}`, slug }, now)
  const entered = Array.from({ length: 1000 }, (_, n) => enter(n, NOON))
  expect([entered.filter((each) => each === null), entered.filter((each) => each === 'crowd')]).toMatchObject([
    { length: 10 },
    { length: 990 },
  ])
  expect([enter(1, NOON, 'b'), enter(5000, NOON + 61 * MINUTE)]).toEqual([null, null])
})

test('with the day ends all that is known of it', () => {
  const readers = new Readers()
  const beforeMidnight = Date.parse('2026-01-01T23:59:59Z')
  expect([0, 500, 1500].map((later) => readers.enter(READING, beforeMidnight + later))).toEqual([null, 'repeat', null])
})

test('a million readers take no more memory than one', () => {
  const readers = new Readers()
  readers.enter(READING, NOON)
  const before = process.memoryUsage().arrayBuffers
  for (let n = 0; n < 1_000_000; n++)
    readers.enter({ ...READING, address: `${n >> 16}.${(n >> 8) & 255}.${n & 255}.1` }, NOON)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000)
})
