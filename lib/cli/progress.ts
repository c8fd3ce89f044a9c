import type { Progress } from '../content/sync/filling.ts'

const WIDTH = 32
/** Redrawing more often only costs time. */
const INTERVAL = 80

/** The part of a terminal's output stream that a progress bar needs. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/**
 * A progress bar on a terminal, and nothing elsewhere. `end` wipes it away.
 * @param label what is going on: `Checking`
 */
export function progressBar(label: string, terminal: Terminal): { update: Progress; end: () => void } {
  if (!terminal.isTTY) return { update: () => {}, end: () => {} }
  let drawn = 0
  return {
    update(done, total) {
      const now = Date.now()
      if (now - drawn < INTERVAL && done < total) return
      drawn = now
      const share = total === 0 ? 1 : done / total
      const full = Math.round(share * WIDTH)
      terminal.write(`\r${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(share * 100)} %`)
    },
    end: () => terminal.write('\r\u001b[2K'),
  }
}
