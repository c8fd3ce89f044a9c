import type { Connection } from './connection.ts'

/** A story's place in lists: by time of publication (milliseconds), then by slug. */
interface Place {
  readonly slug: string
  readonly published: number
}

/** Which stories stand in which list, as the catalog's writer keeps it. */
export class Lists {
  readonly #rows: Connection
  readonly #ids = new Map<string, number>()
  /** By list, how many more it has than is written. */
  readonly #grown = new Map<number, number>()

  constructor(rows: Connection) {
    this.#rows = rows
  }

  /** Puts a story into lists, which are made where there are none by their names. */
  add(names: readonly string[], { id, slug, published }: Place & { readonly id: number }): void {
    const lists = names.map((name) => this.#id(name))
    this.#rows.run(
      'INSERT INTO listed SELECT value, ?, ?, ? FROM json_each(?)',
      published,
      slug,
      id,
      JSON.stringify(lists),
    )
    for (const list of lists) this.#grow(list, 1)
  }

  /** Takes a story out of lists; those that it does not stand in stay as they are. */
  remove(names: readonly string[], { slug, published }: Place): void {
    for (const name of names) {
      const list = this.#id(name)
      const sql = 'DELETE FROM listed WHERE list = ? AND published = ? AND slug = ?'
      if (this.#rows.run(sql, list, published, slug) > 0) this.#grow(list, -1)
    }
  }

  #grow(list: number, by: number): void {
    this.#grown.set(list, (this.#grown.get(list) ?? 0) + by)
  }

  #id(name: string): number {
    let id = this.#ids.get(name)
    if (id === undefined) {
      id =
        this.#rows.get<{ id: number }>('SELECT id FROM lists WHERE name = ?', name)?.id ??
        this.#rows.insert('INSERT INTO lists(name, count) VALUES (?, 0)', name)
      this.#ids.set(name, id)
    }
    return id
  }

  /** Writes how many stories each list has now. */
  count(): void {
    for (const [list, by] of this.#grown)
      if (by !== 0) this.#rows.run('UPDATE lists SET count = count + ? WHERE id = ?', by, list)
    this.#grown.clear()
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#ids.clear()
    this.#grown.clear()
  }
}
