import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Publication } from './workspace.ts'

const LOOK = 200

/** Waits until the words of every article can be searched for, which is some time after a new catalog is ready. */
export async function untilSearchable({ data }: Publication): Promise<void> {
  while (!isSearchable(path.join(data, 'catalog.db'))) await sleep(LOOK)
}

function isSearchable(file: string): boolean {
  const catalog = new DatabaseSync(file, { readOnly: true, timeout: 10_000 })
  try {
    return catalog.prepare('SELECT 1 FROM articles WHERE searchable = 0 LIMIT 1').get() === undefined
  } finally {
    catalog.close()
  }
}
