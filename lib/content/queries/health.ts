import { ALL } from '../catalog/keys.ts'
import { openStore } from '../catalog/store.ts'
import { type Problem, RULES } from '../problems.ts'

/** What an operator asks of a running site. */
export interface Health {
  /** Whether there is content to serve. */
  readonly serving: boolean
  /** Whether all of it has been read, and what changed while the site was down is in it. */
  readonly ready: boolean
  /** What is published, where the content folder is in a git checkout. */
  readonly commit: string | null
  /** When that was committed, ISO 8601. */
  readonly committed: string | null
  /** Published articles that readers can see. */
  readonly articles: number
  readonly time: string
  /** Of at most 500 files, those with errors first. */
  readonly problems: readonly (Problem & { readonly severity: 'error' | 'warning' })[]
}

const MOST_FILES = 500

/** @param now milliseconds since the epoch */
export async function getHealth(now: number): Promise<Health> {
  const store = await openStore()
  const time = new Date(now).toISOString()
  // There may be no room for a catalog.
  if (!store.isOpen)
    return { serving: false, ready: false, commit: null, committed: null, articles: 0, time, problems: [] }
  const { catalog } = store
  const head = catalog.head()
  return {
    serving: catalog.ready,
    ready: store.ready,
    commit: head?.commit ?? null,
    committed: head?.time ?? null,
    articles: catalog.ready ? catalog.lists.count(ALL) : 0,
    time,
    problems: catalog.problems(MOST_FILES).map((problem) => ({ ...problem, severity: RULES[problem.rule] })),
  }
}

/** Whether all content that was published can be served, as it is now. */
export const isReady = async (): Promise<boolean> => (await openStore()).ready

/** How many articles readers can see. */
export async function countArticles(): Promise<number> {
  const store = await openStore()
  return store.isOpen ? store.catalog.lists.count(ALL) : 0
}
