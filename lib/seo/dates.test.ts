import { expect, test } from 'vitest'
import { article, moment } from '#tests/fixtures/stories.ts'
import { lastChange } from './dates.ts'

const published = moment('2026-01-01T10:00:00+01:00')
const [later, latest] = [moment('2026-01-02T10:00:00-05:00'), moment('2026-01-02T12:00:00-05:00')]

test.for([
  ['its publication', {}, published],
  ['an update', { updated: latest, corrections: [{ date: later, html: '' }] }, latest],
  ['a correction', { updated: later, corrections: [{ date: latest, html: '' }] }, latest],
] as const)('a story was last changed by %s, as the editor wrote it', ([, over, expected]) => {
  expect(lastChange(article({ published, ...over }))).toEqual(expected)
})
