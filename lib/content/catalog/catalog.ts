import { typeset } from '../../markdown/typography.ts'
import type { Edition, Publication, SectionRef, TopicRef } from '../model.ts'
import { KINDS } from '../rules/names.ts'
import type { Media } from '../source/media.ts'
import type { FieldsOf, Kind, ParsedFile } from '../source/read.ts'

/** A file's content, complete and right. */
export type Entry<K extends Kind> = FieldsOf<K> & {
  readonly slug: string
  readonly body: string
  readonly words: number
}

export interface CatalogOptions {
  /** In place of the address in `site.yaml`. */
  readonly siteUrl: string | null
  /** Whether drafts and scheduled stories show, as they do while writing. */
  readonly drafts: boolean
}

/** Everything that can be asked about, held in memory. Queries read it; nothing writes to it once it is made. */
export interface Catalog extends CatalogOptions {
  readonly publication: Publication
  readonly media: Media
  readonly kinds: ReadonlyMap<string, string | null>
  readonly editions: ReadonlyMap<string, Edition>
  readonly sections: ReadonlyMap<string, SectionRef & { readonly description: string }>
  readonly topics: ReadonlyMap<string, TopicRef & { readonly description: string | null }>
  readonly authors: ReadonlyMap<string, Entry<'authors'>>
  readonly series: ReadonlyMap<string, Entry<'series'>>
  /** In the order of their files' names; the first is the one whose sign-up bodies carry by default. */
  readonly newsletters: ReadonlyMap<string, Entry<'newsletters'>>
  readonly pages: ReadonlyMap<string, Entry<'pages'>>
  readonly fronts: ReadonlyMap<string, Entry<'fronts'>>
  readonly articles: ReadonlyMap<string, Entry<'articles'>>
  /** Old slug → current slug. */
  readonly aliases: ReadonlyMap<string, string>
  /** All listable articles, newest first; also by section, topic, author and series. */
  readonly newest: readonly Entry<'articles'>[]
  readonly bySection: ReadonlyMap<string, readonly Entry<'articles'>[]>
  readonly byTopic: ReadonlyMap<string, readonly Entry<'articles'>[]>
  readonly byAuthor: ReadonlyMap<string, readonly Entry<'articles'>[]>
  readonly bySeries: ReadonlyMap<string, readonly Entry<'articles'>[]>
}

const TINTS = 8

/** Makes a catalog of good files, or null while there is no good `site.yaml`. */
export function makeCatalog(files: Iterable<ParsedFile>, media: Media, options: CatalogOptions): Catalog | null {
  const held = new Map<Kind, Map<string, Entry<Kind>>>()
  for (const { kind, slug, complete, document, words } of files) {
    if (complete === null) continue
    const entries = held.get(kind) ?? new Map<string, Entry<Kind>>()
    entries.set(slug, { ...typesetFields(complete), slug, body: document?.body ?? '', words } as Entry<Kind>)
    held.set(kind, entries)
  }
  const entries = <K extends Kind>(kind: K) => (held.get(kind) ?? new Map()) as Map<string, Entry<K>>
  const site = entries('site').get('site')
  if (site === undefined) return null

  const sections = orderSections(entries('sections').values())
  const editions = readEditions(site)
  const listed = Array.from(entries('articles').values())
    .filter(({ section, status }) => sections.has(section) && (status !== 'draft' || options.drafts))
    .sort((a, b) => b.published.ms - a.published.ms || (a.slug < b.slug ? -1 : 1))
  const newest = listed.filter(({ status }) => status !== 'withdrawn')
  return {
    ...options,
    publication: publicationOf(site, options.siteUrl, editions, sections, entries('pages')),
    media,
    kinds: new Map<string, string | null>([...Object.entries(KINDS), ...Object.entries(site.kinds)]),
    editions,
    sections,
    topics: nameTopics(newest, entries('topics')),
    authors: entries('authors'),
    series: entries('series'),
    newsletters: entries('newsletters'),
    pages: entries('pages'),
    fronts: entries('fronts'),
    articles: new Map(listed.map((article) => [article.slug, article])),
    aliases: new Map(listed.flatMap(({ slug, aliases }) => aliases.map((alias): [string, string] => [alias, slug]))),
    newest,
    bySection: groupBy(newest, ({ section }) => [section]),
    byTopic: groupBy(newest, ({ topics }) => topics),
    byAuthor: groupBy(newest, ({ authors }) => authors),
    bySeries: groupBy(newest, ({ series }) => (series ? [series] : [])),
  }
}

/** Fields of plain text that readers see, as typewritten as a body is. */
const PRINTED: ReadonlySet<string> = new Set([
  'title',
  'dek',
  'description',
  'tagline',
  'name',
  'role',
  'reason',
  'text',
  'label',
])
const GROUPS: ReadonlySet<string> = new Set(['withdrawn', 'promotion'])

/** The same fields with the quotation marks and dashes of print. */
function typesetFields<F extends object>(fields: F): F {
  const set = ([field, value]: [string, unknown]): [string, unknown] => {
    if (typeof value === 'string' && PRINTED.has(field)) return [field, typeset(value)]
    return [field, GROUPS.has(field) && value ? typesetFields(value) : value]
  }
  return Object.fromEntries(Object.entries(fields).map(set)) as F
}

function orderSections(entries: Iterable<Entry<'sections'>>): Catalog['sections'] {
  const ordered = Array.from(entries).sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1))
  return new Map(
    ordered.map(({ slug, title, description }, at) => [
      slug,
      { slug, title, description, href: `/${slug}`, tint: (at % TINTS) + 1 },
    ]),
  )
}

function readEditions(site: Entry<'site'>): Catalog['editions'] {
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
  editions: Catalog['editions'],
  sections: Catalog['sections'],
  pages: ReadonlyMap<string, Entry<'pages'>>,
): Publication {
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
    pages: Array.from(pages.values(), ({ slug, title }) => ({ label: title, href: `/${slug}` })),
    promotion: site.promotion ?? null,
  }
}

/** `space-race` → `Space race`. */
const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

function nameTopics(
  articles: readonly Entry<'articles'>[],
  files: ReadonlyMap<string, Entry<'topics'>>,
): Catalog['topics'] {
  const slugs = new Set(articles.flatMap(({ topics }) => topics))
  return new Map(
    [...new Set([...slugs, ...files.keys()])].sort().map((slug) => {
      const file = files.get(slug)
      return [
        slug,
        { slug, title: file?.title ?? titleOf(slug), description: file?.description ?? null, href: `/topics/${slug}` },
      ]
    }),
  )
}

function groupBy(articles: readonly Entry<'articles'>[], keysOf: (article: Entry<'articles'>) => readonly string[]) {
  const groups = new Map<string, Entry<'articles'>[]>()
  for (const article of articles) {
    for (const key of new Set(keysOf(article))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [article])
      else group.push(article)
    }
  }
  return groups
}
