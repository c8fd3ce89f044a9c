import { type FSWatcher, lstatSync, readdirSync, readFileSync, type Stats, watch } from 'node:fs'
import path from 'node:path'
import { isContentPath } from '../source/files.ts'

/** How the folder itself is told of. */
export const ROOT = '/'

/** Told of what happens in a tree. */
interface TreeListener {
  /** A path may have changed; one with a `/` at its end is a folder, of which everything may have. */
  changed(path: string): void
  /** More happened than can be told: the tree has to be opened anew, and read in whole. */
  lost(): void
  /** A folder cannot be watched. Told once for each, until it can. */
  failed(error: Error): void
  /** The system allows no more watches. Nothing is told of from then on. */
  exhausted(): void
}

/**
 * The system drops what is more than its queue holds and says so to nobody: so much at once is taken for the sign of it.
 * Half, for what was told of folders that are no longer watched does not arrive.
 * @see https://man7.org/linux/man-pages/man7/inotify.7.html (`IN_Q_OVERFLOW`, and "Limitations and caveats")
 */
function mostAtOnce(): number {
  try {
    return Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8')) / 2
  } catch {
    return 8192
  }
}

/** One watch a folder, on the content of a folder. Symbolic links are not followed. */
export class WatchedTree {
  readonly #root: string
  readonly #listener: TreeListener
  readonly #watch: typeof watch
  readonly #most = mostAtOnce()
  readonly #folders = new Map<string, FSWatcher>()
  readonly #links = new Set<string>()
  readonly #unreadable = new Set<string>()
  readonly #doubtful = new Set<string>()
  #events = 0
  #turn: NodeJS.Immediate | null = null
  #closed = false

  constructor(root: string, listener: TreeListener, watchOne = watch) {
    this.#root = root
    this.#listener = listener
    this.#watch = watchOne
    this.#add('', false)
  }

  /** Tries again to watch the folders that could not be read. */
  retry(): void {
    if (this.#closed) return
    for (const folder of this.#unreadable) {
      this.#add(folder, true)
      if (!this.#unreadable.has(folder)) this.#listener.changed(`${folder}/`)
    }
  }

  close(): void {
    this.#closed = true
    for (const watcher of this.#folders.values()) watcher.close()
    this.#folders.clear()
  }

  #in = (folder: string): string => path.join(this.#root, folder)

  /** Watches a folder and what is in it; watches before it lists, so that nothing comes unseen in between. */
  #add(folder: string, report: boolean): void {
    if (this.#closed) return
    try {
      const watcher = this.#watch(this.#in(folder), (type, name) => this.#heard(folder, type, name))
      watcher.on('error', () => this.#doubt(folder))
      this.#folders.set(folder, watcher)
      const entries = readdirSync(this.#in(folder), { withFileTypes: true })
      this.#unreadable.delete(folder)
      for (const entry of entries) {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (!isContentPath(file)) continue
        if (entry.isDirectory()) this.#add(file, report)
        else if (report) this.#listener.changed(file)
        if (entry.isSymbolicLink()) this.#links.add(file)
      }
    } catch (error) {
      this.#cannotAdd(folder, error as NodeJS.ErrnoException)
    }
  }

  #cannotAdd(folder: string, error: NodeJS.ErrnoException): void {
    this.#remove(folder)
    if (this.#closed) return
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      this.#unreadable.delete(folder)
      return
    }
    if (error.code === 'ENOSPC' || error.code === 'EMFILE') {
      this.close()
      this.#listener.exhausted()
      return
    }
    if (!this.#unreadable.has(folder))
      this.#listener.failed(new Error(`${this.#in(folder)} cannot be watched: ${error.message}. Let the site read it.`))
    this.#unreadable.add(folder)
  }

  /** Stops watching a folder and all that was in it. */
  #remove(folder: string): void {
    for (const [name, watcher] of this.#folders) {
      if (name !== folder && !name.startsWith(`${folder}/`)) continue
      watcher.close()
      this.#folders.delete(name)
    }
    for (const link of this.#links) if (link.startsWith(`${folder}/`)) this.#links.delete(link)
  }

  #heard(folder: string, type: string, name: string | null): void {
    this.#events++
    this.#examineSoon()
    if (name === null) {
      this.#listener.changed(`${folder}/`)
      return
    }
    const file = folder === '' ? name : `${folder}/${name}`
    const itself = name === path.basename(this.#in(folder))
    if (folder === '' && itself) this.#listener.changed(ROOT)
    if (!isContentPath(file)) return
    if (type === 'rename' || itself) this.#doubt(file)
    else this.#listener.changed(this.#folders.has(file) ? `${file}/` : file)
  }

  #doubt(file: string): void {
    this.#doubtful.add(file)
    this.#examineSoon()
  }

  #examineSoon(): void {
    this.#turn ??= setImmediate(() => this.#examine())
  }

  /** Looks at what has come, gone or been replaced, once for all that was told in one turn. */
  #examine(): void {
    const doubtful = [...this.#doubtful]
    const lost = this.#events >= this.#most
    this.#doubtful.clear()
    this.#events = 0
    this.#turn = null
    if (lost && !this.#closed) this.#listener.lost()
    // What a link leads to may be anything in the folder, also what is no content itself.
    if (!this.#closed) for (const link of this.#links) this.#listener.changed(link)
    for (const file of doubtful) if (!this.#closed) this.#examineOne(file)
  }

  #examineOne(file: string): void {
    const found = this.#look(file)
    const wasFolder = this.#folders.has(file) || this.#unreadable.delete(file)
    if (wasFolder) {
      this.#remove(file)
      this.#listener.changed(`${file}/`)
    }
    this.#links.delete(file)
    if (found?.isSymbolicLink()) this.#links.add(file)
    if (found?.isDirectory()) this.#add(file, true)
    // What was in a folder that is gone is told of by that.
    else if (!wasFolder && this.#folders.has(path.posix.dirname(file).replace(/^\.$/, ''))) this.#listener.changed(file)
  }

  #look(file: string): Stats | undefined {
    try {
      return lstatSync(this.#in(file), { throwIfNoEntry: false })
    } catch {
      // It is in a folder that may no longer be read: whoever reads it will say so.
      return undefined
    }
  }
}
