import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A command and its arguments. */
type Step = readonly [string, ...string[]]

/** Whether packages of the system can be installed here: on Debian and its kin, by root. */
export const canInstallPackages = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Installs a package of Debian's. Says what it does, and what went wrong. */
export function installPackage(name: string): void {
  console.error(`Installing the package ${name} …`)
  runSteps([
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name],
  ])
}

/** Runs commands one after the other; what a failing one says is shown. */
export function runSteps(steps: readonly Step[]): void {
  for (const [command, ...args] of steps) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
    if (status !== 0) console.error(`${command} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`)
  }
}
