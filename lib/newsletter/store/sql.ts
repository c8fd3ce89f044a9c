/** What a statement takes and gives. Whole numbers only: times and counts. */
export type Value = string | number | null

/** Columns that a statement reads from a list; see `Dialect.each`. */
export type Columns = Readonly<Record<string, 'text' | 'bigint'>>

/** Statements in one transaction, with `$1`, `$2` … for values: nothing is ever put into their text. */
export interface Sql {
  all<Row extends object>(sql: string, ...values: readonly Value[]): Promise<Row[]>
  /** @returns how many rows were changed */
  run(sql: string, ...values: readonly Value[]): Promise<number>
  /** Several statements without values, as a migration has them. */
  script(sql: string): Promise<void>
}

/**
 * A database. What the use cases ask is written once, in the SQL that SQLite and PostgreSQL share: ON CONFLICT,
 * RETURNING, UPDATE … FROM. The two places where they differ are `each` and the folder of migrations.
 */
export interface Engine extends Pick<Sql, 'all'> {
  /** A statement that changes one row, by itself: it waits for nobody's turn where rows have locks of their own. */
  run: Sql['run']
  /** Folder of its migrations. */
  readonly dialect: 'sqlite' | 'postgres'
  /**
   * One transaction, durable when the promise is kept, undone when `work` throws. Writers of all processes take turns,
   * in both engines: what `work` reads stays as it is until it is done, so that no use case has to reason about another
   * one in between. It must be short, and must not wait for anything but its own statements.
   */
  write<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** What stands behind FROM to read a parameter that is a JSON list of objects as a table named `item`. Names of columns come from code. */
  each(parameter: `$${number}`, columns: Columns): string
  close(): Promise<void>
}

/** A list for `each`. */
export const listed = (rows: readonly Readonly<Record<string, Value>>[]): string =>
  JSON.stringify(rows, (_, value) => (typeof value === 'string' ? storable(value) : value))

/** A text that both engines take and give back as it is: PostgreSQL has no NUL, UTF-8 has no half of a surrogate pair. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')
