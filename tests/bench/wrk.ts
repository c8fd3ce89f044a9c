import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { NotMeasured } from './row.ts'

const run = promisify(execFile)

/** What a load came to. */
export interface Load {
  readonly perSecond: number
  /** Milliseconds within which 99 of 100 answers came. */
  readonly p99: number
  /** Connections that failed, answers that did not come in time or were not 2xx or 3xx. */
  readonly errors: number
}

const CONNECTIONS = 32

/** @throws {NotMeasured} where there is no wrk */
export function needWrk(): void {
  if (spawnSync('wrk', ['-v']).error) throw new NotMeasured('wrk is not installed (Debian: apt-get install wrk).')
}

/** Asks for one address as fast as one thread with 32 connections can. @see https://github.com/wg/wrk */
export async function load(url: string, seconds: number, encoding: string): Promise<Load> {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--latency', '-H', `Accept-Encoding: ${encoding}`, url]
  const { stdout } = await run('wrk', args)
  return parseLoad(stdout)
}

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

/** Reads what wrk prints. */
export function parseLoad(text: string): Load {
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  const [, figure, unit = ''] = /^\s+99%\s+([\d.]+)(us|ms|s|m)$/m.exec(text) ?? []
  const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.slice(1) ?? []
  return {
    perSecond: number(/^Requests\/sec:\s+([\d.]+)$/m),
    p99: Number(figure) * (MILLISECONDS[unit] ?? Number.NaN),
    errors: sockets.map(Number).reduce((sum, count) => sum + count, number(/Non-2xx or 3xx responses: (\d+)/)),
  }
}
