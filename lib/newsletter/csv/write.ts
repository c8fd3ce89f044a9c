import type { Row } from '../store/repository.ts'
import { COLUMNS, type Column, escapeFormula } from './cells.ts'

/**
 * Writes subscribers as CSV in UTF-8: a header, then a line for each subscription, and one without a newsletter for those
 * who get nothing. Holds one subscriber at a time.
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 */
export async function* writeCsv(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<string> {
  yield lineOf(COLUMNS)
  for await (const row of rows) yield linesOf(row)
}

function linesOf({ subscriber, consents }: Row): string {
  const person = {
    address: subscriber.address,
    paused_until: isoOf(subscriber.pausedUntil),
    stopped: subscriber.stopped ?? '',
    joined: isoOf(subscriber.joined),
  }
  const lines: Partial<Record<Column, string>>[] =
    consents.length === 0
      ? [person]
      : consents.map(({ newsletter, asked, confirmed, form, text }) => {
          return { ...person, newsletter, asked: isoOf(asked), confirmed: isoOf(confirmed), form, text }
        })
  return lines.map((cells) => lineOf(COLUMNS.map((column) => cells[column] ?? ''))).join('')
}

const isoOf = (time: number | null): string => (time === null ? '' : new Date(time).toISOString())

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(text: string): string {
  const cell = escapeFormula(text)
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
