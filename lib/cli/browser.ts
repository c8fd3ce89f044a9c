import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

/** Where systems keep a browser that the tests can drive. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser for the tests: the one that `CHROMIUM` names, the system's, or Playwright's own; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : null
  return [...PLACES, chromium.executablePath()].find((place) => existsSync(place)) ?? null
}

/** Installs a browser: Debian's package where that can be done, Playwright's own elsewhere. Says what it does. */
export function installBrowser(): void {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  console.error(debian ? 'Installing the package chromium …' : 'Installing a browser …')
  const steps: [string, string[]][] = debian
    ? [
        ['apt-get', ['update', '-qq']],
        ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
      ]
    : [['npx', ['playwright-core', 'install', 'chromium']]]
  for (const [command, args] of steps) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
    if (status !== 0) console.error(`${command} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`)
  }
}
