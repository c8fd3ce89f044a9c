import type { Log } from '../../content/sync/log.ts'
import type { Issue } from '../model.ts'
import type { Leases } from '../store/repository.ts'

/** How long a lease is good by itself, and how often its holder renews it, in milliseconds. */
export const LEASE = 20_000
const RENEW_EVERY = 6000

/** What only one process at a time may do anything about: the issue of a newsletter and day. */
export const leaseOf = ({ newsletter, date }: Pick<Issue, 'newsletter' | 'date'>): string =>
  `issue:${newsletter}:${date}`

export interface Holding {
  readonly leases: Leases
  readonly name: string
  /** Names this process. */
  readonly holder: string
  readonly log: Log
  /** Stops the work from outside. */
  readonly signal: AbortSignal
}

/**
 * Does a piece of work that only one process may do at a time, and holds a lease as long as that takes. Whoever holds it
 * already goes on with it. A process that dies is followed soon after its lease has run out.
 * @param work its signal aborts when it has to stop: somebody wants it to, or the lease is another's
 * @returns what the work came to; null when somebody else has the lease
 */
export async function underLease<T>(
  { leases, name, holder, log, signal }: Holding,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const lost = new AbortController()
  let until = await take(leases, name, holder)
  if (until === null) return null
  const renew = async () => {
    const renewed = await take(leases, name, holder).catch((error: Error) => {
      log.warn(`newsletter: the lease ${name} could not be renewed: ${error.message}`)
      // A store that is away for a moment is no reason to stop, as long as nobody else can have taken over.
      return Date.now() < (until ?? 0) ? until : null
    })
    until = renewed
    if (renewed === null) lost.abort(new Error(`the lease ${name} was lost`))
  }
  const renewing = setInterval(() => void renew(), RENEW_EVERY)
  try {
    return await work(AbortSignal.any([signal, lost.signal]))
  } finally {
    clearInterval(renewing)
    await leases.release(name, holder).catch(() => {})
  }
}

async function take(leases: Leases, name: string, holder: string): Promise<number | null> {
  const now = Date.now()
  return (await leases.take(name, holder, now, now + LEASE)) ? now + LEASE : null
}
