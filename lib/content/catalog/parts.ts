import type { Connection } from './connection.ts'
import { IN_LIST } from './listed.ts'

/** More parts than any running story has. Of a longer one, the newest are its parts. */
const MOST_PARTS = 1000

/** Parts that appear at one moment are read as their slugs count: `part-2` before `part-10`. */
const { compare } = new Intl.Collator('en', { numeric: true })

/**
 * The slugs of the parts of a running story, in order of publication.
 * @param name of the list; see `listsOf`
 */
export function partsOf(rows: Connection, name: string): string[] {
  return rows
    .all<{ slug: string; published: number }>(
      `SELECT slug, published FROM listed WHERE ${IN_LIST}
       ORDER BY published DESC, slug LIMIT ?`,
      name,
      MOST_PARTS,
    )
    .sort((a, b) => a.published - b.published || compare(a.slug, b.slug))
    .map(({ slug }) => slug)
}
