import type { Metadata } from 'next'
import type { Edition, Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { describe } from './describe.ts'
import { languages } from './languages.ts'

/**
 * The head of a front, which names the fronts of the other editions.
 * @param edition null for the front at `/`, which is the first edition's
 */
export function describeFront(publication: Publication, edition: Edition | null): Metadata {
  const { name, tagline, description, editions, url } = publication
  const own = edition ?? editions[0]
  const versions = editions.map(({ locale, href }) => ({ locale, href, isDefault: href === '/' }))
  const named = languages(url, versions, own?.href ?? '/')
  return describe(publication, {
    title: edition?.name ?? (tagline ? `${name}: ${tagline}` : name),
    description,
    href: edition?.href ?? '/',
    whole: true,
    // A single edition is the whole publication, whose feeds every page names.
    feeds: own && editions.length > 1 ? [{ title: own.label, href: `/${own.slug}` }] : [],
    forms: { 'text/plain': [{ url: absolute(url, '/llms.txt'), title: 'For language models' }] },
    ...(own ? { locale: own.locale } : {}),
    languages: named,
    otherLocales: named ? editions.map(({ locale }) => locale) : [],
  })
}
