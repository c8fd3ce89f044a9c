import type { Readership } from './readership.ts'

/** What the server counts, found by the bundled pages under one name. */
const KEY = Symbol.for('broadsheet.readership')
type Global = typeof globalThis & { [KEY]?: Readership | null }

/** Makes what is counted the readership of this process; null where nothing is counted any more. */
export function shareReadership(readership: Readership | null): void {
  ;(globalThis as Global)[KEY] = readership
}

/** The readership of this process, or null where nobody counts, as under `next start`. */
export const sharedReadership = (): Readership | null => (globalThis as Global)[KEY] ?? null
