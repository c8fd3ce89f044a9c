import { parseArgs } from 'node:util'
import { progressLine } from './progress-line.ts'
import { type Archive, openArchive } from './related/archive.ts'
import { benchCurves, benchQuality } from './related/quality.ts'
import { benchSpeed } from './related/speed.ts'
import type { Row } from './row.ts'
import { toTable } from './table.ts'

const HELP = `Measures whether the stories under a story belong with it, on generated archives that know what belongs together.

  npm run bench:related                        1,000 and 10,000 articles, of seeds that no weight was chosen on
  npm run bench:related -- --sizes 1000        articles in the archives
  npm run bench:related -- --seeds 2,3         the archives' seeds
  npm run bench:related -- --samples 400       articles of each archive that are asked for
  npm run bench:related -- --speed 100000      how long it takes as well, with as many articles
  npm run bench:related -- --curves            what another value of each weight does, on seed 1, which they were chosen on
  npm run bench:related -- --json              data

"Same topic" is how many of six are on the subject that the generator gave to the article; "same storyline" how many are of
its storyline, where that has at least six others. Archives are kept in the system's folder for temporary files.
The exit code is 0 when every goal was reached, 1 when one was not, 2 when something could not be measured at all.
`

/** The seed of the archives that weights are chosen on. */
const TUNED_ON = 1

/** @throws {TypeError} naming what cannot be understood */
function readArguments() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      seeds: { type: 'string', default: '2,3' },
      samples: { type: 'string', default: '300' },
      speed: { type: 'string' },
      curves: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return {
    ...values,
    sizes: numbers('sizes', values.sizes),
    seeds: values.curves ? [TUNED_ON] : numbers('seeds', values.seeds),
    samples: numbers('samples', values.samples)[0] ?? 0,
    speed: values.speed === undefined ? null : (numbers('speed', values.speed)[0] ?? null),
  }
}

function numbers(name: string, list: string): number[] {
  const all = list.split(',').map(Number)
  if (!all.every((number) => Number.isInteger(number) && number >= 1 && number <= 1_000_000))
    throw new TypeError(`--${name} takes whole numbers from 1 to 1000000, not "${list}".`)
  return all
}

async function bench(wishes: ReturnType<typeof readArguments>): Promise<number> {
  const progress = progressLine(process.stderr)
  const rows: Row[] = []
  const measure = async (articles: number, seed: number, ask: (archive: Archive, name: string) => Promise<Row[]>) => {
    await using archive = await openArchive(articles, seed, progress.show)
    progress.show(`asking for stories of ${articles} articles of seed ${seed}`)
    rows.push(...(await ask(archive, `${articles.toLocaleString('en-US')} articles, seed ${seed}`)))
  }
  const quality = wishes.curves ? benchCurves : benchQuality
  for (const articles of wishes.sizes)
    for (const seed of wishes.seeds)
      await measure(articles, seed, (archive, name) => quality(archive, name, wishes.samples))
  if (wishes.speed !== null)
    await measure(wishes.speed, TUNED_ON, (archive, name) => benchSpeed(archive, name, wishes.samples))
  progress.end()
  console.log(wishes.json ? JSON.stringify(rows, null, 2) : toTable(rows))
  return rows.some(({ reached }) => reached === false) ? 1 : 0
}

try {
  const wishes = readArguments()
  if (wishes.help) process.stdout.write(HELP)
  else process.exitCode = await bench(wishes)
} catch (error) {
  const isUsage = error instanceof TypeError && ('code' in error || error.message.startsWith('--'))
  console.error(isUsage ? `${error.message}\n\n${HELP}` : error)
  process.exitCode = 2
}
