import { parentPort } from 'node:worker_threads'
import type { SourceFile } from '../source/files.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'

/** A parsed file as one thread hands it to another: functions stay behind. */
export type Sent = Omit<ParsedFile, 'document'> & {
  readonly document: { readonly data: unknown; readonly body: string; readonly bodyLine: number } | null
}

// A thread that reads and parses batches of files for the one that writes the catalog.
parentPort?.on('message', (batch: readonly SourceFile[]) => {
  const sent = batch.flatMap((source): Sent[] => {
    const parsed = readContentFile(source)
    if (parsed === null) return []
    const { document } = parsed
    return [
      { ...parsed, document: document && { data: document.data, body: document.body, bodyLine: document.bodyLine } },
    ]
  })
  parentPort?.postMessage(sent)
})
