import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser } from '#lib/cli/browser.ts'
import { ServerProcess } from '#tests/fixtures/server-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
    browser: string
  }
}

/** Serves the sample publication from the production build, and starts one browser for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('There is no browser to test with. Run "npm test", which installs one.')
  const data = await mkdtemp(path.join(tmpdir(), 'broadsheet-browser-'))
  const site = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data }).listening()
  const server = await chromium.launchServer({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  project.provide('site', site.url)
  project.provide('browser', server.wsEndpoint())
  return async () => {
    await server.close()
    await site[Symbol.asyncDispose]()
    await rm(data, { recursive: true, force: true })
  }
}
