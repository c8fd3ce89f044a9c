import { type Settings, settings } from '../settings.ts'
import { type NewsletterSettings, readNewsletterSettings } from './settings.ts'
import { openRepository } from './store/open.ts'
import type { Repository } from './store/repository.ts'

/** What this process knows of newsletters: the settings, where everything is kept, and the key that signs its links. */
export interface Newsletters {
  readonly settings: NewsletterSettings
  readonly repository: Repository
  /** Signs links and forms, for all processes. Never logged. */
  readonly key: Buffer
}

const KEY = Symbol.for('broadsheet.newsletters')
type Global = typeof globalThis & { [KEY]?: Promise<Newsletters> }

/** Opens what is kept, by the settings of a site. @throws {SettingsError} or an Error that says where it could not be opened */
export async function openNewslettersOf(
  site: Pick<Settings, 'dataDir'>,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<Newsletters> {
  const read = readNewsletterSettings(env, cwd, site.dataDir)
  const repository = await openRepository(read)
  return { settings: read, repository, key: await repository.secret('links') }
}

/** What this process has opened, at the first call; found by the bundled pages and by the server around them under one name. */
export function openNewsletters(): Promise<Newsletters> {
  const shared = globalThis as Global
  if (shared[KEY] === undefined) {
    const opening = openNewslettersOf(settings(), process.env, process.cwd())
    // A database that cannot be reached now may be there at the next call.
    opening.catch(() => delete shared[KEY])
    shared[KEY] = opening
  }
  return shared[KEY]
}

/** What has been opened, or is being opened by somebody else; undefined when nobody has. */
export const openedNewsletters = (): Promise<Newsletters> | undefined => (globalThis as Global)[KEY]

/** Closes it; the next call opens it again. */
export async function closeNewsletters(): Promise<void> {
  const shared = globalThis as Global
  const open = await shared[KEY]?.catch(() => null)
  delete shared[KEY]
  await open?.repository.close()
}
