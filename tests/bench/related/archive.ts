import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeStore, Store, shareStore } from '#lib/content/catalog/store.ts'
import { KeeperThread } from '#lib/content/sync/thread.ts'
import { untilSearchable } from '../searchable.ts'
import type { Truth } from './precision.ts'

const FOLDER = path.join(tmpdir(), 'broadsheet-bench')

/** A generated archive that queries of this process are answered from, with what truly belongs together in it. */
export class Archive implements AsyncDisposable {
  readonly catalogFile: string
  readonly topics: Truth
  readonly storylines: Truth

  constructor(content: string, data: string) {
    this.catalogFile = path.join(data, 'catalog.db')
    this.topics = readTruth(path.join(content, 'topics.json'))
    this.storylines = readTruth(path.join(content, 'stories.json'))
  }

  /** Some of its articles, spread over all of it. */
  sample(count: number): string[] {
    const slugs = [...this.topics.keys()]
    const step = Math.max(1, Math.floor(slugs.length / count))
    return slugs.filter((_, nth) => nth % step === 0).slice(0, count)
  }

  [Symbol.asyncDispose] = (): Promise<void> => closeStore()
}

/** Generates an archive, or takes that of an earlier run, and reads it. One at a time. */
export async function openArchive(articles: number, seed: number, say: (line: string) => void): Promise<Archive> {
  const folder = path.join(FOLDER, `related-${articles}-${seed}`)
  const [content, data] = [path.join(folder, 'content'), path.join(folder, 'data')]
  if (!existsSync(content)) {
    say(`generating ${articles} articles of seed ${seed}`)
    generate(articles, seed, content)
  }
  mkdirSync(data, { recursive: true })
  const log = { info: () => {}, warn: say, error: say }
  const store = new Store(
    {
      settings: { contentDir: content, dataDir: data, siteUrl: null, contentPoll: null },
      drafts: false,
      log,
      progress: (done, total) => say(`reading ${done} of ${total} articles of seed ${seed}`),
    },
    (...options) => new KeeperThread(...options),
  )
  await store.start()
  say(`entering the words of ${articles} articles of seed ${seed}`)
  await untilSearchable({ content, data })
  shareStore(store)
  return new Archive(content, data)
}

function generate(articles: number, seed: number, content: string): void {
  const unfinished = `${content}-${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const script = path.join(import.meta.dirname, '../corpus.mjs')
  const args = [script, '--out', unfinished, '--articles', `${articles}`, '--seed', `${seed}`]
  const { status, stderr } = spawnSync(process.execPath, args)
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw new Error(`The corpus could not be generated:\n${stderr}`)
  }
  renameSync(unfinished, content)
}

const readTruth = (file: string): Truth => new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))))
