/** Nobody writes this many quotations, lists or fact boxes in one another. */
const DEEPEST = 50

const QUOTATIONS_AND_LISTS = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])){${DEEPEST}}`, 'm')
const CONTAINER = /^[ \t]*:{3,}([a-z]?)/gim

/** Whether a text nests deeper than any article; the parser's time grows with the square of the depth. */
export function nestsTooDeep(text: string): boolean {
  if (QUOTATIONS_AND_LISTS.test(text)) return true
  let open = 0
  for (const [, opens] of text.matchAll(CONTAINER)) {
    open = Math.max(0, open + (opens ? 1 : -1))
    if (open > DEEPEST) return true
  }
  return false
}
