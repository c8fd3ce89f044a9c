import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { PagesOptions } from '../cache/pages.ts'
import { statusOfFault } from '../faults.ts'
import { excerpt } from '../operate/log.ts'
import type { Counts } from '../operate/metrics.ts'
import type { Handler } from './capture.ts'
import { renderDocument } from './document.ts'
import { Gate, type GateLimits, Overloaded, Overrun } from './gate.ts'

export interface RendererOptions {
  readonly handle: Handler
  readonly limits?: GateLimits | undefined
  readonly counts: Counts
  readonly log: Logger
  /** Told how many seconds a rendering took. */
  readonly observe: (seconds: number) => void
}

export interface Renderer {
  readonly render: PagesOptions['render']
  /** Renderings that were given up and have not come back. */
  readonly lost: () => number
}

/**
 * Rendering keeps the processor busy, so more at once makes none faster; there are several so that one that hangs does not
 * hold up the rest until it is given up. Who would wait for more than a few seconds is turned away.
 */
const LIMITS: GateLimits = { atOnce: 4, apart: 60, waiting: 200, milliseconds: 10_000 }

/** Renders pages within bounds, and counts. Pages that readers know, and those for faults, have their turn first. */
export function createRenderer({ handle, limits = LIMITS, counts, log, observe }: RendererOptions): Renderer {
  const gate = new Gate(limits)
  const onStreamed = (url: string) =>
    log.warn(
      { url: excerpt(url) },
      'The page has streamed boundaries and keeps its scripts, which the policy then refuses.',
    )

  return {
    lost: () => gate.lost,
    async render(url, { known, onBegin }) {
      try {
        return await gate.run(
          async (signal) => {
            // Those who are answered from memory have their turn between two renderings.
            await nextTurn()
            onBegin()
            counts.renders++
            const began = performance.now()
            const rendered = await renderDocument(handle, url, signal, onStreamed)
            observe((performance.now() - began) / 1000)
            return rendered
          },
          { first: known || statusOfFault(url) !== null },
        )
      } catch (error) {
        if (error instanceof Overrun) counts.overran++
        if (!(error instanceof Overloaded)) counts.failed++
        throw error
      }
    },
  }
}
