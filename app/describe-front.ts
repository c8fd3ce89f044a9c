import type { Metadata } from 'next'
import type { Edition, Publication } from '#lib/content/model.ts'
import { describe } from './describe.ts'

/** The head of a front, which names the fronts of the other editions. */
export function describeFront(publication: Publication, edition: Edition | null): Metadata {
  const { name, tagline, description, editions } = publication
  const title = edition?.name ?? (tagline ? `${name}: ${tagline}` : name)
  const head = describe({ title, description, href: edition?.href ?? '/', whole: true })
  const languages = Object.fromEntries(editions.map(({ locale, href }) => [locale, href]))
  return { ...head, alternates: { ...head.alternates, languages } }
}
