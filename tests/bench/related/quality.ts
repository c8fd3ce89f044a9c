import { WEIGHTS } from '#lib/related/rank.ts'
import { getRelated } from '#lib/related/stories.ts'
import { type Row, row } from '../row.ts'
import type { Archive } from './archive.ts'
import { Baselines } from './baselines.ts'
import { mean, precision, SIX, withSixOthers } from './precision.ts'

/** What finds six stories for an article. */
type Finder = (slug: string) => string[] | Promise<string[]>

interface Quality {
  readonly topic: number
  readonly storyline: number
}

const GOALS = { topic: { least: 0.97 }, storyline: { least: 0.75 } }

const slugsOf = async (slug: string, weights = WEIGHTS): Promise<string[]> =>
  (await getRelated(slug, SIX, weights)).map((story) => story.slug)

async function measure(archive: Archive, slugs: readonly string[], find: Finder): Promise<Quality> {
  const found = new Map<string, string[]>()
  for (const slug of slugs) found.set(slug, await find(slug))
  const of = (truth: Archive['topics'], some: readonly string[]) =>
    mean(some.map((slug) => precision(truth, slug, found.get(slug) ?? [])))
  return {
    topic: of(archive.topics, slugs),
    storyline: of(archive.storylines, withSixOthers(archive.storylines, slugs)),
  }
}

/** How good the six are, of a sample of articles, beside what simpler ways find. */
export async function benchQuality(archive: Archive, name: string, samples: number): Promise<Row[]> {
  const slugs = archive.sample(samples)
  using baselines = new Baselines(archive.catalogFile)
  const ours = await measure(archive, slugs, (slug) => slugsOf(slug))
  const others: Readonly<Record<string, Finder>> = {
    'newest in section': (slug) => baselines.newest(slug),
    'shared topics': (slug) => baselines.tags(slug),
    'BM25, 12 terms': (slug) => baselines.bm25(slug, 12),
    'BM25, 40 terms': (slug) => baselines.bm25(slug, 40),
  }
  const rows = toRows(name, 'related', ours, GOALS)
  for (const [other, find] of Object.entries(others))
    rows.push(...toRows(name, other, await measure(archive, slugs, find)))
  return rows
}

const toRows = (name: string, finder: string, quality: Quality, goals?: typeof GOALS): Row[] =>
  (['topic', 'storyline'] as const).map((ground) =>
    row({
      what: `${name}, ${finder}: same ${ground}`,
      value: quality[ground],
      unit: 'of six',
      ...(goals && { goal: goals[ground] }),
    }),
  )

/** How many times each weight is tried. */
const TIMES = [0, 0.5, 2, 4, 16]

/** How good the six are when one weight is another: the curves that the weights were chosen by. */
export async function benchCurves(archive: Archive, name: string, samples: number): Promise<Row[]> {
  const slugs = archive.sample(samples)
  const rows: Row[] = []
  for (const weight of Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[])
    for (const times of TIMES) {
      const weights = { ...WEIGHTS, [weight]: WEIGHTS[weight] * times }
      const quality = await measure(archive, slugs, (slug) => slugsOf(slug, weights))
      rows.push(...toRows(name, `${weight} × ${times}`, quality))
    }
  return rows
}
