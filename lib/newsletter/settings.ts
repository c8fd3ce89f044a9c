import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { SettingsError } from '../settings.ts'

const flagless = (value: unknown) => (value === '' ? undefined : value)
const count = (fallback: number, most: number) =>
  z.preprocess(flagless, z.coerce.number('must be a number').int().min(1).max(most).default(fallback))

/** A house full of readers sends fewer. */
export const FORMS_PER_MINUTE = 60

const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i

const schema = z
  .object({
    SMTP_URL: z.preprocess(
      flagless,
      z.url({ protocol: /^smtps?$/, error: 'must be such as smtps://name:password@mail.example.org:465' }).optional(),
    ),
    MAIL_FROM: z.preprocess(flagless, z.email({ error: 'must be a mail address' }).optional()),
    DATABASE_URL: z.preprocess(
      flagless,
      z
        .url({ protocol: /^postgres(?:ql)?$/, error: 'must be such as postgres://name:password@host/database' })
        .optional(),
    ),
    DKIM_DOMAIN: z.preprocess(flagless, z.string().regex(DOMAIN, 'must be a domain').optional()),
    DKIM_SELECTOR: z.preprocess(
      flagless,
      z
        .string()
        .regex(/^[a-z0-9.-]{1,63}$/i, 'must be a DNS label')
        .optional(),
    ),
    DKIM_KEY_FILE: z.preprocess(flagless, z.string().optional()),
    MAIL_RATE: count(50, 10_000),
    MAIL_CONNECTIONS: count(5, 100),
    BOUNCE_LIMIT: count(3, 100),
    ISSUE_MAX_AGE_HOURS: count(6, 168),
    SIGNUPS_PER_ADDRESS: count(5, 1_000),
    SIGNUPS_PER_NETWORK: count(20, 100_000),
    SIGNUPS_IN_ALL: count(1_000, 1_000_000),
    FORMS_PER_MINUTE: count(FORMS_PER_MINUTE, 100_000),
    SIGNUP_SECONDS: z.preprocess(flagless, z.coerce.number('must be a number').int().min(0).max(60).default(2)),
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'must be set when SMTP_URL is',
  })
  .refine(
    ({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }) =>
      new Set([DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE].map((one) => one === undefined)).size === 1,
    { path: ['DKIM_DOMAIN'], error: 'must be set together with DKIM_SELECTOR and DKIM_KEY_FILE, or none of them' },
  )

/** A key that signs mails, and where its public half is to be found. @see https://www.rfc-editor.org/rfc/rfc6376 */
export interface Dkim {
  readonly domain: string
  readonly selector: string
  /** PEM. Never logged. */
  readonly key: string
}

/** Every setting of newsletters, validated. */
export interface NewsletterSettings {
  /** With name and password in it: never logged. Null writes mails to `mailDir`. */
  readonly smtpUrl: string | null
  /** The address mails come from; null is `newsletters@` the site's host. */
  readonly mailFrom: string | null
  /** PostgreSQL, with name and password in it: never logged. Null keeps everything in `file`. */
  readonly databaseUrl: string | null
  /** The SQLite file, absolute. */
  readonly file: string
  /** Where mails are written without a mail server, absolute. */
  readonly mailDir: string
  readonly dkim: Dkim | null
  /** Mails a second, at most. */
  readonly mailRate: number
  /** Connections to the mail server at once, at most. */
  readonly mailConnections: number
  /** Refusals in a row after which an address is written to no more. */
  readonly bounceLimit: number
  /** Milliseconds after which an issue that was missed is not sent any more. */
  readonly issueMaxAge: number
  readonly limits: {
    /** Sign-ups for one address, a day. */
    readonly address: number
    /** From one network, an hour. */
    readonly network: number
    /** In all, an hour. */
    readonly all: number
  }
  /** Forms of any kind that are taken from one network, a minute; more of them are not even read. */
  readonly formsPerMinute: number
  /** Milliseconds that a person takes at least to fill in a form. */
  readonly leastTime: number
}

/**
 * Reads the settings of newsletters from environment variables, named in `schema`. An empty variable counts as unset; a
 * relative file is taken from `cwd`.
 * @param dataDir absolute
 * @throws {SettingsError} naming every variable that cannot be used, never its value
 */
export function readNewsletterSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  dataDir: string,
): NewsletterSettings {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Some settings cannot be used:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  return {
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? null,
    databaseUrl: data.DATABASE_URL ?? null,
    file: path.join(/* turbopackIgnore: true */ dataDir, 'newsletters.db'),
    mailDir: path.join(/* turbopackIgnore: true */ dataDir, 'mail'),
    dkim: readDkim(data, cwd),
    mailRate: data.MAIL_RATE,
    mailConnections: data.MAIL_CONNECTIONS,
    bounceLimit: data.BOUNCE_LIMIT,
    issueMaxAge: data.ISSUE_MAX_AGE_HOURS * 3_600_000,
    limits: { address: data.SIGNUPS_PER_ADDRESS, network: data.SIGNUPS_PER_NETWORK, all: data.SIGNUPS_IN_ALL },
    formsPerMinute: data.FORMS_PER_MINUTE,
    leastTime: data.SIGNUP_SECONDS * 1000,
  }
}

function readDkim(
  { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file }: z.infer<typeof schema>,
  cwd: string,
): Dkim | null {
  if (domain === undefined || selector === undefined || file === undefined) return null
  try {
    return { domain, selector, key: readFileSync(path.resolve(/* turbopackIgnore: true */ cwd, file), 'utf8') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingsError(`Some settings cannot be used:\n  DKIM_KEY_FILE: cannot be read (${code})`)
  }
}
