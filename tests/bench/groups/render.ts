import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, thousandWords } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

const run = promisify(execFile)

/** Different ones, so that nothing can be kept from one to the next. */
const ARTICLES = 50

/** Rendering articles of about 1,000 words, without the page cache. */
export async function benchRender(workspace: Workspace): Promise<Row[]> {
  const { content, data } = workspace.publication(workspace.largest)
  workspace.say('render: making the catalog')
  await (await Site.ready(workspace, { content, data }))[Symbol.asyncDispose]()
  const stories = thousandWords(newestStories(content, 2000), ARTICLES)
  const renders = workspace.amount(1000, 100)
  workspace.say(`render: ${renders} times`)
  const { stdout } = await run(
    process.execPath,
    ['tests/bench/render-process.ts', `${renders}`, ...stories.map(({ href }) => href)],
    {
      cwd: await workspace.project(),
      env: { ...process.env, NODE_ENV: 'production', CONTENT_DIR: content, DATA_DIR: data },
      maxBuffer: 1e8,
    },
  )
  const samples = JSON.parse(stdout.slice(stdout.lastIndexOf('\n['))) as number[]
  const total = samples.reduce((sum, each) => sum + each, 0)
  const what = 'uncached render of a 1,000-word article'
  return [
    row({ what: `${what}: median`, value: median(samples), unit: 'ms', goal: { most: 12 }, samples }),
    row({ what: `${what}: one after the other`, value: renders / (total / 1000), unit: '/s', goal: { least: 80 } }),
  ]
}
