import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, retitle, type StoryFile, thousandWords } from '../stories.ts'
import type { Workspace } from '../workspace.ts'
import { load, needWrk } from '../wrk.ts'

/** Changed one after the other; many of them stand on the front, and under the article that is asked for. */
const CHANGING = 300
/** Between two changes, in milliseconds. */
const INTERVAL = 100
/** Who waits for a changed article asks so often, in milliseconds. */
const LOOK = 20

/** A full load on one article while others change all the time. */
export async function benchChurn(workspace: Workspace): Promise<Row[]> {
  needWrk()
  const publication = workspace.publication(workspace.largest)
  workspace.say('churn: starting')
  await using site = await Site.ready(workspace, publication)
  const stories = newestStories(publication.content, CHANGING)
  const [steady] = thousandWords(stories, 1) as [StoryFile]
  const seconds = workspace.amount(30, 4)
  const address = `${site.url}${steady.href}`
  await load(address, 2, 'br')
  const calm = await load(address, workspace.amount(8, 2), 'br')

  workspace.say(`churn: ${seconds} s of load and changes`)
  const loading = load(address, seconds, 'br')
  const changing = stories.filter((story) => story !== steady)
  const delays: Promise<number>[] = []
  const began = performance.now()
  for (let change = 0; performance.now() - began < seconds * 1000 - 1000; change++) {
    delays.push(changeOne(site.url, changing[change % changing.length] as StoryFile, `Change ${change} under load`))
    await sleep(Math.max(0, began + (change + 1) * INTERVAL - performance.now()))
  }
  const staleness = await Promise.all(delays)
  const busy = await loading
  const what = '10 changes a second under load'
  return [
    row({ what: `${what}: errors`, value: busy.errors, unit: '', goal: { most: 0 } }),
    row({
      what: `${what}: p99 of answers`,
      value: busy.p99,
      unit: 'ms',
      goal: { most: 50 },
      against: { what: 'without changes', value: calm.p99 },
    }),
    row({
      what: `${what}: requests`,
      value: busy.perSecond,
      unit: 'requests/s',
      against: { what: 'without changes', value: calm.perSecond },
    }),
    row({ what: `${what}: oldest that was served, p50`, value: median(staleness), unit: 'ms', samples: staleness }),
    row({
      what: `${what}: oldest that was served, of ${staleness.length} changes`,
      value: Math.max(...staleness),
      unit: 'ms',
      goal: { most: 1000 },
    }),
  ]
}

/** @returns after how many milliseconds a reader had the change */
async function changeOne(url: string, { file, href }: StoryFile, headline: string): Promise<number> {
  using client = new Client(url)
  await client.ask(href)
  const saved = performance.now()
  retitle(file, headline)
  return (await client.until(href, headline, { every: LOOK })) - saved
}
