import type { Log } from '../../content/sync/log.ts'
import { settings } from '../../settings.ts'
import { openNewsletters } from '../open.ts'
import { readNewsletterSettings } from '../settings.ts'
import { Pressroom } from './pressroom.ts'

/** Next's own servers have no log but this one. */
const log: Log = { info: (line) => console.log(line), warn: console.warn, error: console.error }

/** Begins to send letters in a process of Next's own. Issues are made and sent by `npm start` only. @throws {SettingsError} */
export function openPressForLetters(): Pressroom {
  const read = readNewsletterSettings(process.env, process.cwd(), settings().dataDir)
  return new Pressroom({ settings: read, open: openNewsletters, log, issues: null }).start()
}
