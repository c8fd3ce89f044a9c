import type { Problem } from '../problems.ts'
import { checkArticle } from '../rules/article.ts'
import type { Names } from '../rules/names.ts'
import { checkOther } from '../rules/others.ts'
import { Report } from '../rules/report.ts'
import type { ParsedFile } from '../source/read.ts'

/**
 * Everything that is wrong with one file: by itself, and in what it says of others.
 * @param now milliseconds since the epoch: what is published later is not there yet to link to
 */
export function checkFile(file: ParsedFile, names: Names, now: number): readonly Problem[] {
  if (file.document === null) return file.problems
  const report = new Report(file.document)
  if (file.kind === 'articles') checkArticle(file, names, now, report)
  else checkOther(file, names, report)
  return report.problems.length === 0 ? file.problems : [...file.problems, ...report.problems]
}
