import type { Tallies } from '../model.ts'
import type { Repository } from '../store/repository.ts'

/** What an operator's monitoring asks of newsletters. Numbers only, and nobody's. */
export interface Figures extends Tallies {
  /** Applications that have come in and letters that have not been sent. */
  readonly waiting: number
  /** When the latest issue of each newsletter that was sent was due, in milliseconds since the epoch. */
  readonly latest: ReadonlyMap<string, number>
}

/** @param newsletters their slugs */
export async function readFigures(repository: Repository, newsletters: readonly string[]): Promise<Figures> {
  const found = await Promise.all(newsletters.map((slug) => repository.issues.list(slug, { limit: 1 })))
  const latest = new Map(found.flat().map(({ newsletter, slot }) => [newsletter, slot]))
  const { count } = await repository.desk.backlog()
  return { ...(await repository.tallies()), waiting: count, latest }
}
