import path from 'node:path'
import { createInterface, type Interface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { FolderError } from '../content/source/files.ts'
import { SettingsError, settings } from '../settings.ts'
import { type Answers, FIELDS } from './new/draft.ts'
import { toAnswer } from './new/questions.ts'
import { Refusal, startArticle } from './new/start.ts'
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

Exit code: 0 when the draft is written, 2 when something was wrong, 130 when you left. Only with 0 has anything changed.
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

const NOTHING = 'Nothing was written.'
const leave = () => stop(`\n${NOTHING}`, 130)
let lines: Interface | undefined

/** Asks on the terminal; who ends the input, by Ctrl-C or Ctrl-D, ends the command. */
function ask(question: string): Promise<string> {
  lines ??= createInterface({ input: process.stdin, output: process.stdout }).once('close', leave)
  return lines.question(question)
}

const order = readOptions()
try {
  const { contentDir } = settings()
  const { file, address } = await startArticle(
    { ...order, contentDir, now: Date.now() },
    {
      ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null,
      say: console.error,
      bar: progressBar('Reading', process.stderr),
    },
  )
  lines?.off('close', leave).close()
  console.log(`Written   ${path.join(shownFolder(contentDir, process.cwd()), file)}, a draft
Address   ${address}
Next      npm run dev shows it while you write. To publish, set "published", remove
          "status: draft" and run npm run check.`)
} catch (error) {
  if (error instanceof Refusal) stop(`${error.message}\n${NOTHING}`)
  if (error instanceof FolderError || error instanceof SettingsError) stop(error.message)
  throw error
}
