import type { Article, Moment } from '../content/model.ts'

/** When a story was last changed as far as it says so: by its publication, an update or a correction. */
export function lastChange({
  published,
  updated,
  corrections,
}: Pick<Article, 'published' | 'updated' | 'corrections'>): Moment {
  const changes = [...(updated ? [updated] : []), ...corrections.map(({ date }) => date)]
  return changes.reduce((last, change) => (change.ms > last.ms ? change : last), published)
}
