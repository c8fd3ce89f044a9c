// Starts a command of the project on a machine that may have nothing but Node and npm: installs the packages of the lock
// file when they are missing, then runs lib/cli/<command>.ts on the project's own Node. Plain JavaScript, since it runs
// before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CODE_ENV, MEMORY_ENV, MEMORY_OPTIONS } from './memory.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const node = path.join(root, 'node_modules/node/bin/node')

/** The packages of a lock file that must be there: path in the project → version. */
function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.entries(packages).filter(([name, entry]) => name !== '' && !entry.optional)
}

function isInstalled() {
  const record = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record) || !existsSync(node)) return false
  const installed = new Map(packagesOf(record).map(([name, { version }]) => [name, version]))
  return packagesOf(path.join(root, 'package-lock.json')).every(
    ([name, { version }]) => installed.get(name) === version,
  )
}

const [command = '', ...args] = process.argv.slice(2)
const script = path.join(root, `lib/cli/${command}.ts`)
if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
  console.error(`There is no command "${command}".`)
  process.exit(2)
}
if (!isInstalled()) {
  console.error('Installing the packages of package-lock.json …')
  // Not "npm ci": it refuses the lock file on a platform whose optional packages were not to be had where it was written.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['install', ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0 || !existsSync(node)) {
    console.error('The packages could not be installed. Run "npm install" to see why.')
    process.exit(status || 1)
  }
}
const options = command === 'start' ? MEMORY_OPTIONS : []
const env = {
  ...MEMORY_ENV,
  ...(command === 'start' ? CODE_ENV : {}),
  ...process.env,
  PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
}
const child = spawn(node, [...options, script, ...args], { cwd: root, stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
