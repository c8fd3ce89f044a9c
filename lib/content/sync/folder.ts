import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { compareProblems, type Problem } from '../problems.ts'
import type { Names } from '../rules/names.ts'
import type { Progress } from './filling.ts'
import { Sync } from './sync.ts'

/** A content folder as it was read at one moment. */
export interface Folder {
  /** How many content files there are, pictures and sound not counted. */
  readonly files: number
  /** Everything that is wrong with them, in order of file and place. */
  readonly problems: readonly Problem[]
  /** What can be referred to. */
  readonly names: Names
  /** The publication's time zone, by its IANA name; null when `site.yaml` names none. */
  readonly timeZone: string | null
}

/**
 * Reads and checks a content folder as a running site does, into a catalog in memory from which nothing is published.
 * @param now milliseconds since the epoch: what is published later is not there yet to link to
 * @throws {FolderError} when there is no folder to read
 */
export async function readFolder(root: string, now: number, progress: Progress = () => {}): Promise<Folder> {
  const rows = new Connection(openToWrite(':memory:', { root, drafts: true }).database)
  const sync = new Sync(rows, { root, drafts: true, publishes: false })
  for await (const _ of sync.fill(now, progress)) await new Promise<void>((resolve) => setImmediate(resolve))
  const found = rows.all<{ problems: string }>('SELECT problems FROM files WHERE problems IS NOT NULL')
  const files = rows.get<{ count: number }>("SELECT count(*) AS count FROM files WHERE kind NOT IN ('media', 'none')")
  return {
    files: files?.count ?? 0,
    problems: found.flatMap((row) => JSON.parse(row.problems) as Problem[]).sort(compareProblems),
    names: sync.names,
    timeZone: sync.timeZone(),
  }
}
