import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
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

/** What is in a folder that cannot be read. */
interface Unread {
  readonly problems: readonly Problem[]
  /** Folders, with `/` at the end, of which nobody can say what is in them now. */
  readonly unreadable: readonly string[]
}

/** The files of a folder by name, none of them looked at. */
export interface Paths extends Unread {
  readonly paths: readonly string[]
}

/** The files of a folder, with what is wrong with those that are not to be read. */
export interface Listing extends Unread {
  readonly files: readonly SourceFile[]
}

/**
 * Tells of what stands in a content folder, path by path in the order of their bytes, symbolic links and all. Nothing is
 * held of what has been told, so that looking at a hundred thousand files leaves no more behind than looking at one.
 * @throws {FolderError} when the folder is not there or has no `site.yaml`
 */
export function eachPath(root: string, found: (file: string) => void): Unread {
  const real = realRoot(root)
  const problems: Problem[] = []
  const unreadable: string[] = []
  const visit = (folder: string): void => {
    const names = namesIn(`${real}${path.sep}${folder}`)
    if (!Array.isArray(names)) {
      unreadable.push(folder)
      const message = `the folder cannot be listed (${names})`
      problems.push({ file: folder.slice(0, -1), rule: 'unreadable', message, ...TOP })
      return
    }
    for (const name of names) {
      const isFolder = name.endsWith('/')
      const bare = isFolder ? name.slice(0, -1) : name
      // What stands in a folder that is content needs no other look at that folder's own name.
      const isContent = folder === '' ? isContentPath(isFolder ? `${name}any` : name) : !LEFTOVER.test(bare)
      if (!isContent) continue
      if (isFolder) visit(folder + name)
      else found(folder + name)
    }
  }
  visit('')
  return { problems, unreadable }
}

/**
 * Lists what stands in a content folder, in the order of the bytes of their paths, symbolic links and all.
 * @throws {FolderError} when the folder is not there or has no `site.yaml`
 */
export function listPaths(root: string): Paths {
  const paths: string[] = []
  const unread = eachPath(root, (file) => paths.push(file))
  return { paths, ...unread }
}

/**
 * Lists the files of a content folder, in the order of the bytes of their paths. Symbolic links are followed only inside
 * the folder.
 * @throws {FolderError} when the folder is not there or has no `site.yaml`
 */
export function listFiles(root: string): Listing {
  const real = realRoot(root)
  const files: SourceFile[] = []
  const wrong: Problem[] = []
  const { problems, unreadable } = eachPath(root, (file) => {
    const found = findFile(real, file)
    if (found !== null && 'rule' in found) wrong.push(found)
    else if (found !== null) files.push(found)
  })
  return { files, problems: [...problems, ...wrong], unreadable }
}

/**
 * One file of a content folder: null when it is not there, a problem when it may not be read.
 * @param root the folder's real path
 */
export function findFile(root: string, file: string): SourceFile | Problem | null {
  // Joined by hand: both are in their shortest form, and every file of a folder comes by here when the site starts.
  const absolute = `${root}${path.sep}${file}`
  try {
    const entry = lstatSync(/* turbopackIgnore: true */ absolute, STAT)
    const isLink = entry?.isSymbolicLink() === true
    const wrong = isLink ? linkProblem(root, absolute) : null
    if (wrong !== null) return { file, rule: 'outside-folder', message: wrong, ...TOP }
    const found = isLink ? statSync(/* turbopackIgnore: true */ absolute, STAT) : entry
    if (!found?.isFile()) return null
    const times = `${found.mtimeNs.toString(36)}.${found.ctimeNs.toString(36)}`
    const stamp = isSettled(Number(found.ctimeMs)) ? `${found.size}.${found.ino.toString(36)}.${times}` : ''
    return { file, absolute, size: Number(found.size), stamp }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    // In a folder that may not be entered: whoever reads it will say so, and what it last was stays.
    return { file, absolute, size: 0, stamp: '' }
  }
}

const STAT = { throwIfNoEntry: false, bigint: true } as const

/**
 * What is in a folder, in the order of the bytes of their paths and folders with a `/` at the end; or why it cannot be
 * listed. One may go while the others are listed; then nothing is in it.
 */
function namesIn(folder: string): string[] | string {
  try {
    const entries = readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true })
    const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    return names.some((name) => SURROGATE.test(name)) ? names.sort(byBytes) : names.sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : (code ?? 'unknown error')
  }
}

/** Without these, strings have the same order by their code units and by the bytes of UTF-8. */
const SURROGATE = /[\ud800-\udfff]/

/**
 * Compares two texts as the catalog orders them.
 * @see https://www.sqlite.org/datatype3.html#collating_sequences (`BINARY`)
 */
export const byBytes = (a: string, b: string): number => (a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b)))

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
