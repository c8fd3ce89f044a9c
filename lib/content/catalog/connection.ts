import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** What SQLite says of a file that is damaged, none of its own, or shorter than it says it is. */
const DAMAGE: ReadonlySet<number> = new Set([11, 26])
const UNREADABLE: ReadonlySet<number> = new Set([266, 522])

/**
 * Whether a file is damaged and has to be made anew. A disk that is full, or may not be written to, is no damage: there
 * the file is good, and making it anew would fail as well.
 * @see https://www.sqlite.org/rescode.html (a code's lower eight bits are its kind)
 */
export const isDamage = (error: unknown): boolean => {
  const code = (error as { errcode?: number } | null)?.errcode
  return code !== undefined && (DAMAGE.has(code & 0xff) || UNREADABLE.has(code))
}

/** A connection to the catalog that prepares each statement once. */
export class Connection {
  readonly #database: DatabaseSync
  readonly #onDamage: () => void
  readonly #statements = new Map<string, StatementSync>()

  /** @param onDamage called when a question shows that the file is damaged, before that is thrown */
  constructor(database: DatabaseSync, onDamage: () => void = () => {}) {
    this.#database = database
    this.#onDamage = onDamage
  }

  #watched<T>(ask: () => T): T {
    try {
      return ask()
    } catch (error) {
      if (isDamage(error)) this.#onDamage()
      throw error
    }
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** The first row, or undefined. `Row` says which columns the statement asks for. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#watched(() => this.#prepared(sql).get(...values)) as Row | undefined
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#watched(() => this.#prepared(sql).all(...values)) as Row[]
  }

  /** Row by row, for what may be large. */
  each<Row>(sql: string, ...values: SQLInputValue[]): IterableIterator<Row> {
    return this.#prepared(sql).iterate(...values) as IterableIterator<Row>
  }

  /** @returns how many rows it changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes)
  }

  /** The identity that an INSERT gave to its row. */
  insert(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).lastInsertRowid)
  }

  /** Runs a function in one transaction: all that it writes is there at once, or, when it throws, none of it. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close()
  }
}
