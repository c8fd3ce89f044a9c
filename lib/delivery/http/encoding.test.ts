import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compress, FIRST_FLIGHT, preferredEncoding } from './encoding.ts'

test.for([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate, zstd', 'identity'],
  ['*', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['gzip;q=0.5, br ; q = 1', 'br'],
  ['br;Q=0.2,gzip;Q=0.9', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', 'identity'],
  ['identity, gzip;q=0.5', 'identity'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0', 'identity'],
  ['br;q=2, gzip', 'gzip'],
  ['br;q=one', 'identity'],
  ['br;level=11', 'identity'],
] as const)('for %j, a page goes out as %s', ([header, encoding]) => {
  expect(preferredEncoding(header)).toBe(encoding)
})

test('any header has an answer, and the same one each time', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const encoding = preferredEncoding(header)
      expect(['br', 'gzip', 'identity']).toContain(encoding)
      expect(preferredEncoding(header)).toBe(encoding)
    }),
    { numRuns: 3000 },
  )
})

test.for(['soon', 'small'] as const)('what is compressed %s comes out as it was', async (effort) => {
  const bytes = Buffer.from('A page of news. '.repeat(200))
  const [br, zipped] = await Promise.all([compress(bytes, 'br', effort), compress(bytes, 'gzip', effort)])
  expect(await promisify(brotliDecompress)(br)).toEqual(bytes)
  expect(await promisify(gunzip)(zipped)).toEqual(bytes)
  expect(br.length).toBeLessThan(bytes.length / 10)
})

/** As much of the sample's stories, one after the other. */
function prose(bytes: number): Buffer {
  const stories = readdirSync('content/articles', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  )
  return Buffer.concat(stories.sort().map((name) => readFileSync(`content/articles/${name}`))).subarray(0, bytes)
}

test('what just misses the first flight of packets is compressed until it fits, and nothing else is', async () => {
  const brotli = promisify(brotliCompress)
  const sizes = await Promise.all(
    Array.from({ length: 24 }, async (_, nth) => {
      const bytes = prose(26_000 + 1000 * nth)
      const quick = await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      const made = await compress(bytes, 'br')
      expect(await promisify(brotliDecompress)(made)).toEqual(bytes)
      return { quick: quick.length, made: made.length }
    }),
  )
  const near = sizes.filter(({ quick }) => quick > FIRST_FLIGHT * 1.01 && quick < FIRST_FLIGHT * 1.08)
  expect(near.length).toBeGreaterThan(0)
  for (const { made } of near) expect(made).toBeLessThanOrEqual(FIRST_FLIGHT)
  const others = sizes.filter(({ quick }) => quick < FIRST_FLIGHT * 0.99 || quick > FIRST_FLIGHT * 1.15)
  expect(others.length).toBeGreaterThan(10)
  for (const { quick, made } of others) expect(Math.abs(made - quick)).toBeLessThan(quick / 50)
})
