import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { startNext, startNginx } from '../peers.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, type StoryFile, thousandWords } from '../stories.ts'
import type { Workspace } from '../workspace.ts'
import { load, needWrk } from '../wrk.ts'

/** What browsers say they can take. */
const BROWSER = 'gzip, deflate, br, zstd'

/** A page from memory, against Next's own server with the same page prerendered and nginx with the same bytes. */
export async function benchServing(workspace: Workspace): Promise<Row[]> {
  needWrk()
  const publication = workspace.publication(workspace.smallest)
  await using site = await Site.ready(workspace, publication)
  const [story] = thousandWords(newestStories(publication.content, 300), 1) as [StoryFile]
  using client = new Client(site.url)
  const identity = await client.ask(story.href)
  const brotli = await client.ask(story.href, { 'accept-encoding': BROWSER })
  workspace.say('serving: building the page for next start')
  await using next = await startNext(workspace, identity.body.toString())
  await using nginx = await startNginx(workspace, identity.body, brotli.body)

  const runs = {
    brotli: [`${site.url}${story.href}`, BROWSER],
    identity: [`${site.url}${story.href}`, 'identity'],
    nextCompressed: [next.url, BROWSER],
    nextIdentity: [next.url, 'identity'],
    nginxBrotli: [nginx.brotli, BROWSER],
    nginxIdentity: [nginx.identity, 'identity'],
  } as const
  type Name = keyof typeof runs
  const names = Object.keys(runs) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  const seconds = workspace.amount(8, 2)
  const rounds = workspace.amount(3, 1)
  for (const name of names) await load(runs[name][0], 2, runs[name][1])
  for (let round = 1; round <= rounds; round++) {
    for (const name of names) {
      workspace.say(`serving: round ${round} of ${rounds}, ${name}`)
      const { perSecond, errors } = await load(runs[name][0], seconds, runs[name][1])
      if (errors > 0) throw new Error(`${errors} requests failed (${name}).`)
      samples[name].push(perSecond)
    }
  }
  const figure = (name: Name) => median(samples[name])
  const nextBest = Math.max(figure('nextCompressed'), figure('nextIdentity'))
  const page = `${story.words} words, ${brotli.body.length} bytes brotli, ${identity.body.length} identity`
  const rate = (what: string, name: Name) =>
    row({ what, value: figure(name), unit: 'requests/s', samples: samples[name] })
  return [
    row({
      what: 'cached article, brotli',
      value: figure('brotli'),
      unit: 'requests/s',
      goal: { least: 20_000 },
      note: page,
      samples: samples.brotli,
    }),
    rate('cached article, identity', 'identity'),
    rate('next start, the same page prerendered, compressed', 'nextCompressed'),
    rate('next start, the same page prerendered, identity', 'nextIdentity'),
    rate('nginx, one worker, the same bytes brotli', 'nginxBrotli'),
    rate('nginx, one worker, the same bytes identity', 'nginxIdentity'),
    row({
      what: 'cached article, brotli, against next start at its best',
      value: figure('brotli') / nextBest,
      unit: '×',
      goal: { least: 8 },
    }),
    row({
      what: 'cached article, brotli, against nginx',
      value: figure('brotli') / figure('nginxBrotli'),
      unit: '×',
      goal: { least: 0.45 },
    }),
    row({
      what: 'cached article, identity, against nginx',
      value: figure('identity') / figure('nginxIdentity'),
      unit: '×',
      goal: { least: 0.45 },
    }),
  ]
}
