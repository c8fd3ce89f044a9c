import type { Leases } from './repository.ts'
import type { Engine } from './sql.ts'

/** Each in a statement of its own: two who ask at the same moment are told apart by the row. */
export class SqlLeases implements Leases {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async take(name: string, holder: string, now: number, until: number): Promise<boolean> {
    const taken = await this.#engine.run(
      `INSERT INTO leases (name, holder, until) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE leases.holder = excluded.holder OR leases.until <= $4`,
      name,
      holder,
      until,
      now,
    )
    return taken > 0
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#engine.run('DELETE FROM leases WHERE name = $1 AND holder = $2', name, holder)
  }
}
