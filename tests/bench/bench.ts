import { parseArgs } from 'node:util'
import type { Measure } from './group.ts'
import { benchBuild } from './groups/build.ts'
import { benchCheck } from './groups/check.ts'
import { benchChurn } from './groups/churn.ts'
import { benchCold } from './groups/cold.ts'
import { benchHook } from './groups/hook.ts'
import { benchLighthouse } from './groups/lighthouse.ts'
import { benchMarkdown } from './groups/markdown.ts'
import { benchMemory } from './groups/memory.ts'
import { benchNewsletter } from './groups/newsletter.ts'
import { benchPaging } from './groups/paging.ts'
import { benchPublish } from './groups/publish.ts'
import { benchRender } from './groups/render.ts'
import { benchSearch } from './groups/search.ts'
import { benchSeo } from './groups/seo.ts'
import { benchServing } from './groups/serving.ts'
import { benchWarm } from './groups/warm.ts'
import { benchWeight } from './groups/weight.ts'
import { progressLine } from './progress-line.ts'
import { missing, NotMeasured, type Row } from './row.ts'
import { toTable } from './table.ts'
import { Workspace } from './workspace.ts'

const GROUPS: Readonly<Record<string, Measure>> = {
  build: benchBuild,
  cold: benchCold,
  warm: benchWarm,
  publish: benchPublish,
  hook: benchHook,
  serving: benchServing,
  churn: benchChurn,
  render: benchRender,
  paging: benchPaging,
  memory: benchMemory,
  weight: benchWeight,
  lighthouse: benchLighthouse,
  seo: benchSeo,
  search: benchSearch,
  check: benchCheck,
  markdown: benchMarkdown,
  newsletter: benchNewsletter,
}

const HELP = `Measures what should be fast, small and sound, and says whether it is.

  npm run bench                              everything, in about half an hour
  npm run bench -- --quick                   a smoke run on small archives, in a few minutes
  npm run bench -- --only publish,serving    of: ${Object.keys(GROUPS).join(', ')}
  npm run bench -- --sizes 1000,100000       articles in the generated archives, the smallest and the largest counting
  npm run bench -- --json                    data, with a summary of all samples

It works on a copy of the project in the system's folder for temporary files, and keeps generated archives there. wrk and
nginx are needed for the loads (Debian: apt-get install wrk nginx). Keep the machine idle meanwhile; compare ratios.
The exit code is 0 when every goal was reached, 1 when one was not, 2 when something could not be measured at all.
`

const WHOLE = '1000,100000'
const QUICK = '200,1000'

interface Wishes {
  readonly only: readonly string[]
  readonly sizes: readonly number[]
  readonly quick: boolean
  readonly json: boolean
}

/** @throws {TypeError} naming what cannot be understood */
function readArguments(): Wishes | 'help' {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(GROUPS).join() },
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  const only = values.only.split(',')
  const unknown = only.filter((name) => !Object.hasOwn(GROUPS, name))
  if (unknown.length > 0) throw new TypeError(`There is nothing called ${unknown.join(', ')} to measure.`)
  const sizes = (values.sizes ?? (values.quick ? QUICK : WHOLE)).split(',').map(Number)
  if (!sizes.every((size) => Number.isInteger(size) && size >= 100 && size <= 1_000_000))
    throw new TypeError('--sizes takes numbers of articles between 100 and 1000000, as in 1000,100000.')
  return { only, sizes: sizes.sort((a, b) => a - b), quick: values.quick, json: values.json }
}

async function bench({ only, sizes, quick, json }: Wishes): Promise<number> {
  const progress = progressLine(process.stderr)
  using workspace = new Workspace({ sizes, quick }, progress.show)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      workspace[Symbol.dispose]()
      process.exit(130)
    })
  const rows: Row[] = []
  let failed = false
  for (const name of only) {
    try {
      rows.push(...((await GROUPS[name]?.(workspace)) ?? []))
    } catch (error) {
      if (!(error instanceof NotMeasured)) failed = true
      rows.push(missing(name, error instanceof NotMeasured ? error.message : String((error as Error).stack)))
    }
  }
  progress.end()
  console.log(json ? JSON.stringify(rows, null, 2) : toTable(rows))
  if (failed) return 2
  return rows.some(({ reached }) => reached === false) ? 1 : 0
}

try {
  const wishes = readArguments()
  if (wishes === 'help') process.stdout.write(HELP)
  else process.exitCode = await bench(wishes)
} catch (error) {
  if (!(error instanceof TypeError)) throw error
  console.error(`${error.message}\n\n${HELP}`)
  process.exitCode = 2
}
