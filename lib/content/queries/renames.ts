import type { SmallKind } from '../catalog/entry-questions.ts'
import { catalog as open } from '../catalog/store.ts'

/** The folders of files that have pages, and where those are. */
const PLACES = {
  sections: '',
  pages: '',
  authors: '/authors',
  topics: '/topics',
  series: '/series',
  newsletters: '/newsletters',
} as const satisfies Partial<Record<SmallKind | 'sections', string>>

export type Renamable = keyof typeof PLACES

/** The address of a page whose file had this slug before it was renamed; null when there is none. */
export async function findRenamed(kind: Renamable, slug: string): Promise<string | null> {
  const catalog = await open()
  const now = catalog.renamed(kind, slug)
  if (now === null) return null
  const isThere = kind === 'sections' ? catalog.site.sections.has(now) : catalog.entries.find(kind, now) !== null
  return isThere ? `${PLACES[kind]}/${now}` : null
}
