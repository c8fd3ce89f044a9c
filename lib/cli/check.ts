import path from 'node:path'
import { parseArgs } from 'node:util'
import { FolderError } from '../content/source/files.ts'
import { readFolder } from '../content/sync/folder.ts'
import { SettingsError, settings } from '../settings.ts'
import { progressBar } from './progress.ts'
import { count, FORMATS, type Format, formatReport } from './report.ts'
import { shownFolder } from './shown.ts'

const HELP = `Checks every file of the content folder (CONTENT_DIR, or content/).

  npm run check
  npm run check -- --strict            warnings fail the check as well
  npm run check -- --format github     workflow annotations
  npm run check -- --format json       data

Prints one line a problem, "file:line:column severity message rule", sorted.
Exit code: 0 when nothing is wrong, 1 when something is, 2 when the check could not run.
`

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

const stop = (message: string): never => {
  console.error(message)
  process.exit(2)
}

function readOptions(): { strict: boolean; format: Format } {
  try {
    const { values } = parseArgs({
      options: {
        strict: { type: 'boolean' },
        format: { type: 'string', default: 'text' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) {
      process.stdout.write(HELP)
      process.exit(0)
    }
    const format = FORMATS.find((name) => name === values.format)
    return { strict: values.strict ?? false, format: format ?? stop(`--format is one of ${FORMATS.join(', ')}`) }
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${HELP}`)
  }
}

const { strict, format } = readOptions()
const bar = progressBar('Checking', process.stderr)
try {
  const started = performance.now()
  const { contentDir } = settings()
  const { files, problems } = await readFolder(contentDir, Date.now(), bar.update)
  bar.end()
  const shown = shownFolder(contentDir, process.cwd())
  process.stdout.write(formatReport(format, { files, problems }, (file) => path.posix.join(shown, file)))
  const { errors, warnings } = count(problems)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.error(
    `${many(files, 'file')} checked in ${seconds} s: ${many(errors, 'error')}, ${many(warnings, 'warning')}`,
  )
  process.exitCode = errors > 0 || (strict && warnings > 0) ? 1 : 0
} catch (error) {
  bar.end()
  if (error instanceof FolderError || error instanceof SettingsError) stop(error.message)
  throw error
}
