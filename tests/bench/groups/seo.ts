import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import type { Publication, Workspace } from '../workspace.ts'

const run = promisify(execFile)

/** What crawlers and feed readers ask for, made from a large archive without the page cache. */
export async function benchSeo(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  workspace.say('seo: making the catalog')
  const month = await fullestMonth(workspace, publication)
  const documents = {
    'sitemap index': '/sitemap.xml',
    [`sitemap of ${month.stories} stories of a month`]: month.address,
    'RSS feed': '/feed.xml',
  }
  const rows: Row[] = []
  for (const [what, address] of Object.entries(documents)) {
    workspace.say(`seo: ${what}`)
    const samples = await render(workspace, publication, address)
    const goal = { most: 100 }
    rows.push(row({ what: `uncached ${what}: median`, value: median(samples), unit: 'ms', goal, samples }))
  }
  return rows
}

/** The sitemap of a month that names the most stories. */
async function fullestMonth(workspace: Workspace, publication: Publication) {
  await using site = await Site.ready(workspace, publication)
  using client = new Client(site.url)
  const read = async (address: string) => (await client.ask(address)).body.toString()
  const index = await read('/sitemap.xml')
  let fullest = { address: '', stories: 0 }
  for (const [address] of index.matchAll(/\/sitemaps\/\d[\d-]*\.xml/g)) {
    const stories = (await read(address)).split('<url>').length - 1
    if (stories > fullest.stories) fullest = { address, stories }
  }
  return fullest
}

async function render(workspace: Workspace, { content, data }: Publication, address: string): Promise<number[]> {
  const { stdout } = await run(
    process.execPath,
    ['tests/bench/render-process.ts', `${workspace.amount(200, 20)}`, address],
    {
      cwd: await workspace.project(),
      env: { ...process.env, NODE_ENV: 'production', CONTENT_DIR: content, DATA_DIR: data },
      maxBuffer: 1e8,
    },
  )
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n['))) as number[]
}
