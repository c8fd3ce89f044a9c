import { rmSync } from 'node:fs'
import { Client } from '../client.ts'
import { megabytes } from '../figures.ts'
import { missing, type Row, row } from '../row.ts'
import { untilSearchable } from '../searchable.ts'
import { Site } from '../site.ts'
import { newestStories, retitle, type StoryFile } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

/** Edits while words are entered for searches. */
const EDITS = 10

/** The first start on a large archive: nothing has been read yet. */
export async function benchCold(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  rmSync(publication.data, { recursive: true, force: true })
  await workspace.project()
  workspace.say('cold: first page')
  await using site = await Site.start(workspace, publication)
  const seconds = (moment: number) => (moment - site.started) / 1000
  const first = seconds(performance.now())
  workspace.say('cold: reading all articles')
  const ready = seconds(await site.untilReady())
  workspace.say('cold: entering words for searches')
  const edits = await edit(site.url, newestStories(publication.content, EDITS))
  await untilSearchable(publication)
  const searchable = seconds(performance.now())
  const memory = site.memory()
  const what = `cold start, ${workspace.largest} articles`
  return [
    row({ what: `${what}: first page`, value: first, unit: 's', goal: { most: 3 } }),
    row({ what: `${what}: all articles`, value: ready, unit: 's' }),
    row({ what: `${what}: with search text`, value: searchable, unit: 's', goal: { most: 60 } }),
    row({
      what: `${what}: slowest of ${edits.length} edits right after it is ready`,
      value: Math.max(...edits),
      unit: 'ms',
      goal: { most: 1000 },
      samples: edits,
    }),
    memory
      ? row({ what: `${what}: peak memory`, value: megabytes(memory.most), unit: 'MB', goal: { most: 400 } })
      : missing(`${what}: peak memory`, 'this system does not tell (/proc is of Linux)'),
  ]
}

/** @returns after how many milliseconds readers had each edit */
async function edit(url: string, stories: readonly StoryFile[]): Promise<number[]> {
  using client = new Client(url)
  const samples: number[] = []
  for (const { file, href } of stories) {
    const saved = performance.now()
    retitle(file, 'Edited right after a cold start')
    samples.push((await client.until(href, 'Edited right after a cold start')) - saved)
  }
  return samples
}
