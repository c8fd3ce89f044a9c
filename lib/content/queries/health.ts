import { openStore } from '../catalog/store.ts'
import { type Problem, RULES } from '../problems.ts'
import { visible } from './paging.ts'

/** What an operator asks of a running site. */
export interface Health {
  /** Whether there is content to serve. */
  readonly ready: boolean
  /** Published articles that readers can see. */
  readonly articles: number
  readonly time: string
  readonly problems: readonly (Problem & { readonly severity: 'error' | 'warning' })[]
}

export async function getHealth(now: number): Promise<Health> {
  const store = await openStore()
  const problems = store.problems.map((problem) => ({ ...problem, severity: RULES[problem.rule] }))
  const articles = store.ready ? visible(store.catalog, store.catalog.newest, now).length : 0
  return { ready: store.ready, articles, time: new Date(now).toISOString(), problems }
}
