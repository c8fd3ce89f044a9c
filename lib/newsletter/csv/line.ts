import { readMailAddress } from '../address/mail-address.ts'
import type { Consent } from '../model.ts'
import type { Row } from '../store/repository.ts'
import type { Column } from './cells.ts'

/** What one line says: somebody, and one newsletter that they get, or none. */
export interface Line {
  readonly subscriber: Row['subscriber']
  readonly consent: Consent | null
}

type Cells = Readonly<Partial<Record<Column, string>>>

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/

/** @throws {Error} saying what is wrong with it, without any of its values: they are about a person */
export function readLine(cells: Cells): Line {
  const address = readMailAddress(cells.address ?? '')
  if (address === null) throw new Error('address is not a mail address')
  const consent = readConsent(cells)
  const stopped = cells.stopped || null
  if (stopped !== null && stopped !== 'bounced') throw new Error('stopped must be “bounced” or empty')
  const joined = timeOf(cells, 'joined') ?? consent?.confirmed
  if (joined === undefined) throw new Error('joined must be set where there is no newsletter')
  return { subscriber: { address, pausedUntil: timeOf(cells, 'paused_until'), stopped, joined }, consent }
}

function readConsent(cells: Cells): Consent | null {
  const { newsletter = '', form = '', text = '' } = cells
  const [asked, confirmed] = [timeOf(cells, 'asked'), timeOf(cells, 'confirmed')]
  if (newsletter === '') {
    if (asked === null && confirmed === null && form === '' && text === '') return null
    throw new Error('newsletter is empty, but there is a consent')
  }
  if (!SLUG.test(newsletter)) throw new Error('newsletter is not a slug, such as morning-briefing')
  if (asked === null || confirmed === null)
    throw new Error('asked and confirmed must be set: nobody is added who has not agreed')
  if (confirmed < asked) throw new Error('confirmed is before asked')
  if (form === '') throw new Error('form is empty: say where they agreed')
  return { newsletter, asked, confirmed, form, text }
}

function timeOf(cells: Cells, column: Column): number | null {
  const cell = cells[column] ?? ''
  if (cell === '') return null
  const time = TIME.test(cell) ? Date.parse(cell) : Number.NaN
  if (Number.isNaN(time)) throw new Error(`${column} is not a time such as 2026-11-23T06:30:00Z`)
  return time
}
