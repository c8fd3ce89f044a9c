import pg from 'pg'
import { type Columns, type Engine, type Sql, storable, type Value } from './sql.ts'

/** Connections of a process. Those that write take turns, so that more would only wait. */
const CONNECTIONS = 5

/** How long a connection, a statement, and a transaction between two statements may take at most, in milliseconds. */
const CONNECTING = 10_000
const STATEMENT = 60_000
const IDLE_IN_TRANSACTION = 15_000

/** Names the turn that writers take; see `Engine.write`. Any number that nobody else in the database has. */
const TURN = 2_026_112_306

/** Begins a transaction of a writer in one trip. `SET LOCAL` stands also behind a pooler that shares connections. */
const BEGIN = `
  BEGIN;
  SET LOCAL statement_timeout = ${STATEMENT};
  SET LOCAL idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION};
  SELECT pg_advisory_xact_lock(${TURN});
`

/** Whole numbers of eight bytes, which are text to `pg`: times and counts are far below where numbers get inexact. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as never,
}

/** What a database said, without what it said it about: details name addresses. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  /** @see https://www.postgresql.org/docs/current/errcodes-appendix.html; or a code of the system */
  readonly code: string | null

  constructor(error: unknown) {
    const { message, code } = error as Error & { code?: string }
    const hint = UNTRUSTED.has(code ?? '') ? `. ${TRUST}` : ''
    super(`The database of newsletters (DATABASE_URL): ${message || code || 'unknown error'}${hint}`)
    this.code = code ?? null
  }
}

/** The server's certificate is signed by somebody who is not known. @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const TRUST = 'Name the certificate of its CA in DATABASE_URL: ?sslmode=verify-full&sslrootcert=FILE'

/**
 * What the driver calls by weaker names it checks in full, and says so in a warning of many lines.
 * @see https://node-postgres.com/features/ssl
 */
const inFull = (url: string): string =>
  url.includes('uselibpqcompat=')
    ? url
    : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full')

/**
 * Opens a database on a server. A connection that is lost is replaced at the next statement.
 * @param connections at once, at most
 */
export function openPostgres(url: string, connections = CONNECTIONS): Engine {
  const pool = new pg.Pool({
    connectionString: inFull(url),
    max: connections,
    connectionTimeoutMillis: CONNECTING,
    query_timeout: STATEMENT + 5_000,
    keepAlive: true,
    application_name: 'broadsheet',
    types,
    // A script that has ended its work need not close it first.
    allowExitOnIdle: true,
  })
  // The server ended a connection that nobody used. The next statement gets another one, or says what is wrong.
  pool.on('error', () => {})
  return new PostgresEngine(pool)
}

class PostgresEngine implements Engine {
  readonly dialect = 'postgres'
  readonly #pool: pg.Pool
  readonly #alone: Sql

  constructor(pool: pg.Pool) {
    this.#pool = pool
    this.#alone = statementsOf(pool)
  }

  all<Row extends object>(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    return this.#alone.all<Row>(sql, ...values)
  }

  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.#alone.run(sql, ...values)
  }

  async write<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await named(() => this.#pool.connect())
    const sql = statementsOf(client)
    let broken: unknown
    // Without a listener a connection that breaks between two statements would end the process.
    const onError = (error: unknown) => {
      broken = error
    }
    client.on('error', onError)
    try {
      await sql.script(BEGIN)
      const result = await work(sql)
      await sql.script('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(onError)
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken !== undefined)
    }
  }

  each(parameter: `$${number}`, columns: Columns): string {
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`)
    return `json_to_recordset(CAST(${parameter} AS json)) AS item (${typed.join(', ')})`
  }

  close(): Promise<void> {
    return this.#pool.ended ? Promise.resolve() : this.#pool.end()
  }
}

/** Says of what fails that it is the database. A file that its address names and that is not there fails at once. */
async function named<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new DatabaseError(error)
  }
}

function statementsOf(client: Pick<pg.Pool | pg.PoolClient, 'query'>): Sql {
  const query = async (sql: string, values: readonly Value[]) => {
    const taken = values.map((value) => (typeof value === 'string' ? storable(value) : value))
    return named(() => client.query(sql, taken))
  }
  return {
    all: async <Row extends object>(sql: string, ...values: readonly Value[]) =>
      (await query(sql, values)).rows as Row[],
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
    script: async (sql) => {
      await named(() => client.query(sql))
    },
  }
}
