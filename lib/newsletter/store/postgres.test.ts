import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startedPglite } from '#tests/fixtures/pglite.ts'
import { isPostgresInstalled, startedPostgres } from '#tests/fixtures/postgres.ts'
import { storeContract } from './contract/contract.ts'
import { application, crowd, type Kept, NOW } from './contract/kept.ts'
import { migrationsOf } from './migrate.ts'
import { openRepository, repositoryOn } from './open.ts'
import { DatabaseError, openPostgres } from './postgres.ts'

/** A machine without PostgreSQL has at least the one that is compiled for Node, which has a single connection. */
const servers = [
  { name: 'PGlite', start: startedPglite, connections: 1, views: false },
  ...(isPostgresInstalled ? [{ name: 'PostgreSQL', start: startedPostgres, connections: 3, views: true }] : []),
]

describe.each(servers)('$name', ({ start, connections, views }) => {
  let server: Awaited<ReturnType<typeof start>>

  beforeAll(async () => {
    server = await start()
  }, 60_000)

  afterAll(() => server[Symbol.asyncDispose]())

  async function emptied() {
    const engine = openPostgres(server.url, connections)
    await engine.run('DROP SCHEMA IF EXISTS public CASCADE')
    await engine.run('CREATE SCHEMA public')
    return engine
  }

  async function open(): Promise<Kept> {
    const engine = await emptied()
    const repository = await repositoryOn(engine)
    return { engine, repository, [Symbol.asyncDispose]: () => repository.close() }
  }

  storeContract(open, async (kept) => (views ? repositoryOn(openPostgres(server.url, 2)) : kept.repository))

  test('what went wrong is told without what it was about', async () => {
    await using kept = await open()
    await crowd(kept.repository, 1)
    const again = "INSERT INTO subscribers SELECT id || 'x', address, folded, NULL, NULL, 0, 0, 0 FROM subscribers"
    const error = await kept.engine.run(again).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toMatchObject({ code: '23505', message: expect.stringContaining('DATABASE_URL') })
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain('reader-0')
    expect((error as Error).cause).toBeUndefined()
  })

  test('a transaction whose work fails is undone, and the next one finds its turn', async () => {
    await using kept = await open()
    const failing = kept.engine.write(async (sql) => {
      await sql.run("INSERT INTO secrets (name, value) VALUES ('half', '00')")
      await sql.run('SELECT * FROM nowhere')
    })
    await expect(failing).rejects.toThrow(/nowhere/)
    expect(await kept.engine.all('SELECT * FROM secrets')).toEqual([])
    expect(await kept.repository.secret('whole')).toHaveLength(32)
  })

  if (!views) return

  test('twenty processes that open a new store at once make it once', async () => {
    await using engine = Object.assign(await emptied(), { [Symbol.asyncDispose]: () => engine.close() })
    const opening = Array.from({ length: 20 }, () => openRepository({ file: '/nowhere', databaseUrl: server.url }))
    const opened = await Promise.all(opening)
    expect(await engine.all('SELECT number FROM migrations')).toEqual([{ number: 1 }, { number: 2 }])
    await Promise.all(opened.map((repository) => repository.close()))
  })

  test('connections that the server ends are replaced', async () => {
    await using kept = await open()
    await Promise.all([1, 2, 3].map(() => kept.repository.tallies()))
    const ending = openPostgres(server.url, 1)
    const others = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    await ending.all(`SELECT pg_terminate_backend(pid) ${others}`)
    await expect.poll(() => ending.all(`SELECT pid ${others}`)).toEqual([])
    await ending.close()
    // The first statement may still meet a connection that does not know that it is at its end.
    await kept.repository.desk.apply(application('jo@example.org')).catch(() => {})
    await kept.repository.desk.apply(application('kim@example.org', { asked: NOW + 1 }))
    expect((await kept.repository.desk.backlog()).count).toBeGreaterThanOrEqual(1)
  })

  test('a writer whose connection is lost in its turn holds up nobody', async () => {
    await using kept = await open()
    const lost = kept.engine.write(async (sql) => {
      await sql.run("INSERT INTO secrets (name, value) VALUES ('half', '00')")
      await sql.all('SELECT pg_terminate_backend(pg_backend_pid())')
    })
    await expect(lost).rejects.toBeInstanceOf(DatabaseError)
    expect(await kept.repository.secret('whole')).toHaveLength(32)
    expect(await kept.engine.all('SELECT name FROM secrets')).toEqual([{ name: 'whole' }])
  })
})

/** What `openRepository` throws. */
const refusalOf = (databaseUrl: string): Promise<unknown> =>
  openRepository({ file: '/nowhere', databaseUrl }).catch((thrown: unknown) => thrown)

test('a server that cannot be reached is named by its variable, not by its address', async () => {
  const error = await refusalOf('postgres://someone:hunter2@127.0.0.1:9/none')
  expect(error).toBeInstanceOf(DatabaseError)
  expect(String(error)).toContain('DATABASE_URL')
  expect(String(error) + JSON.stringify(error)).not.toContain('hunter2')
})

test.for(['require', 'verify-full'])(
  'with sslmode=%s a server that nobody vouches for gets no password',
  async (mode) => {
    const { server: secured } = new SMTPServer({ secure: true, logger: false }).on('error', () => {})
    // A database says that it speaks TLS, and then does; this one has a certificate that it has signed itself.
    const server = createServer((socket) =>
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write('S')
          secured.emit('connection', socket)
        }),
    ).listen(0, '127.0.0.1')
    await using _ = { [Symbol.asyncDispose]: async () => void server.close() }
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    const error = await refusalOf(`postgres://someone:hunter2@127.0.0.1:${port}/none?sslmode=${mode}`)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(String(error)).toMatch(/DATABASE_URL.*certificate/)
    expect(String(error)).not.toContain('hunter2')
    expect(warned).not.toHaveBeenCalled()
  },
)

test('of a server that nobody vouches for is said how it can be trusted', () => {
  const error = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(new DatabaseError(error).message).toBe(
    'The database of newsletters (DATABASE_URL): self-signed certificate. Name the certificate of its CA in DATABASE_URL: ?sslmode=verify-full&sslrootcert=FILE',
  )
})

test('a certificate that is not where it should be is told of by the variable', async () => {
  const error = await refusalOf('postgres://someone:hunter2@127.0.0.1:9/none?sslmode=verify-full&sslrootcert=/none.crt')
  expect(error).toBeInstanceOf(DatabaseError)
  expect(String(error)).toMatch(/DATABASE_URL.*\/none\.crt/)
})

test('both engines have the same tables, columns and rules', async () => {
  const names = await readdir(migrationsOf('sqlite'))
  expect(await readdir(migrationsOf('postgres'))).toEqual(names)
  for (const name of names) {
    const read = (dialect: 'sqlite' | 'postgres') => readFile(path.join(migrationsOf(dialect), name), 'utf8')
    const alike = (await read('sqlite'))
      .replaceAll(/\bINTEGER\b/g, 'BIGINT')
      .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
      .replaceAll(/\) STRICT(?:, WITHOUT ROWID)?;/g, ');')
      .replace('../postgres/', '../sqlite/')
    expect(await read('postgres')).toBe(alike)
  }
})
