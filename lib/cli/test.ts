import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
    const report = path.join(folder, 'report.json')
    const vitest = path.join(process.cwd(), 'node_modules/vitest/vitest.mjs')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], { stdio: 'inherit' })
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await test(process.argv.slice(2))
