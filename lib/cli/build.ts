import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'

/** What a build is made of. Content is not: one build serves any content folder. */
const CODE = ['{app,components,lib,public}/**/*', '*.{ts,mjs}', 'package-lock.json']

/** Tests, and a file that each build and `next dev` write anew in their own way. */
const NOT_CODE = /\.test\.tsx?$|^next-env\.d\.ts$/

/** A digest of all code, which changes when a build would. */
async function digest(root: string): Promise<string> {
  const files: string[] = []
  for await (const entry of glob(CODE, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !NOT_CODE.test(entry.name)) files.push(path.join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.sort())
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds the site when there is no build, or when the code has changed since. What the build says is shown when it
 * fails, and while it runs on a terminal.
 * @returns whether a build was made
 * @throws when the build fails
 */
export async function buildIfNeeded(root: string): Promise<boolean> {
  const record = path.join(root, '.next', 'broadsheet-code')
  const code = await digest(root)
  const current =
    existsSync(path.join(root, '.next', 'BUILD_ID')) && existsSync(record) && readFileSync(record, 'utf8') === code
  if (current) return false
  console.error('Building the site …')
  const quiet = !process.stderr.isTTY
  const { status, output } = await run(path.join(root, 'node_modules/next/dist/bin/next'), ['build'], root, quiet)
  if (status !== 0) throw new Error(`The build failed.\n${output}`)
  writeFileSync(record, code)
  return true
}

function run(
  script: string,
  args: string[],
  cwd: string,
  quiet: boolean,
): Promise<{ status: number | null; output: string }> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env,
    stdio: quiet ? 'pipe' : ['ignore', 'inherit', 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
  })
}
