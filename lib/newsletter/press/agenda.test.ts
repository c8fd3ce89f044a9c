import { expect, test } from 'vitest'
import { type KeptNewsletters, keptNewsletters } from '#tests/fixtures/newsletter-store.ts'
import { Agenda } from './agenda.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A moment of the first days of 2026, in UTC, where all newsletters here are. */
const at = (time: string) => Date.parse(`2026-01-${time}:00Z`)
const daily = (time: string, slug = 'morning') => ({ slug, schedule: `daily ${time}`, timeZone: 'UTC' })

/** What is due, as `newsletter date verdict`. */
const look = async (agenda: Agenda, kept: KeptNewsletters, now: number, ...newsletters: ReturnType<typeof daily>[]) =>
  (await agenda.look(newsletters, kept.repository.issues, now)).map(
    ({ newsletter, slot, verdict }) => `${newsletter} ${slot.date} ${verdict}`,
  )

const record = (
  kept: KeptNewsletters,
  date: string,
  state: 'empty' | 'skipped' = 'empty',
  newsletter = 'morning',
): Promise<unknown> => {
  const slot = Date.parse(`${date}T06:30:00Z`)
  return kept.repository.issues.create({ newsletter, date, slot, state, revision: null, built: slot, content: null })
}

test('a newsletter that never had an issue begins with its next slot', async () => {
  await using kept = await keptNewsletters()
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('02T08:00'), daily('06:30'))).toEqual(['morning 2026-01-02 skip'])
  await record(kept, '2026-01-02', 'skipped')
  expect(await look(agenda, kept, at('03T06:29'), daily('06:30'))).toEqual([])
  expect(await look(agenda, kept, at('03T06:30'), daily('06:30'))).toEqual(['morning 2026-01-03 send'])
})

test('an issue is due until it is there, and then no more', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('02T06:30'), daily('06:30'))).toEqual(['morning 2026-01-02 send'])
  expect(await look(agenda, kept, at('02T06:31'), daily('06:30'))).toEqual(['morning 2026-01-02 send'])
  await record(kept, '2026-01-02')
  expect(await look(agenda, kept, at('02T06:32'), daily('06:30'))).toEqual([])
})

test('after days of downtime one slot is made up for, the last one', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  expect(await look(new Agenda(6 * HOUR), kept, at('05T07:00'), daily('06:30'))).toEqual(['morning 2026-01-05 send'])
})

test('a slot that was missed too long ago is left out', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  expect(await look(new Agenda(6 * HOUR), kept, at('05T12:31'), daily('06:30'))).toEqual(['morning 2026-01-05 skip'])
})

test('a clock that is set back sends no issue again', async () => {
  await using kept = await keptNewsletters()
  for (const date of ['2026-01-01', '2026-01-02', '2026-01-03']) await record(kept, date)
  const agenda = new Agenda(6 * HOUR)
  const times = [at('03T06:30'), at('03T06:29'), at('02T07:00'), at('01T06:30'), at('03T06:31')]
  const due = []
  for (const now of times) due.push(...(await look(agenda, kept, now, daily('06:30'))))
  expect(due).toEqual([])
})

test('a clock that is set forward, and right again, keeps neither day from its issue', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('01T08:00'), daily('06:30'))).toEqual([])
  const wrong = at('02T06:30') + 10 * 365 * DAY
  const [found = ''] = await look(agenda, kept, wrong, daily('06:30'))
  expect(found).toMatch(/^morning 20[0-9-]+ (?:send|skip)$/)
  await record(kept, found.split(' ')[1] ?? '')
  expect(await look(agenda, kept, at('02T06:30'), daily('06:30'))).toEqual(['morning 2026-01-02 send'])
})

test('a schedule that is changed after the issue of the day was sent sends no second one', async () => {
  await using kept = await keptNewsletters()
  for (const date of ['2026-01-01', '2026-01-02']) await record(kept, date)
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('02T12:00'), daily('06:30'))).toEqual([])
  expect(await look(agenda, kept, at('02T12:01'), daily('18:00'))).toEqual([])
  expect(await look(agenda, kept, at('02T18:00'), daily('18:00'))).toEqual([])
  expect(await look(agenda, kept, at('03T18:00'), daily('18:00'))).toEqual(['morning 2026-01-03 send'])
})

test('a schedule that is changed to an hour that is over waits for the next day', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('02T09:00'), daily('18:00'))).toEqual([])
  expect(await look(agenda, kept, at('02T10:00'), daily('06:30'))).toEqual(['morning 2026-01-02 skip'])
})

test('a newsletter that is gone is due no more, and one that is renamed begins anew', async () => {
  await using kept = await keptNewsletters()
  await record(kept, '2026-01-01')
  const agenda = new Agenda(6 * HOUR)
  expect(await look(agenda, kept, at('02T06:31'))).toEqual([])
  expect(await look(agenda, kept, at('02T06:31'), daily('06:30', 'daybreak'))).toEqual(['daybreak 2026-01-02 skip'])
})
