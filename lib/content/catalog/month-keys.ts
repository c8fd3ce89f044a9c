import type { ArticleRow } from './article-rows.ts'
import { MONTHS, monthKey } from './keys.ts'

type InMonth = Pick<ArticleRow, 'state' | 'month' | 'modified'>

/**
 * What a story that comes, goes or changes means for the months: the keys of those that have it or had it, and of the
 * list of months where that tells another one or another time of change. Only published stories are in months.
 * @param before null for one that comes
 * @param after null for one that goes
 */
export function monthKeys(before: InMonth | null, after: InMonth | null): string[] {
  const [was, is] = [before, after].map((one) => (one?.state === 'published' ? one : null))
  const months = [was, is].flatMap((one) => (one ? [monthKey(one.month)] : []))
  return was?.month !== is?.month || was?.modified !== is?.modified ? [...months, MONTHS] : months
}
