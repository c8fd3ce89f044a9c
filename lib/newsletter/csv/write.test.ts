import { expect, test } from 'vitest'
import type { Row } from '../store/repository.ts'
import { writeCsv } from './write.ts'

const JO: Row = {
  subscriber: { address: 'jo@example.org', pausedUntil: Date.UTC(2027, 0, 1), stopped: null, joined: 0 },
  consents: [
    { newsletter: 'morning', asked: 0, confirmed: 60_000, form: 'footer', text: 'Get “The Morning”, daily.' },
    { newsletter: 'weekly', asked: 0, confirmed: 60_000, form: 'after', text: 'Say "yes"\nor no' },
  ],
}

const written = async (...rows: Row[]) => (await Array.fromAsync(writeCsv(rows))).join('')

test('each subscription is a line with its consent', async () => {
  expect(await written(JO)).toBe(
    [
      'address,newsletter,asked,confirmed,form,text,paused_until,stopped,joined',
      'jo@example.org,morning,1970-01-01T00:00:00.000Z,1970-01-01T00:01:00.000Z,footer,"Get “The Morning”, daily.",2027-01-01T00:00:00.000Z,,1970-01-01T00:00:00.000Z',
      'jo@example.org,weekly,1970-01-01T00:00:00.000Z,1970-01-01T00:01:00.000Z,after,"Say ""yes""\nor no",2027-01-01T00:00:00.000Z,,1970-01-01T00:00:00.000Z',
      '',
    ].join('\r\n'),
  )
})

test('someone who gets nothing has a line, so that a stop is not lost', async () => {
  const row: Row = { subscriber: { ...JO.subscriber, pausedUntil: null, stopped: 'bounced' }, consents: [] }
  expect((await written(row)).split('\r\n')[1]).toBe('jo@example.org,,,,,,,bounced,1970-01-01T00:00:00.000Z')
})

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "'=1"])('a spreadsheet does not compute %j', async (text) => {
  const consents = JO.consents.slice(0, 1).map((consent) => ({ ...consent, text }))
  expect(await written({ ...JO, consents })).toContain(`,footer,'${text},`)
})
