import { parseArgs } from 'node:util'

/** What was asked for. */
export type Command = { readonly json: boolean } & (
  | { readonly name: 'help' }
  | { readonly name: 'preview'; readonly newsletter: string; readonly to: string | null; readonly on: string | null }
  | {
      readonly name: 'send'
      readonly newsletter: string
      readonly dryRun: boolean
      readonly early: boolean
      readonly unsure: boolean
    }
  | { readonly name: 'stop' | 'resume'; readonly newsletter: string }
  | { readonly name: 'status' }
  | { readonly name: 'backup' | 'import'; readonly file: string }
  | { readonly name: 'export'; readonly file: string | null }
  | { readonly name: 'erase'; readonly address: string }
)

/** What was asked for cannot be understood; the message says why. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Which options each command takes, beside `--json` and `--help`. */
const OPTIONS = {
  preview: ['to', 'on'],
  send: ['dry-run', 'early', 'unsure'],
  stop: [],
  resume: [],
  status: [],
  backup: [],
  export: [],
  import: [],
  erase: [],
} as const

const A_NEWSLETTER = 'a newsletter, such as morning'

type Name = keyof typeof OPTIONS

/** Reads `send morning --dry-run`. @throws {UsageError} */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  const [name = '', subject = null, ...more] = positionals
  const json = values.json ?? false
  if (values.help || name === '') return { name: 'help', json }
  if (!isName(name)) throw new UsageError(`There is no command "${name}".`)
  const allowed: readonly string[] = ['json', 'help', ...OPTIONS[name]]
  const foreign = Object.keys(values).find((option) => !allowed.includes(option))
  if (foreign !== undefined) throw new UsageError(`"${name}" takes no --${foreign}.`)
  if (more.length > 0 || (name === 'status' && subject !== null))
    throw new UsageError(`"${name}" is given too much: ${[...(name === 'status' ? [subject] : []), ...more].join(' ')}`)
  return { json, ...ofName(name, subject, values) }
}

function ofName(name: Name, subject: string | null, values: ReturnType<typeof parse>['values']) {
  const given = (what: string): string => {
    if (subject === null) throw new UsageError(`"${name}" needs ${what}.`)
    return subject
  }
  switch (name) {
    case 'status':
      return { name }
    case 'export':
      return { name, file: subject }
    case 'backup':
    case 'import':
      return { name, file: given('a file') }
    case 'erase':
      return { name, address: given('an address') }
    case 'preview':
      return { name, newsletter: given(A_NEWSLETTER), to: values.to ?? null, on: dayOf(values.on) }
    case 'stop':
    case 'resume':
      return { name, newsletter: given(A_NEWSLETTER) }
    case 'send':
      if (values.early && values.unsure)
        throw new UsageError('--early is for the next issue, --unsure for the last one.')
      return {
        name,
        newsletter: given(A_NEWSLETTER),
        dryRun: values['dry-run'] ?? false,
        early: values.early ?? false,
        unsure: values.unsure ?? false,
      }
  }
}

function dayOf(text: string | undefined): string | null {
  if (text !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))))
    throw new UsageError('--on takes a day such as 2026-11-23.')
  return text ?? null
}

const isName = (name: string): name is Name => Object.hasOwn(OPTIONS, name)

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        on: { type: 'string' },
        'dry-run': { type: 'boolean' },
        early: { type: 'boolean' },
        unsure: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
