import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** Why SQLite could not use a file: it is none of its own, or it is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database|disk image|disk I\/O|corrupt/i.test(error.message)

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
