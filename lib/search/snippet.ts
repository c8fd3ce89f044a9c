import { plainText } from '../markdown/words.ts'
import { type Mark, marksIn, type Pattern, toRuns } from './marks.ts'
import type { Marked } from './model.ts'

/** Characters of a snippet, of those before its first hit, and from its first hit to its last; about. */
const LENGTH = 220
const BEFORE = 60
const SPAN = 160

/** Characters of a body that are looked through; few are longer, and time has to be bounded. */
const MOST = 60_000

const ELLIPSIS = '…'

/**
 * The part of a story that shows best why it was found: the one of its body that has most of what was searched for; its
 * dek where the body has none of it.
 * @param body Markdown
 */
export function snippetOf(body: string, dek: string | null, patterns: readonly Pattern[]): Marked {
  const text = plainText(body.slice(0, MOST)).replace(/\s+/g, ' ').trim()
  const marks = marksIn(text, patterns)
  if (marks.length > 0) return around(text, marks)
  return dek === null ? around(text, []) : toRuns(dek, marksIn(dek, patterns))
}

function around(text: string, marks: readonly Mark[]): Marked {
  const first = marks[bestOf(marks)]
  const start = first === undefined ? 0 : startBefore(text, first.start)
  const end = endBehind(text, Math.max(start + LENGTH, first?.end ?? 0))
  const runs = toRuns(text, marks, start, end)
  const hasMore = end < text.length
  if (start === 0 && !hasMore) return runs
  return [...(start > 0 ? [cut(`${ELLIPSIS} `)] : []), ...runs, ...(hasMore ? [cut(` ${ELLIPSIS}`)] : [])]
}

const cut = (text: string) => ({ text, hit: false })

/** The mark from which most different patterns are near, or else most marks; of equal ones the first. */
function bestOf(marks: readonly Mark[]): number {
  let [best, most, from] = [0, 0, 0]
  const near = new Map<number, number>()
  let behind = 0
  for (; from < marks.length; from++) {
    const start = marks[from]?.start ?? 0
    for (let mark = marks[behind]; mark && mark.end <= start + SPAN; mark = marks[++behind])
      near.set(mark.pattern, (near.get(mark.pattern) ?? 0) + 1)
    const worth = near.size * marks.length + behind - from
    if (worth > most) [best, most] = [from, worth]
    leave(near, marks[from])
    behind = Math.max(behind, from + 1)
  }
  return best
}

function leave(near: Map<number, number>, mark: Mark | undefined): void {
  if (mark === undefined) return
  const count = (near.get(mark.pattern) ?? 0) - 1
  if (count > 0) near.set(mark.pattern, count)
  else near.delete(mark.pattern)
}

/** Where a sentence begins shortly before, or else a word does. */
function startBefore(text: string, at: number): number {
  const earliest = Math.max(0, at - BEFORE)
  if (earliest === 0) return 0
  const before = text.slice(earliest, at)
  const sentence = /^.*[.!?…]["'”’)]? /u.exec(before)
  if (sentence) return earliest + sentence[0].length
  const space = before.indexOf(' ')
  return space < 0 ? earliestWhole(text, earliest) : earliest + space + 1
}

/** Where a word ends shortly before; in scripts without spaces, a character. */
function endBehind(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > at - BEFORE ? space : earliestWhole(text, at)
}

/** Not between the halves of a character. */
const earliestWhole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)
