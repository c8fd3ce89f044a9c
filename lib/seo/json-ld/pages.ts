import type { Graph, Person } from 'schema-dts'
import type { Author, Newsletter, Page, Publication, TopicRef } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import type { ListPage } from '../list-page.ts'
import { breadcrumb, type Crumb, pageCrumb } from './breadcrumb.ts'
import { graphOf, type Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { imageOf } from './image.ts'
import { organization, website } from './publisher.ts'
import { textOfBody } from './text.ts'

/** What a plain page says of itself: about, standards, privacy. */
export const pageGraph = (site: Site, page: Page): Graph =>
  ownGraph(site, page.slug === 'about' ? 'AboutPage' : 'WebPage', page)

/** What a newsletter's page says of itself. */
export const newsletterGraph = (site: Site, newsletter: Newsletter): Graph =>
  ownGraph(site, 'WebPage', newsletter, { name: 'Newsletters', href: '/newsletters' })

type Own = Pick<Page, 'href' | 'title' | 'description'>

function ownGraph(site: Site, type: 'AboutPage' | 'WebPage', { href, title, description }: Own, parent?: Crumb): Graph {
  const { publication } = site
  return graphOf(
    {
      '@type': type,
      '@id': idOf(publication, href),
      url: absolute(publication.url, href),
      name: title,
      description: description ?? undefined,
      inLanguage: publication.locale,
      isPartOf: reference(idOf(publication, '/', 'website')),
      breadcrumb: reference(idOf(publication, href, 'breadcrumb')),
    },
    breadcrumb(publication, [...(parent ? [parent] : []), { name: title, href }]),
    organization(site),
    website(site),
  )
}

/**
 * What an author's page says: who that is.
 * @param place of the list of stories below the biography
 * @param topics what they write about
 * @see https://developers.google.com/search/docs/appearance/structured-data/profile-page
 */
export function profileGraph(
  site: Site,
  author: Author,
  place: Partial<ListPage> = {},
  topics: readonly TopicRef[] = [],
): Graph {
  const { query = '', upTo = null } = place
  const { publication } = site
  const href = author.href + query
  const own = { name: author.name, href: author.href }
  const parent = { name: 'Authors', href: '/authors' }
  return graphOf(
    {
      '@type': 'ProfilePage',
      '@id': idOf(publication, href),
      url: absolute(publication.url, href),
      inLanguage: publication.locale,
      isPartOf: reference(idOf(publication, '/', 'website')),
      breadcrumb: reference(idOf(publication, href, 'breadcrumb')),
      mainEntity: person(publication, author, topics),
    },
    breadcrumb(publication, upTo === null ? [parent, own] : [parent, own, pageCrumb(publication, upTo, href)]),
    organization(site),
    website(site),
  )
}

function person(publication: Publication, author: Author, topics: readonly TopicRef[]): Person {
  const elsewhere = author.links.map(({ href }) => href).filter((href) => /^https?:/i.test(href))
  return {
    '@type': 'Person',
    '@id': idOf(publication, author.href, 'person'),
    name: author.name,
    url: absolute(publication.url, author.href),
    jobTitle: author.role ?? undefined,
    description: textOfBody(author.biography) || undefined,
    image: author.photo ? imageOf(publication, author.photo) : undefined,
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
    knowsAbout:
      topics.length > 0
        ? topics.map(({ title, href }) => ({ '@type': 'Thing', name: title, url: absolute(publication.url, href) }))
        : undefined,
    worksFor: reference(idOf(publication, '/', 'organization')),
  }
}
