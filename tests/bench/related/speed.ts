import { Reading } from '#lib/content/catalog/reading.ts'
import { getRelated } from '#lib/related/stories.ts'
import { summarise } from '../figures.ts'
import { type Row, row } from '../row.ts'
import type { Archive } from './archive.ts'

/** As many as stand under an article. */
const SHOWN = 3
/** Calls before the first that counts. */
const WARMING = 50

/** How long it takes to find what is related, nothing of it remembered. */
export async function benchSpeed(archive: Archive, name: string, samples: number): Promise<Row[]> {
  for (const slug of archive.sample(WARMING)) await timeOf(slug)
  const times: number[] = []
  for (const slug of archive.sample(samples)) times.push(await timeOf(slug))
  const { median, p95 } = summarise(times)
  return [
    row({ what: `${name}, related: median`, value: median, unit: 'ms', samples: times }),
    row({ what: `${name}, related: p95`, value: p95, unit: 'ms', goal: { most: 30 }, samples: times }),
  ]
}

async function timeOf(slug: string): Promise<number> {
  const reading = new Reading()
  const began = performance.now()
  await reading.run(() => getRelated(slug, SHOWN))
  const time = performance.now() - began
  reading.end()
  return time
}
