import { AsyncLocalStorage } from 'node:async_hooks'
import type { Origin } from '../../delivery/readership/network.ts'

/** The caller of this request, found by the bundled routes and by the server around them under one name. */
const KEY = Symbol.for('broadsheet.caller')
type Global = typeof globalThis & { [KEY]?: AsyncLocalStorage<Origin> }

function current(): AsyncLocalStorage<Origin> {
  const shared = globalThis as Global
  shared[KEY] ??= new AsyncLocalStorage()
  return shared[KEY]
}

/** Runs a function, and all that it awaits, for a request that comes from there. */
export const withCaller = <T>(caller: Origin, work: () => T): T => current().run(caller, work)

/** Where the request that is being answered comes from; null where no server says so, as under plain Next. */
export const currentCaller = (): Origin | null => current().getStore() ?? null
