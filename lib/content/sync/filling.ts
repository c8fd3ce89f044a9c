import { listPaths, type Paths } from '../source/files.ts'
import type { ParsedFile } from '../source/read.ts'
import { type Change, type Changes, isRead, isThere, noSite } from './changes.ts'
import { readAhead, type TakenWords } from './read-ahead.ts'
import type { Wording } from './reading-thread.ts'

/** Called as work goes on, with how much of it is done. */
export type Progress = (done: number, total: number) => void

/** Files read in one transaction: few at first, so that there is soon something to serve. */
const FIRST_BATCH = 100
const BATCH = 250
/** Bytes of files in one transaction, or a few large ones would fill the memory of the thread that reads them. */
const BATCH_BYTES = 4 * 1024 * 1024

export interface Filling {
  /** The content folder. */
  readonly root: string
  /** What stands at a path now. */
  readonly look: (file: string) => Change
  /** The files that are in the catalog, with their stamps; an earlier filling may not have been finished. */
  readonly known: () => ReadonlyMap<string, string | null>
  readonly enrol: (paths: readonly string[]) => void
  /** Takes files into the catalog, those that have been parsed already with what came of it. */
  readonly take: (changes: Changes, held?: Map<string, ParsedFile>) => void
  /** Asked when all but articles and media has been taken: what it takes to find the words of articles, if they are wanted. */
  readonly wording: () => Wording | null
  readonly progress: Progress
}

/**
 * Reads a folder of which most is unknown, batch by batch: all that is not an article, articles from the last path to the
 * first, which is newest first where folders are named for dates, and media. Of files that are still to be read only
 * the paths are held.
 * @returns after each batch, with the words that were found in it: those of all articles where there are many
 * @throws {FolderError} when there is no folder to read
 */
export async function* fillFrom(filling: Filling): AsyncGenerator<TakenWords> {
  const { root, look, known, enrol, take, wording, progress } = filling
  const listed = listPaths(root)
  const paths = listed.paths.filter(isRead)
  const before = known()
  enrol(paths)
  const isArticle = (file: string) => file.startsWith('articles/')
  const isMedia = (file: string) => file.startsWith('media/')
  let done = 0
  const step = (batch: Changes, held?: Map<string, ParsedFile>, words: TakenWords = new Map()) => {
    take(batch, held)
    done += batch.size
    progress(Math.min(done, paths.length), paths.length)
    return words
  }
  const newer = (batch: Map<string, Change>) => {
    for (const [file, found] of batch)
      if (isThere(found) && found.stamp && before.get(file) === found.stamp) batch.delete(file)
    return batch
  }
  const small = paths.filter((file) => !isArticle(file) && !isMedia(file))
  yield step(new Map([...strays(listed, before), ...small.map((file) => [file, look(file)] as const)]))
  const articles = paths.filter(isArticle).reverse()
  for await (const { batch, held, words } of readAhead(batchesOf(articles, look, newer), articles.length, wording()))
    yield step(batch, held, words)
  for (const batch of batchesOf(paths.filter(isMedia), look, newer)) yield step(batch)
}

/** What may not be read, and what was read by an earlier filling and is gone. */
function* strays(
  { paths, problems, unreadable }: Paths,
  before: ReadonlyMap<string, unknown>,
): Generator<[string, Change]> {
  const there = new Set(paths)
  for (const file of before.keys())
    if (!there.has(file) && !unreadable.some((folder) => file.startsWith(folder))) yield [file, null]
  for (const problem of problems) yield [problem.file, problem]
  if (!there.has('site.yaml')) yield ['site.yaml', noSite()]
}

/** Cuts a list of files into batches, bounded in number and in bytes. Files are looked at when their batch is asked for. */
function* batchesOf(
  files: readonly string[],
  look: (file: string) => Change,
  choose: (batch: Map<string, Change>) => Changes,
): Generator<Changes> {
  let batch = new Map<string, Change>()
  let [bytes, most] = [0, FIRST_BATCH]
  const cut = () => {
    const full = choose(batch)
    batch = new Map()
    bytes = 0
    most = BATCH
    return full
  }
  for (const file of files) {
    const found = look(file)
    const size = isThere(found) ? found.size : 0
    if (batch.size === most || (batch.size > 0 && bytes + size > BATCH_BYTES)) yield cut()
    batch.set(file, found)
    bytes += size
  }
  if (batch.size > 0) yield cut()
}
