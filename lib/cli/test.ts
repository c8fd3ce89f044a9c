import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser, installBrowser } from './browser.ts'
import { buildIfNeeded } from './build.ts'
import { findJava, installJava } from './java.ts'

/**
 * Runs all tests: unit, component, server and browser. Installs a browser and Java when there is none, and builds the site
 * for them. Further arguments go to Vitest: `npm test -- lib/markdown`. The last line is `N passed, N failed`.
 */
async function test(args: readonly string[]): Promise<number> {
  if (findBrowser() === null) installBrowser()
  if (findBrowser() === null) {
    console.error('There is no browser to test with. Install Chromium, or set CHROMIUM to the path of one.')
    return 1
  }
  if (findJava() === null) installJava()
  if (findJava() === null) {
    console.error(
      'There is no Java to check pages with. Install Java 11 or newer, or set JAVA_HOME to the folder of one.',
    )
    return 1
  }
  await buildIfNeeded(process.cwd())
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'))
  try {
    const halves = await Promise.all(
      HALVES.map((half, nth) => run([...half, ...args], path.join(folder, `${nth}.json`))),
    )
    const sum = (of: (half: Half) => number) => halves.reduce((total, half) => total + of(half), 0)
    const [passed, failed] = [sum((half) => half.passed), sum((half) => half.failed)]
    console.log(`${passed} passed, ${failed} failed`)
    return passed === 0 ? 1 : Math.max(...halves.map(({ status }) => status))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tests of servers and browsers run one after the other and mostly wait; meanwhile unit tests have the other processors. */
const HALVES = [
  ['--project=server', '--project=browser'],
  ['--project=unit', `--maxWorkers=${Math.max(1, availableParallelism() - 1)}`],
]

interface Half {
  readonly status: number
  readonly passed: number
  readonly failed: number
}

/** Runs some of the tests. @param report where they are to be counted */
function run(args: readonly string[], report: string): Promise<Half> {
  const vitest = path.join(process.cwd(), 'node_modules/vitest/vitest.mjs')
  const options = ['--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  // By pipes, so that neither draws over what the other one writes.
  const child = spawn(process.execPath, [vitest, 'run', ...options, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (text: Buffer) => process.stdout.write(text))
  child.stderr.on('data', (text: Buffer) => process.stderr.write(text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const counted = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>) : {}
      const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = counted
      resolve({ status: status ?? 1, passed, failed })
    })
  })
}

process.exitCode = await test(process.argv.slice(2))
