import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Place, TOP } from '../problems.ts'
import type { Document } from '../source/document.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'
import type { Path } from '../source/yaml.ts'
import type { Taken } from '../words/lexicon.ts'
import { type Changes, sourcesOf } from './changes.ts'
import type { Sent, Wording } from './reading-thread.ts'

/** Fewer files are read sooner than a thread is started. */
const WORTHWHILE = 1000

/** Megabytes: more only puts off collecting what is no longer used. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 }

/** The words of articles by the paths of their files, in the order in which they were found. */
export type TakenWords = ReadonlyMap<string, Taken>

/** A batch of files, those of them that could be read, and the words of articles as far as they were asked for. */
export interface ReadBatch {
  readonly batch: Changes
  readonly held: Map<string, ParsedFile>
  readonly words: TakenWords
}

/**
 * Reads and parses batches of files one batch ahead of whoever takes them, in a thread of its own where there are many.
 * @param count how many files there are, more or less
 * @param wording what the thread needs to find the words of articles beside; null when nobody wants them
 */
export async function* readAhead(
  batches: Iterable<Changes>,
  count: number,
  wording: Wording | null,
): AsyncGenerator<ReadBatch> {
  if (count < WORTHWHILE) {
    for (const batch of batches) {
      const held = byPath(sourcesOf(batch).flatMap((source) => readContentFile(source) ?? []))
      yield { batch, held, words: new Map() }
    }
    return
  }
  const script = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/content/sync/reading-thread.ts')
  const thread = new Worker(/* turbopackIgnore: true */ script, { resourceLimits: LIMITS, workerData: wording })
  try {
    const ask = async (batch: Changes): Promise<ReadBatch> => {
      thread.postMessage(sourcesOf(batch))
      const [sent] = (await once(thread, 'message')) as [Sent[]]
      return { batch, held: byPath(sent.map(receive)), words: wordsOf(sent) }
    }
    let next: Promise<ReadBatch> | null = null
    for (const batch of batches) {
      const read: ReadBatch | null = next && (await next)
      next = ask(batch)
      // Whoever takes it sees the failure; until then it is nobody's.
      next.catch(() => {})
      if (read !== null) yield read
    }
    if (next !== null) yield await next
  } finally {
    await thread.terminate()
  }
}

const byPath = (files: readonly ParsedFile[]) => new Map(files.map((file) => [file.source.file, file]))

const wordsOf = (sent: readonly Sent[]): TakenWords =>
  new Map(sent.flatMap(({ source, taken }) => (taken === null ? [] : [[source.file, taken]])))

/** A file as it came from the thread; where its fields stand is found by reading it again, which few need. */
function receive({ taken: _, ...sent }: Sent): ParsedFile {
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
