import { isError, type Problem, TOP } from '../problems.ts'
import { gatherNames, type Names } from '../rules/names.ts'
import { listFiles, type SourceFile } from '../source/files.ts'
import { Media } from '../source/media.ts'
import { type ParsedFile, readContentFile } from '../source/read.ts'
import { checkFile } from './check.ts'

/** Called as work goes on, with how much of it is done. */
export type Progress = (done: number, total: number) => void

/** A content folder as it was read at one moment: its files, and everything that is wrong with them. */
export interface Folder {
  readonly files: ReadonlyMap<string, ParsedFile>
  readonly names: Names
  /** By file; a file with none is not in it. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>
}

const SITE = 'site.yaml'

/** Leaves the event loop free for requests and for the progress bar. */
const BATCH = 200
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Reads and checks a content folder. Files that have not changed since `previous` (by size and time of change) are not
 * read again; every file is checked again, since another may have changed what it refers to.
 * @param now milliseconds since the epoch
 * @throws {FolderError} when there is no folder to read
 */
export async function readFolder(
  root: string,
  now: number,
  progress: Progress = () => {},
  previous?: Folder,
): Promise<Folder> {
  const listed = await listFiles(root)
  const media = new Media(
    listed.files.filter(({ file }) => file.startsWith('media/')),
    previous?.names.media,
  )
  const content = listed.files.filter(({ file }) => !file.startsWith('media/'))
  const total = 2 * content.length
  const files = new Map<string, ParsedFile>()
  for (const [at, source] of content.entries()) {
    const parsed = unchanged(source, previous) ?? readContentFile(source)
    if (parsed !== null) files.set(source.file, parsed)
    if (at % BATCH === BATCH - 1) await report(at + 1, total, progress)
  }
  const names = gatherNames(files.values(), media)
  const problems = new Map<string, readonly Problem[]>()
  for (const problem of listed.problems) problems.set(problem.file, [problem])
  if (!files.has(SITE) && !problems.has(SITE))
    problems.set(SITE, [{ file: SITE, rule: 'missing-file', message: 'site.yaml is not a file', ...TOP }])
  let checked = 0
  for (const file of files.values()) {
    const found = checkFile(file, names, now)
    if (found.length > 0) problems.set(file.source.file, found)
    if (++checked % BATCH === 0) await report(content.length + checked, total, progress)
  }
  progress(total, total)
  return { files, names, problems }
}

async function report(done: number, total: number, progress: Progress): Promise<void> {
  progress(done, total)
  await breathe()
}

function unchanged(source: SourceFile, previous: Folder | undefined): ParsedFile | null {
  const known = previous?.files.get(source.file)
  const same = known?.source.size === source.size && known.source.changed === source.changed
  return same && known.source.absolute === source.absolute ? known : null
}

/** Whether nothing is wrong with a file that keeps it from being published. */
export const isGood = ({ problems }: Folder, { source, complete }: ParsedFile): boolean =>
  complete !== null && !problems.get(source.file)?.some(isError)
