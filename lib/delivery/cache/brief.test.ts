import { expect, test } from 'vitest'
import { Briefs } from './brief.ts'

const missing = (until: number, ...keys: string[]) => ({
  answer: { type: 'missing' } as const,
  keys: new Set(keys),
  until,
})

test('what is known of an address holds until its time', () => {
  const briefs = new Briefs()
  briefs.set('/x', missing(10))
  expect(briefs.get('/x', 9)).toBeDefined()
  expect(briefs.get('/x', 10)).toBeUndefined()
})

test('a change of what was read ends it', () => {
  const briefs = new Briefs()
  briefs.set('/x', missing(10, 'k'))
  briefs.set('/y', missing(10, 'l'))
  briefs.change(new Set(['k']))
  expect([briefs.get('/x', 0), briefs.get('/y', 0)]).toEqual([undefined, expect.anything()])
  briefs.change(null)
  expect(briefs.get('/y', 0)).toBeUndefined()
})

test('what is learned anew replaces what was known', () => {
  const briefs = new Briefs()
  briefs.set('/x', missing(10, 'k'))
  briefs.set('/x', missing(20, 'l'))
  briefs.change(new Set(['k']))
  expect(briefs.get('/x', 15)).toBeDefined()
})

test('only so many addresses are known, the latest', () => {
  const briefs = new Briefs()
  for (let i = 0; i < 20_000; i++) briefs.set(`/${i}`, missing(10, `article:${i}`))
  const known = Array.from({ length: 20_000 }, (_, i) => briefs.get(`/${i}`, 0)).filter(Boolean)
  expect(known).toHaveLength(4000)
  expect(briefs.get('/19999', 0)).toBeDefined()
})

test('long addresses leave room for fewer', () => {
  const briefs = new Briefs()
  for (let i = 0; i < 4000; i++) briefs.set(`/${i}${'x'.repeat(2000)}`, missing(10, 'y'.repeat(2000)))
  const known = Array.from({ length: 4000 }, (_, i) => briefs.get(`/${i}${'x'.repeat(2000)}`, 0)).filter(Boolean)
  expect(known.length).toBeLessThan(1000)
})
