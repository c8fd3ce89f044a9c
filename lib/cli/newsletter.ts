import type { Log } from '../content/sync/log.ts'
import { openNewslettersOf } from '../newsletter/open.ts'
import { SettingsError, settings } from '../settings.ts'
import { type Command, readCommand, UsageError } from './newsletter/arguments.ts'
import { withContent } from './newsletter/content.ts'
import type { Answer, Context } from './newsletter/context.ts'
import { backup, erase, exportTo, importFrom } from './newsletter/people.ts'
import { preview } from './newsletter/preview.ts'
import { send } from './newsletter/send.ts'
import { status } from './newsletter/status.ts'
import { resume, stop } from './newsletter/stop.ts'

const HELP = `Looks after newsletters: what is sent, and to whom. The running site makes and sends issues by itself.

  npm run newsletter -- status                    who gets what, what was sent, what is next
  npm run newsletter -- preview morning           writes the next issue, as it would be now, as HTML and text
      --on 2026-11-23                             the first issue as it would have been on that day
      --to FOLDER                                 to this folder instead of previews/ in DATA_DIR
  npm run newsletter -- send morning --dry-run    says what would be sent, and to how many
  npm run newsletter -- send morning              sends the issue that is due and was not sent, or goes on with it
      --early                                     sends the next one now, in place of its time
      --unsure                                    sends again to those of whom nobody knows whether they got it
  npm run newsletter -- stop morning              stops what is being sent now, wherever: nobody else gets it
  npm run newsletter -- resume morning            lets what was stopped go on
  npm run newsletter -- backup FILE               copies what is kept into a new file, while it is in use
  npm run newsletter -- export [FILE]             writes subscribers and their consents as CSV
  npm run newsletter -- import FILE               adds subscribers from such a file: all of them, or none
  npm run newsletter -- erase ADDRESS             deletes all that is kept of somebody

With --json the answer is data. Settings are the environment variables of the site (see README.md).
Exit code: 0 when it was done, 1 when it was not, or not all of it, and says why, 2 when it could not be tried.
`

/** For people: data on standard output stays data. */
const log: Log = { info: console.error, warn: console.error, error: console.error }

function answer(command: Exclude<Command, { name: 'help' }>, context: Context): Promise<Answer> {
  const { site } = context
  switch (command.name) {
    case 'preview':
      return withContent(site, log, () => preview(command.newsletter, command, context))
    case 'send':
      return withContent(site, log, () => send(command.newsletter, command, context))
    case 'status':
      return withContent(site, log, () => status(context))
    case 'stop':
      return stop(command.newsletter, context)
    case 'resume':
      return resume(command.newsletter, context)
    case 'backup':
      return backup(command.file, context)
    case 'export':
      return exportTo(command.file, context)
    case 'import':
      return importFrom(command.file, context)
    case 'erase':
      return erase(command.address, context)
  }
}

async function run(command: Exclude<Command, { name: 'help' }>): Promise<number> {
  const ending = new AbortController()
  // What is on its way to the mail server is finished; a second signal ends at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
  const site = settings()
  const opened = await openNewslettersOf(site, process.env, process.cwd())
  try {
    const { text, data, code } = await answer(command, { ...opened, site, log, now: Date.now(), signal: ending.signal })
    if (command.json) console.log(JSON.stringify(data, null, 2))
    else if (text !== '') console.log(text)
    return code
  } finally {
    await opened.repository.close()
  }
}

try {
  const command = readCommand(process.argv.slice(2))
  if (command.name === 'help') process.stdout.write(HELP)
  else process.exitCode = await run(command)
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${HELP}`)
  else
    console.error(error instanceof SettingsError ? error.message : `It could not be done: ${(error as Error).message}`)
  process.exitCode = 2
}
