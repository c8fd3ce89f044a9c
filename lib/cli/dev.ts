import { spawn } from 'node:child_process'
import path from 'node:path'
import { SettingsError, settings } from '../settings.ts'

/** Serves the site while it is being written: drafts show, and an open page follows each edit. */
try {
  const { host, port } = settings()
  const next = path.join(process.cwd(), 'node_modules/next/dist/bin/next')
  const env = { ...process.env, NODE_ENV: 'development' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [next, 'dev', '--hostname', host, '--port', String(port)], {
    stdio: 'inherit',
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
} catch (error) {
  if (!(error instanceof SettingsError)) throw error
  console.error(error.message)
  process.exit(2)
}
