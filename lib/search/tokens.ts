/** A part of a query as it is written: `-author:"jo march"`. */
export interface Token {
  readonly negative: boolean
  /** What stands before a colon, in lower case; null where nothing that is an operator does. */
  readonly operator: Operator | null
  readonly text: string
  readonly quoted: boolean
  /** Index of its first character, and of the one behind its last. */
  readonly start: number
  readonly end: number
}

const OPERATORS = ['author', 'section', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]

/** Quotation marks as keyboards and word processors write them; an apostrophe is a part of a word. */
const TOKEN = new RegExp(
  String.raw`(?<negative>(?<!\S)[-−])?(?:(?<operator>${OPERATORS.join('|')}):)?(?:"(?<quoted>[^"]*)(?:"|$)|(?<text>[^\s"]+))`,
  'giu',
)
const QUOTES = /[“”„‟«»＂]/g

/**
 * Takes a query apart. Whatever is written has parts: what is no operator is text, and a quotation that does not end
 * goes on to the end.
 */
export function tokensOf(q: string): Token[] {
  return Array.from(q.replace(QUOTES, '"').matchAll(TOKEN), ({ groups = {}, index, 0: { length } }) => ({
    negative: groups.negative !== undefined,
    operator: (groups.operator?.toLowerCase() as Operator | undefined) ?? null,
    text: groups.quoted ?? groups.text ?? '',
    quoted: groups.quoted !== undefined,
    start: index,
    end: index + length,
  }))
}
