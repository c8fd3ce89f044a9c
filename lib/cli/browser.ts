import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { canInstallPackages, installPackage, runSteps } from './install.ts'

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
  if (canInstallPackages()) {
    installPackage('chromium')
  } else {
    console.error('Installing a browser …')
    runSteps([['npx', 'playwright-core', 'install', 'chromium']])
  }
}
