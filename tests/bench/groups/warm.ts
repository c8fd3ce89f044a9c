import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, retitle, type StoryFile } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

const CHANGED = 100

/** Starting again, with nothing changed and with some articles changed meanwhile. */
export async function benchWarm(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  workspace.say('warm: making the catalog')
  await (await Site.ready(workspace, publication))[Symbol.asyncDispose]()
  const stories = spread(newestStories(publication.content, workspace.largest), CHANGED)

  const firsts: number[] = []
  for (let round = 0; round < workspace.amount(5, 2); round++) {
    workspace.say('warm: nothing changed')
    await using site = await Site.start(workspace, publication)
    firsts.push((performance.now() - site.started) / 1000)
  }

  const visible: number[] = []
  const changes: number[] = []
  for (let round = 1; round <= workspace.amount(3, 1); round++) {
    workspace.say(`warm: ${stories.length} changed`)
    for (const { file } of stories) retitle(file, `Changed while it was down, time ${round}`)
    await using site = await Site.start(workspace, publication)
    using client = new Client(site.url)
    const headline = `Changed while it was down, time ${round}`
    const [first, ...others] = stories as [StoryFile, ...StoryFile[]]
    await client.until(first.href, headline, { every: 20 })
    visible.push((performance.now() - site.started) / 1000)
    for (const { href } of others) {
      const { body } = await client.ask(href)
      if (!body.includes(headline)) throw new Error(`${href} is older than ${first.href}, which changed with it.`)
    }
    changes.push((performance.now() - site.started) / 1000)
  }
  const what = `warm start, ${workspace.largest} articles`
  return [
    row({ what: `${what}: first page`, value: median(firsts), unit: 's', goal: { most: 2 }, samples: firsts }),
    row({
      what: `${what}, ${stories.length} changed: visible to whoever asks for any of them`,
      value: median(visible),
      unit: 's',
      goal: { most: 3 },
      samples: visible,
    }),
    row({
      what: `${what}, ${stories.length} changed: all of them read, by one reader, one after the other`,
      value: median(changes),
      unit: 's',
      samples: changes,
    }),
  ]
}

/** Some of many, at equal distances. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, at) => at % Math.ceil(all.length / count) === 0)
