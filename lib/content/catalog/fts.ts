/**
 * Stems beside each other as FTS5 asks for them: whatever is within quotation marks is no syntax.
 * @see https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export const quoted = (...stems: readonly string[]): string => `"${stems.join(' ').replaceAll('"', '""')}"`
