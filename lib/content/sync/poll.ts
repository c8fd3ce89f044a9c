import { setTimeout as sleep } from 'node:timers/promises'

interface PollOptions {
  /** Milliseconds from the end of a pull to the next. */
  readonly every: number
  readonly pull: () => Promise<unknown>
  readonly log: { readonly info: (line: string) => void; readonly error: (line: string) => void }
}

/** Many sites that were started together are not to ask their git host together. */
const JITTER = 0.1

/**
 * Pulls again and again, one pull after the other. Logs when it begins to fail, when it fails for another reason, and
 * when it works again.
 * @returns what stops it; kept when the pull that was running is over
 */
export function startPolling({ every, pull, log }: PollOptions): () => Promise<void> {
  const stop = new AbortController()
  let failure: string | null = null
  const pullOnce = async () => {
    try {
      await pull()
      if (failure !== null) log.info('poll: the content is pulled again.')
      failure = null
    } catch (error) {
      const { message } = error as Error
      if (message !== failure && !stop.signal.aborted)
        log.error(`poll: ${message} What was published stays; it is tried again.`)
      failure = message
    }
  }
  const run = async () => {
    while (!stop.signal.aborted) {
      const wait = every * (1 + JITTER * (2 * Math.random() - 1))
      await sleep(wait, null, { signal: stop.signal }).catch(() => null)
      if (!stop.signal.aborted) await pullOnce()
    }
  }
  const running = run()
  return () => {
    stop.abort()
    return running
  }
}
