import path from 'node:path'
import { z } from 'zod'

const flagless = (value: unknown) => (value === '' ? undefined : value)
const switched = z.enum(['on', 'off'], { error: 'must be on or off' }).default('off')
const secret = z.string().min(16, { error: 'must have at least 16 characters' }).optional()

/** The address of a service that is told of changes. It is shown to others, or named in logs, and holds no password. */
const service = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .refine((url) => URL.canParse(url) && new URL(url).username + new URL(url).password === '', {
    error: 'must hold no name and no password',
  })

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const

/** `30s`, `5m`, `1h` as milliseconds. Beyond a day a timer would be a mistake. */
const duration = z
  .string()
  .regex(/^[1-9]\d{0,4}[smh]$/, { error: 'must be a time such as 30s, 5m or 1h' })
  .transform((text) => Number.parseInt(text, 10) * UNITS[text.at(-1) as keyof typeof UNITS])
  .refine((milliseconds) => milliseconds <= 24 * UNITS.h, { error: 'must be no longer than 24h' })
  .optional()

const schema = z.object({
  HOST: z.preprocess(flagless, z.string().default('127.0.0.1')),
  PORT: z.preprocess(flagless, z.coerce.number('must be a number').int().min(0).max(65535).default(3000)),
  CONTENT_DIR: z.preprocess(flagless, z.string().default('content')),
  DATA_DIR: z.preprocess(flagless, z.string().default('data')),
  SITE_URL: z.preprocess(
    flagless,
    z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  ),
  TRUST_PROXY: z.preprocess(flagless, switched),
  LOG_LEVEL: z.preprocess(flagless, z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info')),
  PAGE_CACHE_MB: z.preprocess(flagless, z.coerce.number('must be a number').int().min(1).max(65536).default(32)),
  READERS_LOG: z.preprocess(flagless, z.string().optional()),
  METRICS_TOKEN: z.preprocess(flagless, secret),
  HOOK_SECRET: z.preprocess(flagless, secret),
  CONTENT_POLL: z.preprocess(flagless, duration),
  WEBSUB_HUB: z.preprocess(flagless, service.optional()),
  INDEXNOW_KEY: z.preprocess(
    flagless,
    z
      .string()
      .regex(/^[a-zA-Z0-9-]{8,128}$/, { error: 'must be 8 to 128 letters of a-z and A-Z, digits and dashes' })
      .optional(),
  ),
  INDEXNOW_ENDPOINT: z.preprocess(flagless, service.default('https://api.indexnow.org/indexnow')),
})

/** Every setting of the site, validated. Folders are absolute. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly contentDir: string
  readonly dataDir: string
  /** Without a trailing slash; null when `site.yaml` decides. */
  readonly siteUrl: string | null
  /** Whether `X-Forwarded-Proto`, `X-Forwarded-For` and `X-Request-Id` are the word of a proxy of one's own. */
  readonly trustProxy: boolean
  readonly logLevel: LogLevel
  /** What the page cache may take of memory. */
  readonly pageCacheBytes: number
  /** The log of a proxy or CDN that tells who reads stories, in the Combined Log Format; null counts requests. */
  readonly readersLog: string | null
  /** What opens `/metrics` to other machines; null keeps it to this one. Never logged. */
  readonly metricsToken: string | null
  /** What a git host signs its calls with; null when there are none. Never logged. */
  readonly hookSecret: string | null
  /** Milliseconds between two looks at the upstream of the content; null for none. */
  readonly contentPoll: number | null
  /** The WebSub hub that feeds name and that is told when they change; null for none. */
  readonly websubHub: string | null
  /** Proves to search engines that what they are told comes from this site; null tells them nothing. Never logged. */
  readonly indexNowKey: string | null
  /** Where search engines are told of changed pages. */
  readonly indexNowEndpoint: string
}

/** A setting that cannot be used; the message names each one and what it must be. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads the settings from environment variables, named in `schema`. An empty variable counts as unset; a relative folder
 * is taken from `cwd`.
 * @throws {SettingsError} naming every variable that cannot be used, never its value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Some settings cannot be used:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  return {
    host: data.HOST,
    port: data.PORT,
    contentDir: path.resolve(/* turbopackIgnore: true */ cwd, data.CONTENT_DIR),
    dataDir: path.resolve(/* turbopackIgnore: true */ cwd, data.DATA_DIR),
    siteUrl: data.SITE_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: data.TRUST_PROXY === 'on',
    logLevel: data.LOG_LEVEL,
    pageCacheBytes: data.PAGE_CACHE_MB * 1024 * 1024,
    readersLog: data.READERS_LOG === undefined ? null : path.resolve(/* turbopackIgnore: true */ cwd, data.READERS_LOG),
    metricsToken: data.METRICS_TOKEN ?? null,
    hookSecret: data.HOOK_SECRET ?? null,
    contentPoll: data.CONTENT_POLL ?? null,
    websubHub: data.WEBSUB_HUB ?? null,
    indexNowKey: data.INDEXNOW_KEY ?? null,
    indexNowEndpoint: data.INDEXNOW_ENDPOINT,
  }
}

/** The settings of this process, read from its own environment. @throws {SettingsError} */
export function settings(): Settings {
  return readSettings(process.env, process.cwd())
}
