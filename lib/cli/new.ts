import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { readFolder } from '../content/catalog/folder.ts'
import type { Names } from '../content/rules/names.ts'
import { FolderError } from '../content/source/files.ts'
import { SettingsError, settings } from '../settings.ts'
import { type Answers, draftText, FIELDS, faultsOf } from './new/draft.ts'
import { type Ask, askFor, missingFields, toAnswer } from './new/questions.ts'
import { chooseSlug } from './new/slug.ts'
import { zonedIso } from './new/zoned.ts'
import { progressBar } from './progress.ts'
import { shownFolder } from './shown.ts'

const HELP = `Starts a new article: writes a draft into the content folder (CONTENT_DIR, or content/).

  npm run new                          asks for what it needs, on a terminal
  npm run new -- --title "A headline" --section world --kind news --authors jo-march,amy-march

  --title      the headline
  --section    a file in sections/
  --kind       news, feature, explainer, …
  --authors    files in authors/, with commas, in byline order; not needed where an edition signs
  --edition    one of site.yaml's editions
  --dek        the sentence under the headline; it may wait
  --slug       the last part of the address, when the title should not make it

Exit code: 0 when the draft is written, 2 when it is not, and then nothing has changed.
`

const stop = (message: string, code = 2): never => {
  console.error(message)
  process.exit(code)
}

function readOptions(): { given: Answers; slug: string | undefined } {
  const text = { type: 'string' } as const
  const fields = { title: text, dek: text, section: text, kind: text, edition: text, authors: text }
  try {
    const { values } = parseArgs({ options: { ...fields, slug: text, help: { type: 'boolean', short: 'h' } } })
    if (values.help) {
      process.stdout.write(HELP)
      process.exit(0)
    }
    const given = Object.assign({}, ...FIELDS.map((field) => toAnswer(field, values[field])))
    return { given, slug: values.slug?.trim() || undefined }
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${HELP}`)
  }
}

/** Says what is wrong with the flags, and stops when it is more than a warning. */
function judge(given: Answers, names: Names, now: number): void {
  const faults = faultsOf(given, names, now)
  for (const { fails, field, message } of faults) console.error(`${fails ? 'error' : 'warning'} --${field}: ${message}`)
  if (faults.some(({ fails }) => fails)) stop('Nothing was written.')
}

/** A person at the terminal; the process ends when they leave. */
function person(): { ask: Ask; leave: () => void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const gone = () => stop('\nNothing was written.', 130)
  lines.once('close', gone)
  const leave = () => {
    lines.off('close', gone)
    lines.close()
  }
  return { ask: (question) => lines.question(question), leave }
}

async function write(contentDir: string, file: string, text: string): Promise<void> {
  const absolute = path.join(contentDir, file)
  try {
    await mkdir(path.dirname(absolute), { recursive: true })
    await writeFile(absolute, text, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    stop(code === 'EEXIST' ? `${absolute} is there already.` : `${absolute} cannot be written (${code}).`)
  }
}

const { given, slug } = readOptions()
const missing = missingFields(given).map((field) => (field === 'authors' ? '--authors (or --edition)' : `--${field}`))
const isTerminal = process.stdin.isTTY && process.stdout.isTTY
if (missing.length > 0 && !isTerminal) stop(`Missing: ${missing.join(', ')}. Nothing was written.`)
const bar = progressBar('Reading', process.stderr)
try {
  const { contentDir } = settings()
  const now = Date.now()
  const { names } = await readFolder(contentDir, now, bar.update)
  bar.end()
  const zone = names.files.site.get('site')?.values.timezone
  if (zone === undefined) throw new FolderError('site.yaml names no time zone. Run "npm run check" to see why.')
  judge(given, names, now)

  const { ask, leave } = isTerminal ? person() : { ask: null, leave: () => {} }
  const answers = missing.length > 0 && ask ? await askFor(given, names, now, ask, console.error) : given
  const { title = '', section } = answers
  const choose = (wanted: string | undefined) => chooseSlug(title, wanted, names.files.articles, names.aliases)
  let chosen = choose(slug)
  while ('fault' in chosen) {
    if (!ask) stop(`error --slug: ${chosen.fault}. Nothing was written.`)
    else console.error(chosen.fault)
    chosen = choose((await ask?.('Slug, the last part of the address: '))?.trim())
  }
  leave()

  const published = zonedIso(now, zone)
  const file = `articles/${published.slice(0, 4)}/${published.slice(5, 7)}/${chosen.slug}.md`
  await write(contentDir, file, draftText(answers, published))
  console.log(`Written   ${path.join(shownFolder(contentDir, process.cwd()), file)}, a draft
Address   /${section}/${chosen.slug}
Next      npm run dev shows it while you write. To publish, set "published", remove
          "status: draft" and run npm run check.`)
} catch (error) {
  bar.end()
  if (error instanceof FolderError || error instanceof SettingsError) stop(error.message)
  throw error
}
