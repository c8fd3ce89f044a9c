import { rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { megabytes } from '../figures.ts'
import { missing, type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import type { Workspace } from '../workspace.ts'

/** The first start on a large archive: nothing has been read yet. */
export async function benchCold(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  const { data } = publication
  rmSync(data, { recursive: true, force: true })
  await workspace.project()
  workspace.say('cold: first page')
  await using site = await Site.start(workspace, publication)
  const seconds = (moment: number) => (moment - site.started) / 1000
  const first = seconds(performance.now())
  workspace.say('cold: reading all articles')
  const ready = seconds(await site.untilReady())
  workspace.say('cold: entering words for searches')
  while (!isSearchable(path.join(data, 'catalog.db'))) await sleep(200)
  const searchable = seconds(performance.now())
  const memory = site.memory()
  const what = `cold start, ${workspace.largest} articles`
  return [
    row({ what: `${what}: first page`, value: first, unit: 's', goal: { most: 3 } }),
    row({ what: `${what}: all articles`, value: ready, unit: 's' }),
    row({ what: `${what}: with search text`, value: searchable, unit: 's', goal: { most: 60 } }),
    memory
      ? row({ what: `${what}: peak memory`, value: megabytes(memory.most), unit: 'MB', goal: { most: 400 } })
      : missing(`${what}: peak memory`, 'this system does not tell (/proc is of Linux)'),
  ]
}

/** Whether the words of every article can be searched for. */
function isSearchable(file: string): boolean {
  const catalog = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    return catalog.prepare('SELECT 1 FROM articles WHERE searchable = 0 LIMIT 1').get() === undefined
  } finally {
    catalog.close()
  }
}
