import { foldAddress } from '../address/mail-address.ts'
import type { Consent } from '../model.ts'
import type { Row } from '../store/repository.ts'
import { COLUMNS, type Column, unescapeFormula } from './cells.ts'
import { type Line, readLine } from './line.ts'
import { readRecords } from './records.ts'

interface CsvProblem {
  /** From 1. */
  readonly line: number
  readonly reason: string
}

/** Problems that are kept, and that a message shows. */
const KEPT = 1_000
const SHOWN = 20

/** Lines of a file that cannot be imported. */
export class CsvProblems extends Error {
  override name = 'CsvProblems'
  /** The first ones, in the order of the file. */
  readonly problems: readonly CsvProblem[]

  constructor(problems: readonly CsvProblem[], count: number) {
    const lines = problems.slice(0, SHOWN).map(({ line, reason }) => `  line ${line}: ${reason}`)
    const more = count > lines.length ? [`  and ${count - lines.length} more`] : []
    super(['Some lines cannot be imported:', ...lines, ...more].join('\n'))
    this.problems = problems
  }
}

/**
 * Reads subscribers from CSV as `writeCsv` writes it; columns may stand in another order, and `paused_until`, `stopped`
 * and `joined` may be missing. Lines of one address must stand together. Subscribers come out as they are read, so that
 * whoever takes them must give them back when this throws; nobody comes out after a line that is wrong.
 * @throws {CsvProblems} at the end, when any line is wrong, naming each; and when the file is not UTF-8
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Row> {
  const reading = new Reading()
  for await (const record of readRecords(chunks)) {
    if (record.cells === null) reading.refuse(record.line, record.reason)
    else if (reading.header === null) reading.begin(record.line, record.cells)
    else {
      const done = reading.take(record.line, record.cells)
      if (done !== null && reading.isGood) yield done
    }
    if (reading.isHopeless) break
  }
  const last = reading.end()
  if (last !== null) yield last
}

const NEEDED: readonly Column[] = ['address', 'newsletter', 'asked', 'confirmed', 'form', 'text']

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name)

class Reading {
  header: readonly Column[] | null = null
  readonly #problems: CsvProblem[] = []
  #count = 0
  /** Addresses that have been read, and where. */
  readonly #seen = new Map<string, number>()
  /** Whose lines are being read. */
  #current: { readonly folded: string; readonly row: Row & { readonly consents: Consent[] } } | null = null

  get isGood(): boolean {
    return this.#count === 0
  }

  /** Whether the lines have no meaning, for want of a header. */
  get isHopeless(): boolean {
    return this.header === null && this.#count > 0
  }

  refuse(line: number, reason: string): void {
    this.#count += 1
    if (this.#problems.length < KEPT) this.#problems.push({ line, reason })
  }

  begin(line: number, names: readonly string[]): void {
    const missing = NEEDED.filter((name) => !names.includes(name))
    const unknown = names.filter((name) => !isColumn(name))
    if (missing.length > 0) this.refuse(line, `the header has no ${missing.join(', ')}`)
    else if (unknown.length > 0)
      this.refuse(line, `the header has columns that mean nothing here: ${unknown.join(', ')}`)
    else if (new Set(names).size < names.length) this.refuse(line, 'the header names a column twice')
    else this.header = names.filter(isColumn)
  }

  /** @returns a subscriber all of whose lines have been read, if this line begins another one */
  take(line: number, cells: readonly string[]): Row | null {
    const header = this.header ?? []
    try {
      if (cells.length !== header.length) throw new Error(`there are ${cells.length} cells, not ${header.length}`)
      const named = header.map((name, at) => [name, unescapeFormula(cells[at] ?? '')])
      return this.#add(line, readLine(Object.fromEntries(named)))
    } catch (error) {
      this.refuse(line, (error as Error).message)
      return null
    }
  }

  #add(line: number, { subscriber, consent }: Line): Row | null {
    const folded = foldAddress(subscriber.address)
    if (this.#current?.folded === folded) {
      addTo(this.#current.row, subscriber, consent)
      return null
    }
    const before = this.#seen.get(folded)
    if (before !== undefined) throw new Error(`the address stands on line ${before} already: keep its lines together`)
    this.#seen.set(folded, line)
    const done = this.#current?.row ?? null
    this.#current = { folded, row: { subscriber, consents: consent === null ? [] : [consent] } }
    return done
  }

  /** @throws {CsvProblems} */
  end(): Row | null {
    if (this.header === null && this.isGood) this.refuse(1, 'the file is empty')
    if (!this.isGood) throw new CsvProblems(this.#problems, this.#count)
    return this.#current?.row ?? null
  }
}

function addTo(
  row: Row & { readonly consents: Consent[] },
  subscriber: Row['subscriber'],
  consent: Consent | null,
): void {
  const { pausedUntil, stopped } = subscriber
  if (pausedUntil !== row.subscriber.pausedUntil || stopped !== row.subscriber.stopped)
    throw new Error('paused_until and stopped must be the same on all lines of an address')
  if (consent === null) throw new Error('newsletter is empty, and there is another line of the same address')
  if (row.consents.some(({ newsletter }) => newsletter === consent.newsletter))
    throw new Error('the address has the newsletter already, on a line before')
  row.consents.push(consent)
}
