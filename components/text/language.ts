/** What an element says of its language, and of the direction it is read in. */
export interface Language {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** @param locale a BCP 47 tag */
export const languageOf = (locale: string): Language => ({
  lang: locale,
  dir: new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr',
})

/** The same for a part of a page, which says nothing where it is in the language of all. */
export const languageWithin = (locale: string | undefined, whole: string): Partial<Language> =>
  locale === undefined || locale === whole ? {} : languageOf(locale)
