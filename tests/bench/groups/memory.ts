import { setInterval } from 'node:timers'
import { Client } from '../client.ts'
import { megabytes } from '../figures.ts'
import { NotMeasured, type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, type StoryFile } from '../stories.ts'
import type { Workspace } from '../workspace.ts'
import { load, needWrk } from '../wrk.ts'

const READ = 2000
const SAMPLE = 100

/** What a site on a large archive takes of memory while much of it is read. */
export async function benchMemory(workspace: Workspace): Promise<Row[]> {
  needWrk()
  const publication = workspace.publication(workspace.largest)
  workspace.say('memory: making the catalog')
  await (await Site.ready(workspace, publication))[Symbol.asyncDispose]()
  await using site = await Site.ready(workspace, publication)
  const idle = site.memory()
  if (idle === null) throw new NotMeasured('This system does not tell what a process takes (/proc is of Linux).')
  const samples: number[] = []
  const sampling = setInterval(() => samples.push(megabytes(site.memory()?.now ?? 0)), SAMPLE)
  try {
    const stories = newestStories(publication.content, READ)
    workspace.say(`memory: reading ${stories.length} articles`)
    await Promise.all(Array.from({ length: 4 }, (_, reader) => read(site.url, stories, reader, 4)))
    const [story] = stories as [StoryFile]
    await load(`${site.url}${story.href}`, workspace.amount(20, 2), 'br')
  } finally {
    clearInterval(sampling)
  }
  const most = megabytes(site.memory()?.most ?? 0)
  return [
    row({
      what: `memory under load, ${workspace.largest} articles: most`,
      value: most,
      unit: 'MB',
      goal: { most: 400 },
      against: { what: 'idle', value: megabytes(idle.now) },
      samples,
    }),
  ]
}

/** Reads each of the stories that is one reader's part of them. */
async function read(url: string, stories: readonly StoryFile[], reader: number, readers: number): Promise<void> {
  using client = new Client(url)
  for (let at = reader; at < stories.length; at += readers) {
    const { href } = stories[at] as StoryFile
    const { status } = await client.ask(href, { 'accept-encoding': 'br' })
    if (status !== 200) throw new Error(`${href} answered with ${status}.`)
  }
}
