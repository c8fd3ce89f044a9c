const PLAIN = /^[\da-z]+$/
/** Accents of scripts whose readers leave them out when they type; elsewhere a mark makes another letter. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const LETTER = /[ßæœøłđðþı]/g

/**
 * Lower case without accents, as a reader may type it.
 * @see https://unicode.org/reports/tr15/ (compatibility decomposition)
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  // Some forms of letters have capitals among those they are taken apart into.
  const bare = lower.normalize('NFKD').toLowerCase().replace(ACCENTS, '').normalize('NFC')
  return bare.replace(LETTER, (letter) => LETTERS[letter] ?? letter)
}
