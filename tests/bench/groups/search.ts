import path from 'node:path'
import { Catalog } from '#lib/content/catalog/catalog.ts'
import { Connection } from '#lib/content/catalog/connection.ts'
import { openToRead } from '#lib/content/catalog/database.ts'
import { EMPTY, type SearchRequest } from '#lib/search/model.ts'
import { searchIn } from '#lib/search/search.ts'
import { percentile } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { untilSearchable } from '../searchable.ts'
import { Site } from '../site.ts'
import type { Workspace } from '../workspace.ts'

/** Different words of each kind, so that little can be kept from one to the next. */
const WORDS = 50

const GOAL = { most: 30 }

/** Searches of many kinds in a large archive, as pages ask for them, without what draws the page. */
export async function benchSearch(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  workspace.say('search: making the catalog')
  await using _site = await Site.ready(workspace, publication)
  await untilSearchable(publication)
  const rows = new Connection(openToRead(path.join(publication.data, 'catalog.db')))
  try {
    const catalog = new Catalog(rows, { root: publication.content, siteUrl: null, drafts: false })
    await catalog.search.facts(catalog.site.publication.timeZone)
    const result: Row[] = []
    for (const [what, requests] of Object.entries(mixOf(rows, workspace.largest))) {
      workspace.say(`search: ${what}`)
      const samples = await times(catalog, requests)
      const value = percentile(samples, 0.95)
      result.push(row({ what: `search for ${what}: p95`, value, unit: 'ms', goal: GOAL, samples }))
    }
    return result
  } finally {
    rows.close()
  }
}

function mixOf(rows: Connection, articles: number): Record<string, readonly SearchRequest[]> {
  const words = (least: number, most: number) =>
    rows
      .all<{ word: string }>(
        `SELECT min(word) AS word FROM terms JOIN spellings USING (stem)
         WHERE docs BETWEEN ? AND ? AND length(word) > 4 GROUP BY stem ORDER BY random() LIMIT ?`,
        Math.ceil(least * articles),
        Math.ceil(most * articles),
        WORDS,
      )
      .map(({ word }) => word)
  const [rare, common, most] = [words(0, 0.001), words(0.02, 0.3), words(0.5, 1)]
  const ask = (qs: readonly string[], over: Partial<SearchRequest> = {}) => qs.map((q) => ({ ...EMPTY, ...over, q }))
  const pairs = (some: readonly string[]) => some.map((word, at) => `${word} ${some[(at + 1) % some.length]}`)
  return {
    'a rare word': ask(rare),
    'a common word': ask(common),
    'a word of most stories': ask(most),
    'two common words': ask(pairs(common)),
    'a phrase of common words': ask(pairs(common).map((pair) => `"${pair}"`)),
    'the beginning of a word': ask([...rare, ...common].map((word) => word.slice(0, 4))),
    'a misspelt word': ask([...rare, ...common].map((word) => word.slice(0, 2) + word.slice(3))),
    'a common word of a year, newest first': ask(common, { sort: 'newest', year: 2022 }),
    'a common word, page 50': ask(common, { page: 50 }),
    'what is not there': ask(common.map((word) => `${word} qxqxqzz`)),
  }
}

async function times(catalog: Catalog, requests: readonly SearchRequest[]): Promise<number[]> {
  const samples: number[] = []
  for (const request of requests) {
    const started = performance.now()
    await searchIn(catalog, request, Date.now())
    samples.push(performance.now() - started)
  }
  return samples
}
