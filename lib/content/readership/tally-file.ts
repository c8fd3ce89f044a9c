import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Counted } from './tally.ts'

/** How far a log has been read: which file it is, and up to which byte. */
export interface Place {
  readonly file: string
  readonly offset: number
}

/** What outlives the process: scores by story, and how far the log has been read that they come from. */
export interface Kept {
  readonly counted: readonly Counted[]
  readonly place: Place | null
}

const EMPTY: Kept = { counted: [], place: null }

const schema = z.object({
  version: z.literal(1),
  counted: z.array(z.object({ slug: z.string(), score: z.number().positive(), at: z.number() })),
  place: z.object({ file: z.string(), offset: z.int().nonnegative() }).nullable(),
})

/**
 * Reads what was kept. No file is nothing kept.
 * @param onBroken told why a file that is there cannot be used; then nothing was kept, and the file is written anew
 */
export async function readTally(file: string, onBroken: (why: string) => void): Promise<Kept> {
  try {
    const { counted, place } = schema.parse(JSON.parse(await readFile(file, 'utf8')))
    return { counted, place }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      onBroken(error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message)
    return EMPTY
  }
}

/** Writes all of it, or leaves the file as it was. @throws when there is no room, or the folder cannot be written to */
export async function writeTally(file: string, kept: Kept): Promise<void> {
  // A second process on the same folder must not write into the same half.
  const half = `${file}.${process.pid}.tmp`
  await mkdir(path.dirname(file), { recursive: true })
  try {
    await writeFile(half, JSON.stringify({ version: 1, ...kept }))
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true }).catch(() => {})
    throw error
  }
}
