import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { type Columns, type Engine, type Sql, storable, type Value } from './sql.ts'

/** How long a transaction waits for those of other processes, in milliseconds; a pause between two looks is shorter than this. */
const PATIENCE = 30_000
const LONGEST_PAUSE = 20

/**
 * Opens a database file, and makes it where there is none, readable by its owner only. A promise that is kept has been
 * written to the disk.
 * @see https://www.sqlite.org/wal.html
 * @see https://www.sqlite.org/pragma.html#pragma_synchronous
 * @throws when the folder or the file cannot be used; a file that is there is left as it is
 */
export async function openSqlite(file: string): Promise<Engine> {
  try {
    return await connect(file)
  } catch (error) {
    const { message } = error as Error
    throw new Error(
      `The store of newsletters (${file}) cannot be opened: ${message}. It must be writable for this user; if it is damaged, put a backup in its place while the site is stopped.`,
      { cause: error },
    )
  }
}

async function connect(file: string): Promise<Engine> {
  mkdirSync(/* turbopackIgnore: true */ path.dirname(file), { recursive: true })
  closeSync(openSync(/* turbopackIgnore: true */ file, 'a', 0o600))
  const writer = new DatabaseSync(file)
  try {
    // Others who open a new file at the same time are waited for here; SQLite itself does not wait for this one.
    await patiently(() => writer.exec('PRAGMA journal_mode = WAL'))
    // What is erased is overwritten in the file, too.
    writer.exec(`
      PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
      PRAGMA journal_size_limit = 16777216;
    `)
    const reader = await patiently(() => openReader(file))
    return new SqliteEngine(writer, reader)
  } catch (error) {
    writer.close()
    throw error
  }
}

function openReader(file: string): DatabaseSync {
  const reader = new DatabaseSync(file, { readOnly: true, timeout: 1_000 })
  try {
    reader.prepare('SELECT count(*) FROM sqlite_schema').get()
    return reader
  } catch (error) {
    reader.close()
    throw error
  }
}

/** Two connections: one that writes, a transaction after the other, and one that sees only what is committed. */
class SqliteEngine implements Engine {
  readonly dialect = 'sqlite'
  readonly #writer: DatabaseSync
  readonly #reader: DatabaseSync
  readonly #inTransaction: Sql
  readonly #committed: Sql
  /** Kept when the last transaction that was begun has ended. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = writer
    this.#reader = reader
    this.#inTransaction = statementsOf(writer)
    this.#committed = statementsOf(reader)
  }

  async all<Row extends object>(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    return this.#committed.all<Row>(sql, ...values)
  }

  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.write((transaction) => transaction.run(sql, ...values))
  }

  write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const done = this.#turn.then(() => this.#transact(work))
    this.#turn = done.catch(() => {})
    return done
  }

  async #transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    // Nothing below waits for anything: whoever writes again and again must not keep this thread from all else.
    await nextTurn()
    // SQLite would wait for other processes with this whole process asleep.
    await patiently(() => this.#writer.exec('BEGIN IMMEDIATE')).catch((error: unknown) => {
      if (!isBusy(error)) throw error
      throw new Error('Another process has been writing to the store of newsletters for half a minute.', {
        cause: error,
      })
    })
    try {
      const result = await work(this.#inTransaction)
      this.#writer.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#writer.isTransaction) this.#writer.exec('ROLLBACK')
      throw error
    }
  }

  each(parameter: `$${number}`, columns: Columns): string {
    const read = Object.keys(columns).map((name) => `value ->> '${name}' AS ${name}`)
    return `(SELECT ${read.join(', ')} FROM json_each(${parameter})) AS item`
  }

  async close(): Promise<void> {
    await this.#turn
    if (this.#reader.isOpen) this.#reader.close()
    if (this.#writer.isOpen) this.#writer.close()
  }
}

/** Each statement is prepared once: there are a few dozen. */
function statementsOf(database: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    all: async <Row extends object>(sql: string, ...values: readonly Value[]) =>
      prepare(sql)
        .all(named(values))
        // Rows of the driver have no prototype.
        .map((row) => ({ ...row })) as unknown as Row[],
    run: async (sql, ...values) => Number(prepare(sql).run(named(values)).changes),
    script: async (sql) => database.exec(sql),
  }
}

/** `$1`, `$2` … are names to SQLite. */
const named = (values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(
    values.map((value, index) => [`$${index + 1}`, typeof value === 'string' ? storable(value) : value]),
  )

const BUSY = 5

/** @see https://www.sqlite.org/rescode.html (a code's lower eight bits are its kind) */
const isBusy = (error: unknown): boolean => (((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff) === BUSY

/** Tries again while another process writes. The pauses are uneven, so that those who wait do not meet again and again. */
async function patiently<T>(attempt: () => T): Promise<T> {
  const end = performance.now() + PATIENCE
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
      await sleep(1 + Math.random() * LONGEST_PAUSE)
    }
  }
}
