import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ContentFolder } from '#tests/fixtures/content.ts'

/** A copy of the sample publication to be edited, there as long as a test needs it. */
export class Sample extends ContentFolder {
  /** For what a site writes; beside the content. */
  readonly data: string
  readonly #folder: string

  constructor(folder: string) {
    super(path.join(folder, 'content'))
    this.data = path.join(folder, 'data')
    this.#folder = folder
  }

  async edit(file: string, change: (text: string) => string): Promise<void> {
    await this.write({ [file]: change(await readFile(path.join(this.root, file), 'utf8')) })
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}

export async function copySample(): Promise<Sample> {
  const sample = new Sample(await mkdtemp(path.join(tmpdir(), 'broadsheet-sample-')))
  await cp('content', sample.root, { recursive: true })
  return sample
}
