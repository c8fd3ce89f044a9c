import type { Edition, Publication, SectionRef } from '../model.ts'
import { KINDS } from '../rules/names.ts'
import type { Entry } from './entries.ts'

/** What every page needs to know of the publication. */
export interface Site {
  readonly publication: Publication
  /** The path of a file under `/media/`. */
  readonly logo: string | null
  /** By slug, with its label; plain news has none. */
  readonly kinds: ReadonlyMap<string, string | null>
  /** The first is the default one. */
  readonly editions: ReadonlyMap<string, Edition>
  /** In their order. */
  readonly sections: ReadonlyMap<string, SectionRef & { readonly description: string }>
}

const TINTS = 8

/** @param siteUrl in place of the address in `site.yaml` */
export function makeSite(
  site: Entry<'site'>,
  sectionEntries: readonly Entry<'sections'>[],
  pages: readonly Entry<'pages'>[],
  hasNewsletters: boolean,
  siteUrl: string | null,
): Site {
  const sections = orderSections(sectionEntries)
  const editions = readEditions(site)
  return {
    publication: { ...publicationOf(site, siteUrl, editions, sections, pages), hasNewsletters },
    logo: site.logo ?? null,
    kinds: new Map<string, string | null>([...Object.entries(KINDS), ...Object.entries(site.kinds)]),
    editions,
    sections,
  }
}

function orderSections(entries: readonly Entry<'sections'>[]): Site['sections'] {
  const ordered = Array.from(entries).sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))
  return new Map(
    ordered.map(({ slug, title, description }, at) => [
      slug,
      { slug, title, description, href: `/${slug}`, tint: (at % TINTS) + 1 },
    ]),
  )
}

function readEditions(site: Entry<'site'>): Site['editions'] {
  return new Map(
    site.editions.map(({ slug, name, label, locale }, at) => [
      slug,
      {
        slug,
        name,
        label: label ?? slug.toUpperCase(),
        locale: locale ?? site.locale,
        href: at === 0 ? '/' : `/${slug}`,
      },
    ]),
  )
}

function publicationOf(
  site: Entry<'site'>,
  siteUrl: string | null,
  editions: Site['editions'],
  sections: Site['sections'],
  pages: readonly Entry<'pages'>[],
): Omit<Publication, 'hasNewsletters'> {
  const bySection = Array.from(sections.values(), ({ title, href }) => ({ label: title, href }))
  const chosen = site.navigation.map(({ label, link }) => ({ label, href: link }))
  return {
    name: site.name,
    tagline: site.tagline ?? null,
    description: site.description,
    url: siteUrl ?? site.url.replace(/\/+$/, ''),
    locale: site.locale,
    timeZone: site.timezone,
    publisher: {
      name: site.publisher.name,
      email: site.publisher.email ?? null,
      address: site.publisher.address ?? null,
    },
    editions: Array.from(editions.values()),
    navigation: chosen.length > 0 ? chosen : bySection,
    pages: Array.from(pages, ({ slug, title }) => ({ label: title, href: `/${slug}` })),
    promotion: site.promotion ?? null,
    profiles: site.profiles,
    policies: site.policies,
    feeds: site.feeds,
    crawlers: site.crawlers,
  }
}
