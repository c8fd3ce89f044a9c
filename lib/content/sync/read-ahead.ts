import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Place, TOP } from '../problems.ts'
import type { Document } from '../source/document.ts'
import type { SourceFile } from '../source/files.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'
import type { Path } from '../source/yaml.ts'
import type { Sent } from './reading-thread.ts'

/** Fewer files are read sooner than a thread is started. */
const WORTHWHILE = 1000

/** Megabytes: more only puts off collecting what is no longer used. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }

/**
 * Reads and parses batches of files one batch ahead of whoever takes them, in a thread of its own where there are many.
 * @returns each batch's files, by path
 */
export async function* readAhead(batches: readonly (readonly SourceFile[])[]): AsyncGenerator<Map<string, ParsedFile>> {
  const count = batches.reduce((sum, batch) => sum + batch.length, 0)
  if (count < WORTHWHILE) {
    for (const batch of batches) yield byPath(batch.flatMap((source) => readContentFile(source) ?? []))
    return
  }
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/content/sync/reading-thread.ts')
  const thread = new Worker(/* turbopackIgnore: true */ script, { resourceLimits: LIMITS })
  try {
    const ask = (batch: readonly SourceFile[] | undefined) => {
      if (batch === undefined) return null
      thread.postMessage(batch)
      return once(thread, 'message').then(([sent]) => (sent as Sent[]).map(receive))
    }
    let next = ask(batches[0])
    for (let at = 1; next !== null; at++) {
      const files = await next
      next = ask(batches[at])
      yield byPath(files)
    }
  } finally {
    await thread.terminate()
  }
}

const byPath = (files: readonly ParsedFile[]) => new Map(files.map((file) => [file.source.file, file]))

/** A file as it came from the thread; where its fields stand is found by reading it again, which few need. */
function receive(sent: Sent): ParsedFile {
  if (sent.document === null) return sent as ParsedFile
  const { source, document } = sent
  let read: Document | null | undefined
  const placed = (at: Path, find: (document: Document) => Place) => {
    if (!Object.hasOwn(document.data as object, at[0] ?? '')) return TOP
    read ??= readContentFile(source)?.document ?? null
    return read === null ? TOP : find(read)
  }
  return {
    ...sent,
    document: {
      ...document,
      file: source.file,
      data: document.data as Document['data'],
      place: (at: Path) => placed(at, (found) => found.place(at)),
      keyPlace: (at: Path) => placed(at, (found) => found.keyPlace(at)),
    },
  } as ParsedFile
}
