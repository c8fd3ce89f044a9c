import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfNeeded } from '#lib/cli/build.ts'

/** A content folder to be edited, and where a site keeps what it makes of it. */
export interface Publication {
  readonly content: string
  readonly data: string
}

/** How much is measured. */
export interface Extent {
  /** Articles in the corpora, ascending. */
  readonly sizes: readonly number[]
  /** A smoke run: few samples, short loads. */
  readonly quick: boolean
}

/** What the copy of the project goes without: what is made anew, or kept apart. */
const LEFT_OUT = new Set(['.next', '.git', '.vitest', 'data', 'node_modules'])

/** Where measurements take place, all of it in the system's folder for temporary files: never in the project itself. */
export class Workspace implements Disposable {
  /** Kept from run to run: corpora, the copy of the project, tools. */
  readonly folder = path.join(tmpdir(), 'broadsheet-bench')
  readonly extent: Extent
  readonly say: (line: string) => void
  readonly #run = path.join(this.folder, `run-${process.pid}`)
  readonly #publications = new Map<number, Publication>()
  #isCopied = false

  constructor(extent: Extent, say: (line: string) => void) {
    this.extent = extent
    this.say = say
    mkdirSync(this.#run, { recursive: true })
  }

  get smallest(): number {
    return this.extent.sizes[0] ?? 0
  }

  get largest(): number {
    return this.extent.sizes.at(-1) ?? 0
  }

  /** One number for a whole run, another for a smoke run. */
  amount = (whole: number, quick: number): number => (this.extent.quick ? quick : whole)

  /** An empty folder that goes when the run ends. */
  scratch(name: string): string {
    const folder = path.join(this.#run, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    return folder
  }

  /** A copy of the project, as it is now; not built. */
  copy(): string {
    const copy = path.join(this.folder, 'project')
    if (this.#isCopied) return copy
    mkdirSync(copy, { recursive: true })
    for (const name of readdirSync(copy))
      if (!LEFT_OUT.has(name)) rmSync(path.join(copy, name), { recursive: true, force: true })
    for (const name of readdirSync('.'))
      if (!LEFT_OUT.has(name)) cpSync(name, path.join(copy, name), { recursive: true })
    if (installed('.') !== installed(copy)) {
      this.say('copying the packages')
      rmSync(path.join(copy, 'node_modules'), { recursive: true, force: true })
      cpSync('node_modules', path.join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true })
    }
    this.#isCopied = true
    return copy
  }

  /** A copy of the project, built. */
  async project(): Promise<string> {
    const copy = this.copy()
    await buildIfNeeded(copy)
    return copy
  }

  /** A generated publication, kept from run to run: never written to. */
  corpus(articles: number): string {
    const folder = path.join(this.folder, `corpus-${articles}`)
    if (existsSync(folder)) return folder
    this.say(`generating ${articles} articles`)
    const unfinished = this.scratch('corpus')
    const script = path.join(import.meta.dirname, 'corpus.mjs')
    const { status, stderr } = spawnSync(process.execPath, [script, '--out', unfinished, '--articles', `${articles}`])
    if (status !== 0) throw new Error(`The corpus could not be generated:\n${stderr}`)
    renameSync(unfinished, folder)
    return folder
  }

  /** A copy of a corpus for the sites of this run to share, one after the other. */
  publication(articles: number): Publication {
    const known = this.#publications.get(articles)
    if (known) return known
    const corpus = this.corpus(articles)
    this.say(`copying ${articles} articles`)
    const folder = this.scratch(`publication-${articles}`)
    const made = { content: path.join(folder, 'content'), data: path.join(folder, 'data') }
    cpSync(corpus, made.content, { recursive: true })
    this.#publications.set(articles, made)
    return made
  }

  [Symbol.dispose](): void {
    rmSync(this.#run, { recursive: true, force: true })
  }
}

/** Tells which packages are in a project; null when none are. */
function installed(project: string): string | null {
  const record = path.join(project, 'node_modules/.package-lock.json')
  return existsSync(record) ? readFileSync(record, 'utf8') : null
}
