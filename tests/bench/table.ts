import type { Goal, Row } from './row.ts'

/** A number as people read it: with the digits that matter, and thousands apart. */
export const shown = (value: number): string =>
  Math.abs(value) >= 100
    ? value.toLocaleString('en-US', { maximumFractionDigits: 0 })
    : value.toLocaleString('en-US', { maximumSignificantDigits: 3 })

const shownGoal = ({ most, least }: Goal): string =>
  [most !== undefined && `≤ ${shown(most)}`, least !== undefined && `≥ ${shown(least)}`].filter(Boolean).join(', ')

const reachedText = ({ reached }: Row): string => (reached === null ? '' : reached ? 'yes' : 'NO')

function cells(row: Row): string[] {
  const figure = row.value === null ? 'not measured' : `${shown(row.value)} ${row.unit}`.trim()
  const against = row.against ? `${shown(row.against.ratio)}× ${row.against.what}` : ''
  return [row.what, figure, row.goal ? shownGoal(row.goal) : '', reachedText(row), against]
}

/** The rows as a table of text, and below it the notes. */
export function toTable(rows: readonly Row[]): string {
  const lines = [['what', 'figure', 'goal', 'reached', 'ratio'], ...rows.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  const toLine = (line: readonly string[]) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = lines
  const notes = rows.filter(({ note }) => note !== null).map(({ what, note }) => `${what}: ${note}`)
  return [toLine(head), toLine(widths.map((width) => '─'.repeat(width))), ...body.map(toLine), '', ...notes].join('\n')
}
