import { existsSync } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TOP } from '../problems.ts'

/** A file of the content folder, as the file system sees it. */
export interface SourceFile {
  /** Path in the folder, with `/` between parts. */
  readonly file: string
  /** Where to read it. */
  readonly absolute: string
  readonly size: number
  /** Changes when the file does: time of change in milliseconds. */
  readonly changed: number
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

/**
 * Lists the files of a content folder, sorted by path. Symbolic links are followed only inside the folder.
 * @throws {FolderError} when the folder is not there or has no `site.yaml`
 */
export async function listFiles(root: string): Promise<{ files: SourceFile[]; problems: Problem[] }> {
  if (!existsSync(path.join(/* turbopackIgnore: true */ root, 'site.yaml'))) {
    const missing = existsSync(/* turbopackIgnore: true */ root) ? 'has no site.yaml' : 'does not exist'
    throw new FolderError(`The content folder ${root} ${missing}. Set CONTENT_DIR to a folder that has one.`)
  }
  const real = await realpath(/* turbopackIgnore: true */ root)
  const files: SourceFile[] = []
  const problems: Problem[] = []
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(/* turbopackIgnore: true */ real, folder), { withFileTypes: true })
    await Promise.all(
      entries.map(async (entry) => {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (!isContentPath(file)) return
        const absolute = path.join(/* turbopackIgnore: true */ real, file)
        let isFolder = entry.isDirectory()
        if (entry.isSymbolicLink()) {
          const target = await realpath(/* turbopackIgnore: true */ absolute).catch(() => null)
          if (target === null || !`${target}${path.sep}`.startsWith(real + path.sep)) {
            const where = target === null ? 'to nothing' : 'out of the content folder'
            problems.push({ file, rule: 'outside-folder', message: `the symbolic link leads ${where}`, ...TOP })
            return
          }
          // A linked folder could hold itself; what it links to is read in its own place.
          isFolder = (await lstat(/* turbopackIgnore: true */ target)).isDirectory()
          if (isFolder) {
            problems.push({ file, rule: 'outside-folder', message: 'folders may not be symbolic links', ...TOP })
            return
          }
        }
        if (isFolder) return visit(file)
        // A file may go between being listed and being looked at; then it is not there.
        const found = await stat(/* turbopackIgnore: true */ absolute).catch(() => null)
        if (found?.isFile()) files.push({ file, absolute, size: found.size, changed: found.mtimeMs })
      }),
    )
  }
  await visit('')
  files.sort((a, b) => (a.file < b.file ? -1 : 1))
  return { files, problems }
}
