import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { MEMORY_ENV, MEMORY_OPTIONS } from '#lib/cli/memory.mjs'
import { megabytes } from '../figures.ts'
import { missing, type Row, row } from '../row.ts'
import type { Workspace } from '../workspace.ts'

const run = promisify(execFile)

/** A folder that is in memory, where writing to the disk costs nothing; of Linux. */
const IN_MEMORY = '/dev/shm'

interface Sending {
  readonly perSecond: number
  /** In bytes, from before the first mail. */
  readonly growth: number
  /** Mails that somebody got who had got one. */
  readonly twice: number
}

/** Sending an issue to many, against a bare loop around the mail library that records nothing. */
export async function benchNewsletter(workspace: Workspace): Promise<Row[]> {
  const count = workspace.amount(10_000, 1_000)
  const sink = fork('tests/bench/mail-sink-process.ts')
  try {
    const [{ port }] = (await once(sink, 'message')) as [{ port: number }]
    const send = (how: 'issue' | 'bare', folder: string) => {
      workspace.say(`newsletter: ${how}, ${count} mails`)
      return measure(sink, port, how, folder, count)
    }
    const bare = await send('bare', workspace.scratch('newsletter-bare'))
    const issue = await send('issue', workspace.scratch('newsletter'))
    const what = `an issue to ${count} recipients`
    const rows = [
      row({
        what: `${what}: sent`,
        value: issue.perSecond,
        unit: 'mails/s',
        goal: { least: 300 },
        against: { what: 'a bare loop', value: bare.perSecond },
      }),
      row({ what: `${what}: sent twice`, value: issue.twice, unit: 'mails', goal: { most: 0 } }),
      row({
        what: `${what}: memory`,
        value: megabytes(issue.growth),
        unit: 'MB more',
        goal: { most: 80 },
        against: { what: 'a bare loop', value: megabytes(bare.growth) },
      }),
    ]
    return [...rows, await withoutDisk(`${what}: sent, store in memory`, issue, (folder) => send('issue', folder))]
  } finally {
    sink.kill()
  }
}

/** What it costs that every step is on the disk before the next one. */
async function withoutDisk(what: string, issue: Sending, send: (folder: string) => Promise<Sending>): Promise<Row> {
  if (!existsSync(IN_MEMORY)) return missing(what, 'this system has no folder in memory (/dev/shm is of Linux)')
  const folder = mkdtempSync(path.join(IN_MEMORY, 'newsletter-'))
  try {
    const { perSecond } = await send(folder)
    return row({ what, value: perSecond, unit: 'mails/s', against: { what: 'on the disk', value: issue.perSecond } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(sink: ChildProcess, port: number, how: string, folder: string, count: number): Promise<Sending> {
  const script = [...MEMORY_OPTIONS, 'tests/bench/mail-sending-process.ts', how, folder]
  const { stdout } = await run(process.execPath, [...script, `smtp://127.0.0.1:${port}`, `${count}`], {
    env: { ...process.env, ...MEMORY_ENV, NODE_ENV: 'production' },
  })
  const { seconds, growth } = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{'))) as { seconds: number; growth: number }
  sink.send('count')
  const [{ taken, twice }] = (await once(sink, 'message')) as [{ taken: number; twice: number }]
  if (taken - twice !== count) throw new Error(`Of ${count} recipients ${taken - twice} got a mail.`)
  return { perSecond: count / seconds, growth, twice }
}
