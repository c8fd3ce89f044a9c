import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '../client.ts'
import { median, percentile } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, onFront, retitle, type StoryFile } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

/** More than stand on a front. */
const NEWEST = 1000
/** Between two edits, in milliseconds: editors save one after the other. */
const PAUSE = 100

interface Latencies {
  /** Milliseconds from the save of each edit until its page was fresh. */
  readonly article: readonly number[]
  /** The same, until the front was fresh. */
  readonly front: readonly number[]
  /** The same, until both were. */
  readonly both: readonly number[]
}

/** From a saved headline to readers, with a small archive and with a large one. */
export async function benchPublish(workspace: Workspace): Promise<Row[]> {
  const small = await measure(workspace, workspace.smallest)
  const large = await measure(workspace, workspace.largest)
  const what = (articles: number) => `publish, ${articles} articles`
  const edits = `${large.both.length} edits`
  return [
    row({
      what: `${what(workspace.smallest)}: article and front, p50 of ${edits}`,
      value: median(small.both),
      unit: 'ms',
      samples: small.both,
    }),
    row({
      what: `${what(workspace.largest)}: article and front, p50 of ${edits}`,
      value: median(large.both),
      unit: 'ms',
      goal: { most: 80 },
      samples: large.both,
    }),
    row({
      what: `${what(workspace.largest)}: article and front, p95 of ${edits}`,
      value: percentile(large.both, 0.95),
      unit: 'ms',
      goal: { most: 250 },
    }),
    row({
      what: `${what(workspace.largest)}: article alone, p50`,
      value: median(large.article),
      unit: 'ms',
      samples: large.article,
    }),
    row({
      what: `${what(workspace.largest)}: front alone, p50`,
      value: median(large.front),
      unit: 'ms',
      samples: large.front,
    }),
    row({
      what: 'publish: growth with the archive, p50',
      value: median(large.both) / median(small.both),
      unit: `× ${workspace.smallest} articles`,
      goal: { most: 1.5 },
    }),
    row({
      what: 'publish: growth with the archive, p95',
      value: percentile(large.both, 0.95) / percentile(small.both, 0.95),
      unit: `× ${workspace.smallest} articles`,
      goal: { most: 1.5 },
    }),
  ]
}

async function measure(workspace: Workspace, articles: number): Promise<Latencies> {
  const publication = workspace.publication(articles)
  workspace.say(`publish: starting on ${articles} articles`)
  await using site = await Site.ready(workspace, publication)
  const stories = await onFront(site.url, newestStories(publication.content, NEWEST))
  if (stories.length === 0) throw new Error('No article of the corpus stands on the front.')
  using reader = new Client(site.url)
  using another = new Client(site.url)
  const latencies = { article: [] as number[], front: [] as number[], both: [] as number[] }
  const edits = workspace.amount(200, 20)
  for (let edit = 0; edit < edits; edit++) {
    if (edit % 20 === 0) workspace.say(`publish: ${articles} articles, edit ${edit} of ${edits}`)
    const { file, href } = stories[edit % stories.length] as StoryFile
    const headline = `Edit ${edit} of a headline among ${articles}`
    await reader.ask(href)
    const saved = performance.now()
    retitle(file, headline)
    const [article, front] = await Promise.all([reader.until(href, headline), another.until('/', headline)])
    latencies.article.push(article - saved)
    latencies.front.push(front - saved)
    latencies.both.push(Math.max(article, front) - saved)
    await sleep(PAUSE)
  }
  return latencies
}
