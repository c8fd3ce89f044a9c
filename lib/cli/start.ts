import { parseArgs } from 'node:util'
import { serve } from '../delivery/server.ts'
import { SettingsError, settings } from '../settings.ts'
import { buildIfNeeded } from './build.ts'

const HELP = `Builds the site when there is no build or the code has changed, and serves it.

  npm start

Settings are environment variables: HOST, PORT, CONTENT_DIR, DATA_DIR, SITE_URL (see README.md).
`

async function start(): Promise<void> {
  const { host, port } = settings()
  const root = process.cwd()
  Object.assign(process.env, { NODE_ENV: 'production' })
  await buildIfNeeded(root)
  const serving = await serve({ root, host, port })
  console.log(`The site is at ${serving.url}`)
  const stop = () => serving.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
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
