import { spawnSync } from 'node:child_process'
import { cpSync, globSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { median, megabytes } from '../figures.ts'
import { type Row, row } from '../row.ts'
import type { Workspace } from '../workspace.ts'

interface Build {
  readonly seconds: number
  readonly bytes: number
}

/** A build with the sample in the project, against one with a large archive in its place: content is nothing to a build. */
export async function benchBuild(workspace: Workspace): Promise<Row[]> {
  const project = workspace.copy()
  const content = path.join(project, 'content')
  const corpus = workspace.corpus(workspace.largest)
  const put = (from: string) => {
    rmSync(content, { recursive: true, force: true })
    cpSync(from, content, { recursive: true })
  }
  const sample: Build[] = []
  const large: Build[] = []
  const rounds = workspace.amount(3, 1)
  for (let round = 1; round <= rounds; round++) {
    workspace.say(`build, round ${round} of ${rounds}`)
    put('content')
    sample.push(build(project))
    put(corpus)
    large.push(build(project))
  }
  put('content')
  const seconds = large.map((each) => each.seconds)
  const bytes = megabytes(median(large.map((each) => each.bytes)))
  const sampleSeconds = median(sample.map((each) => each.seconds))
  const sampleBytes = megabytes(median(sample.map((each) => each.bytes)))
  const what = `build with ${workspace.largest} articles`
  return [
    row({
      what: `${what}: time`,
      value: median(seconds),
      unit: 's',
      goal: { most: 1.1 * sampleSeconds },
      against: { what: "the sample's", value: sampleSeconds },
      samples: seconds,
    }),
    row({
      what: `${what}: output`,
      value: bytes,
      unit: 'MB',
      goal: { least: 0.99 * sampleBytes, most: 1.01 * sampleBytes },
      against: { what: "the sample's", value: sampleBytes },
    }),
  ]
}

/** Builds from nothing. */
function build(project: string): Build {
  rmSync(path.join(project, '.next'), { recursive: true, force: true })
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  })
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`)
  return { seconds, bytes: outputBytes(path.join(project, '.next')) }
}

/** What a build leaves to be served; its cache is for the next build only. */
function outputBytes(folder: string): number {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true, exclude: ['cache/**'] })
  return files
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0)
}
