import type { Connection } from '../catalog/connection.ts'
import { type Problem, TOP } from '../problems.ts'
import { byBytes, eachPath, findFile, isContentPath, realRoot, type SourceFile } from '../source/files.ts'
import { kindOf } from '../source/read.ts'

/** A file as it is now, null for one that is gone, or why one may not be read. */
export type Change = SourceFile | Problem | null

/** Files by path. */
export type Changes = ReadonlyMap<string, Change>

/** Whether there is a file to read. */
export const isThere = (change: Change | undefined): change is SourceFile =>
  change !== null && change !== undefined && !('rule' in change)

/** The files among changes that can be read. */
export const sourcesOf = (changes: Changes): SourceFile[] => Array.from(changes.values()).filter(isThere)

/** Whether the site has any use for a file of the content folder. */
export const isRead = (file: string): boolean => file.startsWith('media/') || kindOf(file) !== null

/** What a path in the content folder stands for; `none` when that is nothing. */
export function nameOf(file: string): { kind: string; slug: string } {
  if (file.startsWith('media/')) return { kind: 'media', slug: `/${file}` }
  return kindOf(file) ?? { kind: 'none', slug: file }
}

const SITE_FILE = 'site.yaml'

/** What to say of a `site.yaml` that is no file. */
export const noSite = (): Problem => ({
  file: SITE_FILE,
  rule: 'missing-file',
  message: 'site.yaml is not a file',
  ...TOP,
})

/**
 * Compares the whole folder with the catalog: both are gone through side by side in the order of their paths, and nothing
 * is held of what is the same in both.
 * @throws {FolderError} when there is no folder to read
 */
export function compareFolder(rows: Connection, root: string): Changes {
  const real = realRoot(root)
  const changes = new Map<string, Change>()
  const entered = rows.each<{ path: string; stamp: string | null }>('SELECT path, stamp FROM files ORDER BY path')
  const missing: string[] = []
  let row = entered.next()
  const stampOf = (file: string): string | null | undefined => {
    for (; !row.done && byBytes(row.value.path, file) < 0; row = entered.next()) missing.push(row.value.path)
    if (row.done || row.value.path !== file) return undefined
    const { stamp } = row.value
    row = entered.next()
    return stamp
  }
  try {
    const { problems, unreadable } = eachPath(root, (file) => {
      const found = findFile(real, file)
      // Gone since it was listed: its row is passed over, and counts as missing.
      if (found === null) return
      const stamp = stampOf(file)
      if (stamp && isThere(found) && stamp === found.stamp) return
      if (!isThere(found) || isRead(file)) changes.set(file, found)
      else if (stamp !== undefined) missing.push(file)
    })
    for (const problem of problems) changes.set(problem.file, problem)
    for (; !row.done; row = entered.next()) missing.push(row.value.path)
    const isUnknown = (file: string) => unreadable.some((folder) => file.startsWith(folder))
    for (const file of missing) if (!changes.has(file) && !isUnknown(file)) changes.set(file, null)
  } finally {
    entered.return?.()
  }
  if (findFile(real, SITE_FILE) === null) changes.set(SITE_FILE, noSite())
  return changes
}

/**
 * What stands at some paths now; a path that ends in `/` is a folder, whose known files are looked at.
 * @param real where the content folder really is
 */
export function lookAtPaths(rows: Connection, real: string, paths: Iterable<string>): Changes {
  const changes = new Map<string, Change>()
  const isKnown = (file: string) => rows.get('SELECT 1 FROM files WHERE path = ?', file) !== undefined
  const under = (folder: string) =>
    rows
      .all<{ path: string }>('SELECT path FROM files WHERE path >= ? AND path < ?', folder, `${folder.slice(0, -1)}0`)
      .map((row) => row.path)
  for (const named of paths) {
    for (const file of named.endsWith('/') ? under(named) : [named]) {
      if (!isContentPath(file)) continue
      const found = findFile(real, file)
      // A link to a folder is no file that is read, but it is told of.
      const isTold = isRead(file) || (found !== null && 'rule' in found) || isKnown(file)
      if (isTold) changes.set(file, found)
    }
  }
  return changes
}
