const collators = new Map<string, Intl.Collator>()

/** Compares words as a language orders them. Made once a language, which is slow. @param locale a BCP 47 tag */
export function collator(locale: string): Intl.Collator {
  const known = collators.get(locale) ?? new Intl.Collator(locale)
  collators.set(locale, known)
  return known
}
