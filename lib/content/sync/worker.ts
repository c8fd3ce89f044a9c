import { parentPort, workerData } from 'node:worker_threads'
import { Keeper } from './keeper.ts'
import type { KeeperOptions } from './keeping.ts'
import type { Call, Message } from './thread.ts'

// The keeper's own thread: reading a folder of any size takes nothing from whoever serves pages.
const port = parentPort
if (port === null) throw new Error('worker.ts is the script of a thread; see thread.ts')
const tell = (message: Message) => port.postMessage(message)
const log = (level: 'info' | 'warn' | 'error') => (line: string) => tell({ type: 'log', level, line })

const keeper = new Keeper(workerData as KeeperOptions, {
  log: { info: log('info'), warn: log('warn'), error: log('error') },
  opened: (file, complete) => tell({ type: 'opened', file, complete }),
  changed: (change) => tell({ type: 'changed', change }),
  progress: (done, total) => tell({ type: 'progress', done, total }),
})

port.on('message', async ({ id, name }: Call) => {
  try {
    const result = name === 'publish' ? await keeper.publish() : await keeper[name]()
    tell({ type: 'done', id, result: result ?? null })
  } catch (error) {
    const { name: kind, message, code } = error as Error & { code?: string }
    tell({ type: 'failed', id, error: { name: kind, message, ...(code !== undefined && { code }) } })
  }
})
