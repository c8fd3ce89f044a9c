/** What a subscription is in a CSV file, in the order in which it is written. Times are ISO 8601. */
export const COLUMNS = [
  'address',
  'newsletter',
  'asked',
  'confirmed',
  'form',
  'text',
  'paused_until',
  'stopped',
  'joined',
] as const

export type Column = (typeof COLUMNS)[number]

/** A cell that a spreadsheet would take for a formula, or one that looks escaped itself. */
const ACTIVE = /^[=+\-@\t\r']/

/**
 * Keeps a spreadsheet from computing what a reader has typed.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export const escapeFormula = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text)

/** Undoes `escapeFormula`; other apostrophes stay. */
export const unescapeFormula = (cell: string): string =>
  cell.startsWith("'") && ACTIVE.test(cell.slice(1)) ? cell.slice(1) : cell
