import type { Application, Subscriber } from '../model.ts'
import type { Sql } from './sql.ts'

type Reads = Pick<Sql, 'all'>

interface SubscriberRow {
  readonly id: string
  readonly address: string
  readonly paused_until: number | null
  readonly stopped: 'bounced' | null
  readonly epoch: number
  readonly joined: number
  readonly newsletter: string | null
}

/** One statement, so that what it says is of one moment. */
const SUBSCRIBER = `
  SELECT id, address, paused_until, stopped, epoch, joined, newsletter
  FROM subscribers LEFT JOIN subscriptions ON subscriptions.subscriber = subscribers.id`

export const subscriberById = (sql: Reads, id: string): Promise<Subscriber | null> => subscriberOf(sql, 'id', id)

/** @param folded see `foldAddress` */
export const subscriberByFolded = (sql: Reads, folded: string): Promise<Subscriber | null> =>
  subscriberOf(sql, 'folded', folded)

async function subscriberOf(sql: Reads, column: 'id' | 'folded', value: string): Promise<Subscriber | null> {
  const rows = await sql.all<SubscriberRow>(`${SUBSCRIBER} WHERE ${column} = $1 ORDER BY newsletter`, value)
  const [row] = rows
  if (row === undefined) return null
  const { id, address, stopped, epoch, joined } = row
  const newsletters = rows.flatMap(({ newsletter }) => newsletter ?? [])
  return { id, address, newsletters, pausedUntil: row.paused_until, stopped, epoch, joined }
}

interface ApplicationRow extends Omit<Application, 'newsletters'> {
  /** JSON. */
  readonly newsletters: string
}

const APPLICATION = `
  SELECT id, kind, address, newsletters, subscriber, form, text, asked, expires, mails, confirmed FROM applications`

const toApplication = (row: ApplicationRow): Application => ({ ...row, newsletters: JSON.parse(row.newsletters) })

/** @param where what follows the columns: which, in what order, and how many */
export async function applicationsWhere(sql: Reads, where: string, ...values: (string | number)[]) {
  return (await sql.all<ApplicationRow>(`${APPLICATION} WHERE ${where}`, ...values)).map(toApplication)
}

export async function applicationById(sql: Reads, id: string): Promise<Application | null> {
  const [application] = await applicationsWhere(sql, 'id = $1', id)
  return application ?? null
}
