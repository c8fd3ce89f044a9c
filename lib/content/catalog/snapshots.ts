import { Catalog, type CatalogOptions } from './catalog.ts'
import { Connection } from './connection.ts'
import { identityOf, openToRead } from './database.ts'
import type { Reading } from './reading.ts'
import type { Site } from './site.ts'

/** One state of the catalog, held as long as somebody reads it. */
interface Snapshot {
  readonly rows: Connection
  readonly catalog: Catalog
  readers: number
}

/** Connections that wait for their next use. */
const MOST_SPARE = 3

/**
 * States of the catalog for those who read it. All that a reading asks is answered from the state that was current when
 * it began: a read transaction, shared by all that began in the same state and ended with the last of them.
 */
export class Snapshots {
  readonly #file: string
  readonly #options: CatalogOptions
  readonly #spare: Connection[] = []
  readonly #held = new Map<Reading, Snapshot>()
  #current: Snapshot | null = null
  /** What every page asks first, and by when it was last written which one that is. */
  #site: { readonly written: string | undefined; readonly site: Site } | null = null
  #closed = false
  /** For questions outside of a reading: what is current at each of them. */
  readonly #loose: Connection
  readonly #onDamage: () => void
  /** Which file it was: another one under its name is a catalog that is being made anew. */
  readonly #identity: string | null

  /**
   * @param onDamage called when a question shows that the file is damaged
   * @throws when there is no catalog in the file
   */
  constructor(file: string, options: CatalogOptions, onDamage: () => void) {
    this.#file = file
    this.#options = options
    this.#onDamage = onDamage
    this.#loose = this.#connect()
    this.#identity = identityOf(file)
  }

  #connect = (): Connection => new Connection(openToRead(this.#file), this.#onDamage)

  /** What a question is put to, as part of a reading or by itself. */
  catalog(reading: Reading | undefined): Catalog {
    if (reading === undefined || reading.ended) return new Catalog(this.#loose, this.#options)
    const held = this.#held.get(reading)
    if (held !== undefined) return held.catalog
    const snapshot = this.#take()
    this.#held.set(reading, snapshot)
    reading.onEnd(() => {
      this.#held.delete(reading)
      this.#release(snapshot)
    })
    return snapshot.catalog
  }

  #take(): Snapshot {
    this.#current ??= this.#begin()
    this.#current.readers++
    return this.#current
  }

  #begin(): Snapshot {
    const rows = this.#spare.pop() ?? this.#another()
    try {
      if (rows !== this.#loose) rows.exec('BEGIN')
      // The first question, with which the transaction's view begins.
      const written = rows.get<{ value: string }>("SELECT value FROM meta WHERE name = 'site'")?.value
      const known = this.#site?.written === written ? this.#site?.site : undefined
      const catalog = new Catalog(rows, this.#options, known)
      this.#site = catalog.ready ? { written, site: catalog.site } : null
      return { rows, catalog, readers: 0 }
    } catch (error) {
      if (rows !== this.#loose) rows.close()
      throw error
    }
  }

  /** One more connection; of a file that is gone there are no more, but nobody changes it either. */
  #another = (): Connection => (identityOf(this.#file) === this.#identity ? this.#connect() : this.#loose)

  #release(snapshot: Snapshot): void {
    if (--snapshot.readers > 0) return
    if (this.#current === snapshot) this.#current = null
    if (snapshot.rows === this.#loose) return
    snapshot.rows.exec('COMMIT')
    if (this.#closed || this.#spare.length >= MOST_SPARE) snapshot.rows.close()
    else this.#spare.push(snapshot.rows)
  }

  /** From now on readings begin with a newer state. */
  advance(): void {
    this.#current = null
  }

  /** Lets go of everything that nobody reads; what is being read stays until that ends. */
  close(): void {
    this.#closed = true
    this.#current = null
    for (const rows of this.#spare.splice(0)) rows.close()
    this.#loose.close()
  }
}
