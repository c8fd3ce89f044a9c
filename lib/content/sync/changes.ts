import type { Connection } from '../catalog/connection.ts'
import { type Problem, TOP } from '../problems.ts'
import { findFile, isContentPath, listFiles, type SourceFile } from '../source/files.ts'
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

/** Compares the whole folder with the catalog. @throws {FolderError} when there is no folder to read */
export function compareFolder(rows: Connection, root: string): Changes {
  const { files, problems, unreadable } = listFiles(root)
  const changes = new Map<string, Change>()
  const known = new Map<string, string | null>()
  const entered = rows.each<{ path: string; stamp: string | null }>('SELECT path, stamp FROM files')
  for (const { path, stamp } of entered) known.set(path, stamp)
  let hasSite = false
  for (const source of files) {
    if (!isRead(source.file)) continue
    hasSite ||= source.file === SITE_FILE
    const stamp = known.get(source.file)
    known.delete(source.file)
    if (!stamp || stamp !== source.stamp) changes.set(source.file, source)
  }
  for (const problem of problems) {
    hasSite ||= problem.file === SITE_FILE
    known.delete(problem.file)
    changes.set(problem.file, problem)
  }
  for (const file of known.keys()) if (!unreadable.some((folder) => file.startsWith(folder))) changes.set(file, null)
  if (!hasSite) changes.set(SITE_FILE, noSite())
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
