import type { Version } from '../../content/model.ts'
import { absolute } from '../addresses.ts'

/** What hreflang says of a page: a language tag each, and where readers of it find their version. */
export type Languages = Readonly<Record<string, string>>

/**
 * Names the versions of a page for readers of other languages or places, each with itself, so that every one of them says
 * the same. Of two for the same readers the first counts.
 * @param url the publication's address
 * @param own the address of the page that says it: one that is not among those that count says nothing
 * @returns null where there is nothing to choose from
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function languages(url: string, versions: readonly Version[], own: string): Languages | null {
  const byLocale = new Map<string, Version>()
  for (const version of versions) {
    const locale = hreflang(version.locale)
    if (!byLocale.has(locale)) byLocale.set(locale, version)
  }
  const counted = Array.from(byLocale.values())
  if (counted.length < 2 || !counted.some(({ href }) => href === own)) return null
  const named = Array.from(byLocale, ([locale, { href }]) => [locale, absolute(url, href)])
  const standard = counted.find(({ isDefault }) => isDefault)
  return Object.fromEntries(standard ? [...named, ['x-default', absolute(url, standard.href)]] : named)
}

/** A tag without extensions, such as that of a calendar, which search engines do not read. */
const hreflang = (locale: string): string => new Intl.Locale(locale).baseName

/**
 * A language tag in Open Graph's form, always with a territory: `en_US`, `he_IL`.
 * @param locale a BCP 47 tag
 * @see https://ogp.me/#optional
 */
export function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return region ? `${language}_${region}` : language
}
