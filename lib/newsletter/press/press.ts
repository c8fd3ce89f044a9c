import type { Pressroom } from './pressroom.ts'
import type { Trouble } from './troubles.ts'

/** What sends newsletters in this process, found by the bundled pages and by the server around them under one name. */
const KEY = Symbol.for('broadsheet.press')
type Press = Pick<Pressroom, 'wake' | 'troubles'>
type Global = typeof globalThis & { [KEY]?: Press | Promise<Press | null> }

/** Makes a press the one of this process; null for none. */
export function sharePress(press: Press | null): void {
  if (press === null) delete (globalThis as Global)[KEY]
  else (globalThis as Global)[KEY] = press
}

/**
 * Says that somebody has asked for something: it is looked at, and letters about it are sent, right afterwards. Costs
 * the caller nothing and never throws. A process that has no press, as under `next start` and `next dev`, gets one that
 * sends letters and makes no issues.
 */
export function wakePress(): void {
  const shared = globalThis as Global
  shared[KEY] ??= openLetterPress()
  void Promise.resolve(shared[KEY]).then((press) => press?.wake())
}

/** What keeps newsletters from being made or sent by this process now. */
export function pressTroubles(): readonly Trouble[] {
  const press = (globalThis as Global)[KEY]
  return press === undefined || press instanceof Promise ? [] : press.troubles
}

async function openLetterPress(): Promise<Press | null> {
  try {
    const { openPressForLetters } = await import('./letters-only.ts')
    const press = openPressForLetters()
    sharePress(press)
    return press
  } catch (error) {
    console.error(`newsletter: letters cannot be sent: ${(error as Error).message}`)
    sharePress(null)
    return null
  }
}
