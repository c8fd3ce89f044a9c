import { parseArgs } from 'node:util'
import type { Logger } from 'pino'
import { createLog } from '../delivery/operate/log.ts'
import { serve } from '../delivery/server.ts'
import { SettingsError, settings } from '../settings.ts'
import { buildIfNeeded } from './build.ts'
import { progressBar } from './progress.ts'

const HELP = `Builds the site when there is no build or the code has changed, and serves it.

  npm start

Settings are environment variables: HOST, PORT, CONTENT_DIR, DATA_DIR, SITE_URL and others (see README.md).
`

/** After this long the process ends, whatever still runs, in milliseconds. */
const HARD_STOP = 10_000

async function start(): Promise<void> {
  const read = settings()
  const root = process.cwd()
  Object.assign(process.env, { NODE_ENV: 'production' })
  await buildIfNeeded(root)
  const log = createLog(read.logLevel)
  const serving = await serve({ root, settings: read, log, progress: showProgress(log) })
  console.log(`The site is at ${serving.url}`)
  let stopping = false
  const stop = async (signal: string) => {
    // A terminal's Ctrl-C comes twice, once by npm.
    if (stopping) return
    stopping = true
    log.info({ signal }, 'Stopping: what runs is finished, nothing new is taken.')
    setTimeout(() => {
      log.warn(`Stopped by force: something was still running after ${HARD_STOP / 1000} s.`)
      process.exit(1)
    }, HARD_STOP).unref()
    const clean = await serving.close().catch((error: Error) => log.error({ why: error.message }, 'Could not stop.'))
    process.exit(clean ? 0 : 1)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** How often to say how far the reading of the content has come where there is no terminal, in milliseconds. */
const PROGRESS_EVERY = 5000

/** A progress bar on a terminal; elsewhere a line in the log now and then. */
function showProgress(log: Logger): (done: number, total: number) => void {
  const bar = progressBar('Reading the content', process.stderr)
  let said = Date.now()
  return (done, total) => {
    bar.update(done, total)
    if (done === total) bar.end()
    if (process.stderr.isTTY || Date.now() < said + PROGRESS_EVERY) return
    said = Date.now()
    log.info({ done, total }, 'Reading the content.')
  }
}

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } })
  if (values.help) process.stdout.write(HELP)
  else await start()
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') console.error(`Port ${settings().port} is taken. Set PORT to another one.`)
  else if (code?.startsWith('ERR_PARSE_ARGS')) console.error(`${message}\n\n${HELP}`)
  else if (error instanceof SettingsError) console.error(message)
  else console.error(error)
  process.exit(code?.startsWith('ERR_PARSE_ARGS') || error instanceof SettingsError ? 2 : 1)
}
