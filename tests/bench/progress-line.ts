import type { Terminal } from '#lib/cli/progress.ts'

/** What is going on: one line of a terminal that is written over; elsewhere a line each, with the seconds since the start. */
export function progressLine(terminal: Terminal): { show: (what: string) => void; end: () => void } {
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`.padStart(7)
  if (!terminal.isTTY) return { show: (what) => terminal.write(`${seconds()}  ${what}\n`), end: () => {} }
  return {
    show: (what) => terminal.write(`\r\u001b[2K${seconds()}  ${what} …`),
    end: () => terminal.write('\r\u001b[2K'),
  }
}
