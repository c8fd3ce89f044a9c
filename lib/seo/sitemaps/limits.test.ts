import { expect, test } from 'vitest'
import { indexEntries, MOST_ADDRESSES, readSitemapName } from './files.ts'
import { toEntry, writeIndex, writeSitemap } from './write.ts'

const SITE = 'https://www.broadsheet.example'
/** @see https://www.sitemaps.org/protocol.html#index */
const MOST = { addresses: 50_000, bytes: 50 * 1024 * 1024 }

/** A million stories: twenty years of months, of which the last grew tenfold in an election. */
const MONTHS = Array.from({ length: 240 }, (_, at) => ({
  month: `${2006 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  count: at === 239 ? 44_000 : 4000,
  modified: Date.UTC(2006, at, 28),
}))

const storyOf = (at: number) =>
  toEntry(SITE, {
    href: `/international/a-headline-of-the-usual-length-makes-a-slug-of-about-this-length-${at}`,
    modified: Date.UTC(2026, 0, 1, 0, 0, at),
    image: `/media/2026/01/a-picture-with-a-name-of-its-own-${at}.jpg`,
  })

function countOf(xml: string): number {
  let count = 0
  for (let at = xml.indexOf('<loc>'); at >= 0; at = xml.indexOf('<loc>', at + 1)) count++
  return count
}

test('a million stories stand in files of fewer addresses and bytes than the protocol allows, each in one', async () => {
  expect(MONTHS.reduce((sum, { count }) => sum + count, 0)).toBe(1_000_000)
  const index = indexEntries(MONTHS, { pages: 60, sections: 12, topics: 12_000, authors: 6000 })
  const xml = await writeIndex(SITE, index)
  expect(countOf(xml)).toBe(1 + 1 + 3 + 2 + 239 + 9)
  expect(xml.length).toBeLessThan(MOST.bytes)

  const listed = new Uint8Array(1_000_000)
  let first = 0
  for (const { href } of index) {
    const { month, part } = readSitemapName(href.slice('/sitemaps/'.length)) ?? {}
    const { count } = MONTHS.find((each) => each.month === month) ?? {}
    if (part === undefined || count === undefined) continue
    const length = Math.min(MOST_ADDRESSES, count - (part - 1) * MOST_ADDRESSES)
    const file = await writeSitemap(
      'image',
      Array.from({ length }, (_, at) => storyOf(first + at)),
    )
    if (Buffer.byteLength(file) > MOST.bytes) throw new Error(`${href} is too large`)
    for (const [, at] of file.matchAll(/-(\d+)<\/loc>/g)) listed[Number(at)] = (listed[Number(at)] ?? 0) + 1
    first += length
  }
  expect(listed.every((times) => times === 1)).toBe(true)
}, 120_000)

test('a full file of the longest addresses there are is not too large', async () => {
  const longest = {
    href: `/${'s'.repeat(250)}/${'a'.repeat(250)}`,
    modified: 0,
    image: `/media/${'i'.repeat(2000)}.jpg`,
  }
  const entry = toEntry(SITE, longest)
  expect(entry.image).not.toBeNull()
  const file = await writeSitemap('image', new Array(MOST_ADDRESSES).fill(entry))
  expect(countOf(file)).toBe(MOST_ADDRESSES)
  expect(Buffer.byteLength(file)).toBeLessThan(MOST.bytes)
})
