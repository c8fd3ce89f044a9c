/** Time and chance, as whoever announces takes them from outside. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** At least 0, below 1. */
  random(): number
  /**
   * Runs a function some milliseconds from now, unless what it returns is called before.
   * @param work its promise is for those who keep the clock; it never fails
   */
  schedule(work: () => void | Promise<void>, milliseconds: number): () => void
  /** Aborts some milliseconds from now. */
  timeout(milliseconds: number): AbortSignal
}

/** None of its timers keeps a process from ending. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  schedule(work, milliseconds) {
    const timer = setTimeout(work, milliseconds).unref()
    return () => clearTimeout(timer)
  },
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
}
