import { parentPort, workerData } from 'node:worker_threads'
import type { Log } from '../../content/sync/log.ts'
import { sendLetters } from '../post/send-letters.ts'
import { openTransport, type Transport } from '../post/transport.ts'
import { settleRule } from '../signup/settle.ts'
import { openRepository } from '../store/open.ts'
import type { Repository } from '../store/repository.ts'
import { Links } from '../tokens/links.ts'
import { type Imprint, senderAddress } from './imprint.ts'
import { runIssue, type SendingParts } from './issue-run.ts'
import type { Call, Message, Result, SenderOptions } from './messages.ts'

// The thread that sends: waiting for disks, rendering mails and talking to the mail server take nothing from pages.
const port = parentPort
if (port === null) throw new Error('worker.ts is the script of a thread; see thread.ts')
const tell = (message: Message) => port.postMessage(message)
const say = (level: 'info' | 'warn' | 'error') => (line: string) => tell({ type: 'log', level, line })
const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }

const { settings, key, holder } = workerData as SenderOptions
const closing = new AbortController()
const running = new Set<Promise<unknown>>()
let opening: Promise<Repository> | null = null
let transport: Transport | null = null
/** What was told last. */
let trouble: string | null | undefined

async function partsFor(imprint: Imprint): Promise<SendingParts> {
  opening ??= openRepository(settings)
  const repository = await opening.catch((error: Error) => {
    // A database that cannot be reached now may be there at the next call.
    opening = null
    throw error
  })
  transport ??= openTransport(settings, senderAddress(settings, imprint.url), log)
  return {
    repository,
    transport,
    links: new Links(Buffer.from(key), imprint.url),
    settings,
    log,
    holder,
    signal: closing.signal,
    onMade: (newsletter) => tell({ type: 'made', newsletter }),
    onTrouble,
  }
}

/** Told of each mail, and passes on what is new. */
function onTrouble(line: string | null): void {
  if (line !== trouble) tell({ type: 'trouble', line })
  trouble = line
}

/** Decides on applications that have come in, and sends all letters that are due. */
async function writeLetters(imprint: Imprint): Promise<void> {
  const parts = await partsFor(imprint)
  await parts.repository.desk.settle(Date.now(), settleRule)
  const now = () => Date.now()
  while (!closing.signal.aborted && (await sendLetters({ ...parts, publication: imprint, now })) > 0);
}

async function close(): Promise<void> {
  closing.abort()
  await Promise.allSettled(running)
  await transport?.close()
  await (await opening)?.close()
}

async function answer(call: Call): Promise<Result | null> {
  if (call.name === 'issue') return runIssue(call.job, call.imprint, await partsFor(call.imprint))
  await (call.name === 'letters' ? writeLetters(call.imprint) : close())
  return null
}

port.on('message', async (call: Call) => {
  const { id } = call
  const work = answer(call)
  if (call.name !== 'close') running.add(work)
  try {
    tell({ type: 'done', id, result: await work })
  } catch (error) {
    tell({ type: 'failed', id, message: (error as Error).message })
  } finally {
    running.delete(work)
  }
})
