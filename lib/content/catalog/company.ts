import type { Connection } from './connection.ts'
import { IN_LIST } from './listed.ts'

/** How many of the stories that were looked at have something in common. */
export interface Tally {
  readonly slug: string
  readonly count: number
}

/**
 * Who wrote the stories of a list, on which topics, and where they stand: each tally the largest first, the newest of
 * equals first.
 */
export interface Company {
  /** How many stories were looked at: all, or the newest. */
  readonly seen: number
  readonly authors: readonly Tally[]
  readonly topics: readonly Tally[]
  readonly sections: readonly Tally[]
  /** When the first story of the whole list was published, in milliseconds; null for an empty list. */
  readonly since: number | null
}

/**
 * What the stories of a list have in common.
 * @param name of the list; see `listsOf`
 * @param limit how many stories are looked at, the newest: it bounds the time that a list of any length takes
 */
export function companyOf(rows: Connection, name: string, limit: number): Company {
  const stories = rows.all<{ authors: string; topics: string; section: string }>(
    `SELECT card ->> 'authors' AS authors, card ->> 'topics' AS topics, section
     FROM listed JOIN articles ON articles.id = listed.article
     WHERE ${IN_LIST} ORDER BY listed.published DESC, listed.slug LIMIT ?`,
    name,
    limit,
  )
  const first = rows.get<{ published: number }>(
    `SELECT published FROM listed WHERE ${IN_LIST} ORDER BY published LIMIT 1`,
    name,
  )
  return {
    seen: stories.length,
    authors: tally(stories.map(({ authors }) => JSON.parse(authors) as string[])),
    topics: tally(stories.map(({ topics }) => JSON.parse(topics) as string[])),
    sections: tally(stories.map(({ section }) => [section])),
    since: first?.published ?? null,
  }
}

/** Counts in how many of the lists each name stands. */
function tally(lists: readonly (readonly string[])[]): Tally[] {
  const counts = new Map<string, number>()
  for (const names of lists) for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts, ([slug, count]) => ({ slug, count })).sort((a, b) => b.count - a.count)
}
