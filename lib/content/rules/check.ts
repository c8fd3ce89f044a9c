import type { Problem, Rule } from '../problems.ts'
import type { ParsedFile } from '../source/read.ts'
import { checkArticle } from './article.ts'
import type { Names } from './names.ts'
import { checkOther } from './others.ts'
import { Report } from './report.ts'

/** Rules on names that `site.yaml` lists: while its lists cannot be read, no mention is held against a file. */
const BY_SITE: ReadonlySet<Rule> = new Set(['unknown-edition', 'unknown-kind'])

/**
 * Everything that is wrong with one file: by itself, and in what it says of others.
 * @param now milliseconds since the epoch: what is published later is not there yet to link to
 */
export function checkFile(file: ParsedFile, names: Names, now: number): readonly Problem[] {
  if (file.document === null) return file.problems
  const report = new Report(file.document)
  if (file.kind === 'articles') checkArticle(file, names, now, report)
  else checkOther(file, names, report)
  const bySite = report.problems.some(({ rule }) => BY_SITE.has(rule))
  const found = bySite && !names.listed ? report.problems.filter(({ rule }) => !BY_SITE.has(rule)) : report.problems
  return found.length === 0 ? file.problems : [...file.problems, ...found]
}
