import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../store/repository.ts'
import { CsvProblems, readCsv } from './read.ts'
import { writeCsv } from './write.ts'

const HEADER = 'address,newsletter,asked,confirmed,form,text,paused_until,stopped,joined'
const CONSENT = '2026-01-01,2026-01-02T08:00:00+02:00,fair,Asked at a stall'

async function* inPieces(text: string, size = text.length || 1) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const read = (text: string, size?: number) => Array.fromAsync(readCsv(inPieces(text, size)))

/** What is wrong with a file, as `line reason`. */
const problemsOf = (text: string): Promise<string[]> =>
  read(text).then(
    () => [],
    (error: CsvProblems) => error.problems.map(({ line, reason }) => `${line} ${reason}`),
  )

test('lines of one address make one subscriber', async () => {
  const rows = await read(
    `${HEADER}\njo@EXAMPLE.org,morning,${CONSENT},,,\nJo@example.org,weekly,${CONSENT},,,\n\nkim@example.org,,,,,,2027-01-01,bounced,2026-01-01T00:00:00Z\n`,
  )
  const consent = {
    asked: Date.UTC(2026, 0, 1),
    confirmed: Date.UTC(2026, 0, 2, 6),
    form: 'fair',
    text: 'Asked at a stall',
  }
  expect(rows).toEqual([
    {
      subscriber: { address: 'jo@example.org', pausedUntil: null, stopped: null, joined: consent.confirmed },
      consents: [
        { newsletter: 'morning', ...consent },
        { newsletter: 'weekly', ...consent },
      ],
    },
    {
      subscriber: {
        address: 'kim@example.org',
        pausedUntil: Date.UTC(2027, 0, 1),
        stopped: 'bounced',
        joined: Date.UTC(2026, 0, 1),
      },
      consents: [],
    },
  ])
})

test('columns may stand in another order, behind a byte order mark, and some may be missing', async () => {
  const rows = await read(
    `\ufefftext,form,confirmed,asked,newsletter,address\r\nYes,fair,2026-01-02,2026-01-01,morning,jo@example.org`,
  )
  expect(rows).toMatchObject([
    { subscriber: { address: 'jo@example.org' }, consents: [{ newsletter: 'morning', text: 'Yes' }] },
  ])
})

test('each line that is wrong is named, and nobody comes out after it', async () => {
  const good = (name: string) => `${name}@example.org,morning,${CONSENT},,,`
  const wrong: [string, string][] = [
    [`jo,morning,${CONSENT},,,`, 'address is not a mail address'],
    [`a@example.org,The Morning,${CONSENT},,,`, 'newsletter is not a slug, such as morning-briefing'],
    ['b@example.org,morning,,,,,,,', 'asked and confirmed must be set: nobody is added who has not agreed'],
    ['c@example.org,morning,yesterday,,,,,,', 'asked is not a time such as 2026-11-23T06:30:00Z'],
    [
      'd@example.org,morning,2026-02-30,2026-02-31T99:00:00Z,x,y,,,',
      'confirmed is not a time such as 2026-11-23T06:30:00Z',
    ],
    ['e@example.org,morning,2026-01-02,2026-01-01,x,y,,,', 'confirmed is before asked'],
    ['f@example.org,morning,2026-01-01,2026-01-02,,y,,,', 'form is empty: say where they agreed'],
    [`g@example.org,morning,${CONSENT},,paused,`, 'stopped must be “bounced” or empty'],
    ['h@example.org,,,,,,,,', 'joined must be set where there is no newsletter'],
    [`i@example.org,,${CONSENT},,,`, 'newsletter is empty, but there is a consent'],
    ['k@example.org,morning', 'there are 2 cells, not 9'],
    [good('first'), 'the address stands on line 2 already: keep its lines together'],
    ['a"b"c,d', 'a quotation mark stands inside a cell that has none around it'],
  ]
  const text = [HEADER, good('first'), good('second'), ...wrong.map(([line]) => line)].join('\n')
  expect(await problemsOf(text)).toEqual(wrong.map(([, reason], at) => `${at + 4} ${reason}`))
  const before: Row[] = []
  const reading = async () => {
    for await (const row of readCsv(inPieces(text))) before.push(row)
  }
  await expect(reading).rejects.toThrow(CsvProblems)
  expect(before.map(({ subscriber }) => subscriber.address)).toEqual(['first@example.org'])
})

test('lines of one address must agree', async () => {
  const line = (newsletter: string, rest = ',,') => `jo@example.org,${newsletter},${CONSENT},${rest}`
  expect(
    await problemsOf([HEADER, line('morning'), line('morning'), line('weekly', '2027-01-01,,')].join('\n')),
  ).toEqual([
    '3 the address has the newsletter already, on a line before',
    '4 paused_until and stopped must be the same on all lines of an address',
  ])
})

test('a message holds no address', async () => {
  const error = await read(`${HEADER}\njo@example.org,x y,${CONSENT},,,\n`).catch((thrown: Error) => thrown)
  expect(String(error)).toBe(
    'CsvProblems: Some lines cannot be imported:\n  line 2: newsletter is not a slug, such as morning-briefing',
  )
})

test.for([
  ['', '1 the file is empty'],
  ['address,newsletter\njo@example.org,morning', '1 the header has no asked, confirmed, form, text'],
  [`${HEADER},phone`, '1 the header has columns that mean nothing here: phone'],
  [`${HEADER},form`, '1 the header names a column twice'],
])('a file without a header that says what is what is refused: %j', async ([text, problem]) => {
  expect(await problemsOf(text as string)).toEqual([problem])
})

test('a line break inside a cell counts as a line', async () => {
  const text = `${HEADER}\njo@example.org,morning,2026-01-01,2026-01-02,fair,"one\ntwo",,,\nwrong,morning,${CONSENT},,,`
  expect(await problemsOf(text)).toEqual(['4 address is not a mail address'])
})

test('a quotation mark that is never closed does not take the whole file into memory', async () => {
  const text = `${HEADER}\n"jo@example.org,morning\n${'x'.repeat(70_000)}\n`
  expect(await problemsOf(text)).toEqual(['2 a quotation mark is not closed'])
  expect(await problemsOf(`${HEADER}\n"jo`)).toEqual(['2 a quotation mark is not closed'])
})

test('a file that is not UTF-8 is refused', async () => {
  async function* latin() {
    yield Buffer.from('address,t\xe9xt', 'latin1')
  }
  await expect(Array.fromAsync(readCsv(latin()))).rejects.toThrow('The file is not UTF-8')
})

test('whatever is written is read again as it was, in pieces of any size', async () => {
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.toWellFormed())
  const time = fc.integer({ min: 0, max: 4e12 })
  const consent = fc.record({ form: text.filter((one) => one !== ''), text, asked: time, wait: fc.nat(1e9) })
  const row = fc.record({
    pausedUntil: fc.option(time),
    stopped: fc.option(fc.constant('bounced' as const)),
    joined: time,
    consents: fc.array(consent, { maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (some, size) => {
      const rows = some.map(({ consents, ...subscriber }, at) => ({
        subscriber: { address: `-${at}@example.org`, ...subscriber },
        consents: consents.map(({ wait, ...given }, nth) => {
          return { newsletter: `letter-${nth}`, confirmed: given.asked + wait, ...given }
        }),
      }))
      expect(await read((await Array.fromAsync(writeCsv(rows))).join(''), size)).toEqual(rows)
    }),
  )
})
