import { type Dirent, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Problem, TOP } from '../problems.ts'

/** A file of the content folder, as the file system sees it. */
export interface SourceFile {
  /** Path in the folder, with `/` between parts. */
  readonly file: string
  /** Where to read it. */
  readonly absolute: string
  readonly size: number
  /** Differs when the file does: its size, its identity, and its times of change. */
  readonly stamp: string
}

/** What `content.md` files may stand in, beside `site.yaml`. */
const FOLDERS = ['articles', 'authors', 'fronts', 'media', 'newsletters', 'pages', 'sections', 'series', 'topics']

/** Names that editors' tools and systems leave behind: hidden files, backups, swap and temporary files. */
const LEFTOVER = /^[.#]|~$|\.(swp|swx|tmp|bak|orig)$|^Thumbs\.db$/

/** Whether a path in the content folder, with `/` between its parts, is one that the site reads. */
export function isContentPath(file: string): boolean {
  const parts = file.split('/')
  const known = file === 'site.yaml' || FOLDERS.includes(parts[0] ?? '')
  return known && !parts.some((part) => LEFTOVER.test(part))
}

/** Thrown when the content folder itself cannot be used. */
export class FolderError extends Error {
  override name = 'FolderError'
}

/** Where a content folder really is. @throws {FolderError} when it is not there or has no `site.yaml` */
export function realRoot(root: string): string {
  if (!existsSync(path.join(/* turbopackIgnore: true */ root, 'site.yaml'))) {
    const missing = existsSync(/* turbopackIgnore: true */ root) ? 'has no site.yaml' : 'does not exist'
    throw new FolderError(`The content folder ${root} ${missing}. Set CONTENT_DIR to a folder that has one.`)
  }
  return realpathSync(/* turbopackIgnore: true */ root)
}

/** The files of a folder, with what is wrong with those that are not to be read. */
export interface Listing {
  readonly files: readonly SourceFile[]
  readonly problems: readonly Problem[]
  /** Folders, with `/` at the end, of which nobody can say what is in them now. */
  readonly unreadable: readonly string[]
}

/**
 * Lists the files of a content folder, sorted by path. Symbolic links are followed only inside the folder.
 * @throws {FolderError} when the folder is not there or has no `site.yaml`
 */
export function listFiles(root: string): Listing {
  const real = realRoot(root)
  const files: SourceFile[] = []
  const problems: Problem[] = []
  const add = (found: SourceFile | Problem | null) => {
    if (found === null) return
    if ('rule' in found) problems.push(found)
    else files.push(found)
  }
  const unreadable: string[] = []
  const visit = (folder: string): void => {
    const entries = entriesOf(path.join(/* turbopackIgnore: true */ real, folder))
    if (typeof entries === 'string') {
      unreadable.push(`${folder}/`)
      problems.push({ file: folder, rule: 'unreadable', message: `the folder cannot be listed (${entries})`, ...TOP })
      return
    }
    for (const entry of entries) {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!isContentPath(file)) continue
      if (entry.isDirectory()) visit(file)
      else add(lookAt(real, file, entry.isSymbolicLink()))
    }
  }
  visit('')
  files.sort((a, b) => (a.file < b.file ? -1 : 1))
  return { files, problems, unreadable }
}

/**
 * One file of a content folder: null when it is not there, a problem when it may not be read.
 * @param root the folder's real path
 */
export function findFile(root: string, file: string): SourceFile | Problem | null {
  const absolute = path.join(/* turbopackIgnore: true */ root, file)
  try {
    const found = lstatSync(/* turbopackIgnore: true */ absolute, { throwIfNoEntry: false })
    return found === undefined || found.isDirectory() ? null : lookAt(root, file, found.isSymbolicLink())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    // In a folder that may not be entered: whoever reads it will say so, and what it last was stays.
    return { file, absolute, size: 0, stamp: '' }
  }
}

/** What is in a folder, or why it cannot be listed. One may go while the others are listed; then nothing is in it. */
function entriesOf(folder: string): Dirent[] | string {
  try {
    return readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : (code ?? 'unknown error')
  }
}

function lookAt(root: string, file: string, isLink: boolean): SourceFile | Problem | null {
  const absolute = path.join(/* turbopackIgnore: true */ root, file)
  const wrong = isLink ? linkProblem(root, absolute) : null
  if (wrong !== null) return { file, rule: 'outside-folder', message: wrong, ...TOP }
  const found = statSync(/* turbopackIgnore: true */ absolute, { throwIfNoEntry: false, bigint: true })
  if (!found?.isFile()) return null
  const stamp = `${found.size}.${found.ino.toString(36)}.${found.mtimeNs.toString(36)}.${found.ctimeNs.toString(36)}`
  return { file, absolute, size: Number(found.size), stamp: isSettled(Number(found.ctimeMs)) ? stamp : '' }
}

/**
 * A file that was changed a moment ago may change again within one tick of the file system's clock, and not show it:
 * it has no stamp yet, so that the next listing reads it again.
 */
const isSettled = (changed: number): boolean => Math.abs(Date.now() - changed) > TICK
const TICK = 20

function linkProblem(root: string, absolute: string): string | null {
  let target: string
  try {
    target = realpathSync(/* turbopackIgnore: true */ absolute)
  } catch {
    return 'the symbolic link leads to nothing'
  }
  if (!`${target}${path.sep}`.startsWith(root + path.sep)) return 'the symbolic link leads out of the content folder'
  // A linked folder could hold itself; what it links to is read in its own place.
  return lstatSync(/* turbopackIgnore: true */ target).isDirectory() ? 'folders may not be symbolic links' : null
}
