import path from 'node:path'
import { z } from 'zod'

const flagless = (value: unknown) => (value === '' ? undefined : value)

const schema = z.object({
  HOST: z.preprocess(flagless, z.string().default('127.0.0.1')),
  PORT: z.preprocess(flagless, z.coerce.number('must be a number').int().min(0).max(65535).default(3000)),
  CONTENT_DIR: z.preprocess(flagless, z.string().default('content')),
  DATA_DIR: z.preprocess(flagless, z.string().default('data')),
  SITE_URL: z.preprocess(
    flagless,
    z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  ),
})

/** Every setting of the site, validated. Folders are absolute; `siteUrl` has no trailing slash and is null when `site.yaml` decides. */
export interface Settings {
  readonly host: string
  readonly port: number
  readonly contentDir: string
  readonly dataDir: string
  readonly siteUrl: string | null
}

/** A setting that cannot be used; the message names each one and what it must be. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads the settings from environment variables: `HOST`, `PORT`, `CONTENT_DIR`, `DATA_DIR`, `SITE_URL`. An empty
 * variable counts as unset; a relative folder is taken from `cwd`.
 * @throws {SettingsError} naming every variable that cannot be used.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, cwd: string): Settings {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Some settings cannot be used:\n${lines.join('\n')}`)
  }
  const { HOST, PORT, CONTENT_DIR, DATA_DIR, SITE_URL } = parsed.data
  return {
    host: HOST,
    port: PORT,
    contentDir: path.resolve(/* turbopackIgnore: true */ cwd, CONTENT_DIR),
    dataDir: path.resolve(/* turbopackIgnore: true */ cwd, DATA_DIR),
    siteUrl: SITE_URL?.replace(/\/+$/, '') ?? null,
  }
}

/** The settings of this process, read from its own environment. @throws {SettingsError} */
export function settings(): Settings {
  return readSettings(process.env, process.cwd())
}
