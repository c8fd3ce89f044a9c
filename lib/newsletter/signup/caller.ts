import { AsyncLocalStorage } from 'node:async_hooks'

/** Where a request comes from: what one reader has to themselves, and what many of one provider or house share. */
export interface Caller {
  readonly reader: string
  readonly network: string
}

/** The caller of this request, found by the bundled routes and by the server around them under one name. */
const KEY = Symbol.for('broadsheet.caller')
type Global = typeof globalThis & { [KEY]?: AsyncLocalStorage<Caller> }

function current(): AsyncLocalStorage<Caller> {
  const shared = globalThis as Global
  shared[KEY] ??= new AsyncLocalStorage()
  return shared[KEY]
}

/** Runs a function, and all that it awaits, for a request that comes from there. */
export const withCaller = <T>(caller: Caller, work: () => T): T => current().run(caller, work)

/** Where the request that is being answered comes from; null where no server says so, as under plain Next. */
export const currentCaller = (): Caller | null => current().getStore() ?? null
