import { foldAddress } from '../address/mail-address.ts'
import type { Consent } from '../model.ts'
import { newId } from './ids.ts'
import type { Row } from './repository.ts'
import { type Columns, type Engine, listed, type Sql } from './sql.ts'

/** Subscribers that are held at once. */
const PAGE = 500

interface Line {
  readonly address: string
  readonly folded: string
  readonly paused_until: number | null
  readonly stopped: 'bounced' | null
  readonly joined: number
  /** Null for those who get nothing. */
  readonly newsletter: string | null
  readonly asked: number
  readonly confirmed: number
  readonly form: string
  readonly text: string
}

/** See `Subscribers.all`. Pages of them are read one after the other: who comes in between may be left out. */
export async function* allRows(sql: Pick<Sql, 'all'>): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const lines = await sql.all<Line>(
      `SELECT address, folded, paused_until, stopped, joined, newsletter, asked, confirmed, form, text
       FROM (SELECT * FROM subscribers WHERE folded > $1 ORDER BY folded LIMIT $2) AS page
       LEFT JOIN subscriptions ON subscriptions.subscriber = page.id ORDER BY folded, newsletter`,
      after,
      PAGE,
    )
    const last = lines.at(-1)
    if (last === undefined) return
    after = last.folded
    yield* rowsOf(lines)
  }
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows = new Map<string, Row & { readonly consents: Consent[] }>()
  for (const { folded, address, paused_until: pausedUntil, stopped, joined, newsletter, ...given } of lines) {
    const row = rows.get(folded) ?? { subscriber: { address, pausedUntil, stopped, joined }, consents: [] }
    const { asked, confirmed, form, text } = given
    if (newsletter !== null) row.consents.push({ newsletter, asked, confirmed, form, text })
    rows.set(folded, row)
  }
  return [...rows.values()]
}

/** See `Subscribers.add`. */
export async function addRows(
  sql: Sql,
  each: Engine['each'],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<{ added: number; known: number }> {
  let [added, known] = [0, 0]
  for await (const page of pagesOf(rows)) {
    const count = await addPage(sql, each, page)
    added += count
    known += page.length - count
  }
  return { added, known }
}

async function* pagesOf(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let page: Row[] = []
  for await (const row of rows) {
    page.push(row)
    if (page.length < PAGE) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

const SUBSCRIBER = {
  id: 'text',
  address: 'text',
  folded: 'text',
  paused_until: 'bigint',
  stopped: 'text',
  joined: 'bigint',
} satisfies Columns

const SUBSCRIPTION = {
  subscriber: 'text',
  newsletter: 'text',
  asked: 'bigint',
  confirmed: 'bigint',
  form: 'text',
  text: 'text',
} satisfies Columns

/** @returns how many were added */
async function addPage(sql: Sql, each: Engine['each'], page: readonly Row[]): Promise<number> {
  const named = page.map((row) => ({ id: newId(), ...row }))
  const added = await sql.all<{ id: string }>(
    `INSERT INTO subscribers (id, address, folded, paused_until, stopped, epoch, bounces, joined)
     SELECT id, address, folded, paused_until, stopped, 0, 0, joined FROM ${each('$1', SUBSCRIBER)} WHERE true
     ON CONFLICT (folded) DO NOTHING RETURNING id`,
    listed(
      named.map(({ id, subscriber: { address, pausedUntil, stopped, joined } }) => {
        return { id, address, folded: foldAddress(address), paused_until: pausedUntil, stopped, joined }
      }),
    ),
  )
  const isNew = new Set(added.map(({ id }) => id))
  const consents = named.filter(({ id }) => isNew.has(id)).flatMap(({ id, consents }) => consents.map(toItem(id)))
  await sql.run(
    `INSERT INTO subscriptions (subscriber, newsletter, asked, confirmed, form, text)
     SELECT subscriber, newsletter, asked, confirmed, form, text FROM ${each('$1', SUBSCRIPTION)} WHERE true
     ON CONFLICT (subscriber, newsletter) DO NOTHING`,
    listed(consents),
  )
  return isNew.size
}

const toItem =
  (subscriber: string) =>
  ({ newsletter, asked, confirmed, form, text }: Consent) => ({
    subscriber,
    newsletter,
    asked,
    confirmed,
    form,
    text,
  })
