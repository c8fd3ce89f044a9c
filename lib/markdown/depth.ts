/** Nobody writes this many quotations, lists or fact boxes in one another. */
const DEEPEST = 50

const QUOTATIONS_AND_LISTS = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){${DEEPEST}}`, 'm')
const CONTAINER = /^[ \t]*:{3,}([a-z]?)/gim

/** Nor this many emphasis marks in one paragraph; the parser's time grows with the square of them too. */
const MOST_MARKS = 4000
const MARKS = /[*_~]/g
const PARAGRAPH_END = /\n(?=[ \t]*\n|[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t])/

/** Nor this many headings by underline, for the same reason. */
const MOST_UNDERLINES = 1000
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/gm

const marksIn = (text: string): number => text.match(MARKS)?.length ?? 0

/** Whether a text nests deeper than any article; the parser's time grows with the square of the depth. */
export function nestsTooDeep(text: string): boolean {
  if (QUOTATIONS_AND_LISTS.test(text)) return true
  if (marksIn(text) > MOST_MARKS && text.split(PARAGRAPH_END).some((part) => marksIn(part) > MOST_MARKS)) return true
  if ((text.match(UNDERLINE)?.length ?? 0) > MOST_UNDERLINES) return true
  let open = 0
  for (const [, opens] of text.matchAll(CONTAINER)) {
    open = Math.max(0, open + (opens ? 1 : -1))
    if (open > DEEPEST) return true
  }
  return false
}
