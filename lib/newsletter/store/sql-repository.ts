import { randomBytes } from 'node:crypto'
import type { Tallies } from '../model.ts'
import { readCounters } from './counters.ts'
import { SqlDesk } from './desk.ts'
import { SqlIssues } from './issues.ts'
import { SqlLeases } from './leases.ts'
import type { Desk, Issues, Leases, Repository, Subscribers } from './repository.ts'
import type { Engine } from './sql.ts'
import { SqlSubscribers } from './subscribers.ts'

/** Bytes of a secret. */
const SECRET = 32

/** All that is kept, in a database whose migrations have been run. */
export class SqlRepository implements Repository {
  readonly desk: Desk
  readonly subscribers: Subscribers
  readonly issues: Issues
  readonly leases: Leases
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
    this.desk = new SqlDesk(engine)
    this.subscribers = new SqlSubscribers(engine)
    this.issues = new SqlIssues(engine)
    this.leases = new SqlLeases(engine)
  }

  async tallies(): Promise<Tallies> {
    const { issues: _, ...tallies } = await readCounters(this.#engine)
    return tallies
  }

  async secret(name: string): Promise<Buffer> {
    const kept = await this.#secret(name)
    if (kept !== null) return kept
    const fresh = randomBytes(SECRET).toString('hex')
    await this.#engine.run(
      'INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
      name,
      fresh,
    )
    return (await this.#secret(name)) as Buffer
  }

  async #secret(name: string): Promise<Buffer | null> {
    const [row] = await this.#engine.all<{ value: string }>('SELECT value FROM secrets WHERE name = $1', name)
    return row === undefined ? null : Buffer.from(row.value, 'hex')
  }

  close(): Promise<void> {
    return this.#engine.close()
  }
}
