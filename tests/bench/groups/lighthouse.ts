import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '#lib/cli/browser.ts'
import { PAGES } from '#tests/browser/pages.ts'
import { NotMeasured, type Row, row } from '../row.ts'
import { freePort, Site } from '../site.ts'
import type { Workspace } from '../workspace.ts'

const run = promisify(execFile)

const VERSION = '13'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const KINDS = ['the front page', 'a news story', 'a long read with footnotes, asides and figures', 'an author'] as const

/** What is read of a report. @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  readonly categories: Record<
    string,
    { readonly score: number; readonly auditRefs: { readonly id: string; readonly weight: number }[] }
  >
  readonly audits: Record<string, { readonly score: number | null }>
}

/** Lighthouse's scores on a slow phone. */
export async function benchLighthouse(workspace: Workspace): Promise<Row[]> {
  const browser = findBrowser()
  if (browser === null) throw new NotMeasured('there is no Chromium; "npm test" installs one.')
  const lighthouse = await install(workspace)
  const project = await workspace.project()
  const port = await freePort()
  const publication = { content: path.join(project, 'content'), data: workspace.scratch('lighthouse') }
  await using site = await Site.ready(workspace, publication, { SITE_URL: `http://localhost:${port}` }, port)
  const rows: Row[] = []
  for (const kind of workspace.extent.quick ? KINDS.slice(0, 1) : KINDS) {
    workspace.say(`lighthouse: ${kind}`)
    const file = path.join(workspace.scratch('report'), 'report.json')
    const url = site.url.replace('127.0.0.1', 'localhost') + PAGES[kind]
    const flags = ['--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join()}`]
    const look = () =>
      run(process.execPath, [lighthouse, url, ...flags, '--chrome-flags=--headless=new --no-sandbox'], {
        env: { ...process.env, CHROME_PATH: browser },
      })
    // The first look has the pictures scaled, which is done once and kept; the second one is what readers see.
    for (let nth = 0; nth < 2; nth++) await look()
    rows.push(toRow(kind, JSON.parse(readFileSync(file, 'utf8')) as Report))
  }
  return rows
}

/** Installs Lighthouse beside the corpora, where it stays; the project itself does not need it. */
async function install(workspace: Workspace): Promise<string> {
  const folder = path.join(workspace.folder, `lighthouse-${VERSION}`)
  const script = path.join(folder, 'node_modules/lighthouse/cli/index.js')
  if (existsSync(script)) return script
  workspace.say('lighthouse: installing it')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }')
  try {
    await run('npm', ['install', '--no-audit', '--no-fund', `lighthouse@${VERSION}`], { cwd: folder })
  } catch (error) {
    throw new NotMeasured(`Lighthouse could not be installed: ${(error as Error).message}`)
  }
  return script
}

/** The lowest of the four scores; the note has all of them, and what was found wanting. */
function toRow(kind: string, { categories, audits }: Report): Row {
  const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100))
  const wanting = CATEGORIES.flatMap((name) =>
    (categories[name]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9),
  )
  const note = [CATEGORIES.map((name, at) => `${name} ${scores[at]}`), wanting.map(({ id }) => id)].flat().join(', ')
  return row({
    what: `Lighthouse, ${kind}, its pictures made: lowest score`,
    value: Math.min(...scores),
    unit: '',
    goal: { least: 100 },
    note,
  })
}
