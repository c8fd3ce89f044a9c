import { parentPort, workerData } from 'node:worker_threads'
import type { SourceFile } from '../source/files.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'
import { Lexicon, type Taken } from '../words/lexicon.ts'
import { type Names, partsOf } from '../words/parts.ts'
import { stemmerFor } from '../words/stems.ts'

/** What it takes to find the words of articles: the language of the publication, and how it calls people and things. */
export interface Wording {
  readonly language: string
  readonly names: Names
}

/** A parsed file as one thread hands it to another: functions stay behind. */
export type Sent = Omit<ParsedFile, 'document'> & {
  readonly document: { readonly data: unknown; readonly body: string; readonly bodyLine: number } | null
  /** The words of a good article, where they were asked for. */
  readonly taken: Taken | null
}

// A thread that reads and parses batches of files for the one that writes the catalog, and takes articles apart into words.
const wording = workerData as Wording | null
const lexicon = wording && new Lexicon(stemmerFor(wording.language))

function takeWords({ kind, complete, document }: ParsedFile): Taken | null {
  if (wording === null || lexicon === null || kind !== 'articles' || complete === null || document === null) return null
  return lexicon.take(partsOf(complete, document.body, wording.names))
}

parentPort?.on('message', (batch: readonly SourceFile[]) => {
  const sent = batch.flatMap((source): Sent[] => {
    const parsed = readContentFile(source)
    if (parsed === null) return []
    const { document } = parsed
    const plain = document && { data: document.data, body: document.body, bodyLine: document.bodyLine }
    return [{ ...parsed, document: plain, taken: takeWords(parsed) }]
  })
  parentPort?.postMessage(sent)
})
