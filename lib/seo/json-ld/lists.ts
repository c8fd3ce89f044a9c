import type { CollectionPage, Graph, Thing } from 'schema-dts'
import type { Front, Paged, Publication, Series, Story, Topic } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { titleOfPage } from '../list-page.ts'
import { breadcrumb, type Crumb, pageCrumb } from './breadcrumb.ts'
import { graphOf, type Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { itemList } from './item-list.ts'
import { editionNode, organization, website, wholeOrganization } from './publisher.ts'

interface Linked {
  readonly href: string
}

/** One page of a list. */
interface List {
  readonly title: string
  readonly description?: string | null
  /** The address of its first page. */
  readonly href: string
  /** What it lists, in the order of the page. */
  readonly items: readonly Linked[]
  /** Which page of it this is, if it has several. */
  readonly query?: string
  readonly upTo?: number | null
  /** The page that leads to it, but for the front. */
  readonly parent?: Crumb
}

/** What a page says of itself that leads to others: of a section, a topic, a series, all authors. */
export function listGraph(site: Site, list: List): Graph {
  const { publication } = site
  return graphOf(below(publication, list), trailOf(publication, list), organization(site), website(site))
}

/** The same for one page of a topic's stories. @param related topics that the page leads to */
export function topicGraph(site: Site, topic: Topic, stories: Paged<Story>, related: readonly Linked[] = []): Graph {
  const { publication } = site
  const { title, description, href } = topic
  const list = { title, description, href, ...stories, parent: { name: 'Topics', href: '/topics' } }
  const page: Thing = {
    ...below(publication, list),
    about: { '@type': 'Thing', name: title, description: description ?? undefined },
    relatedLink: related.length > 0 ? related.map((other) => absolute(publication.url, other.href)) : undefined,
  }
  return graphOf(page, trailOf(publication, list), organization(site), website(site))
}

/** The same for the parts of a running story, which each part refers to. */
export function seriesGraph(site: Site, series: Series, parts: readonly Linked[]): Graph {
  const { publication } = site
  const { title, description, href } = series
  const whole: Thing = {
    '@type': 'CreativeWorkSeries',
    '@id': idOf(publication, href, 'series'),
    name: title,
    description,
    url: absolute(publication.url, href),
    publisher: reference(idOf(publication, '/', 'organization')),
  }
  const list = { title, description, href, items: parts }
  const page = { ...below(publication, list), about: reference(idOf(publication, href, 'series')) }
  return graphOf(page, whole, trailOf(publication, list), organization(site), website(site))
}

/** What a front says: all about the publisher, and the stories from top to bottom. */
export function frontGraph(site: Site, front: Front): Graph {
  const { publication } = site
  const { edition, lead, second, latest, blocks } = front
  const href = edition?.href ?? '/'
  const items = [...(lead ? [lead] : []), ...second, ...latest, ...blocks.flatMap(({ stories }) => stories)]
  const list = { title: edition?.name ?? publication.name, href, items }
  return graphOf(
    {
      ...collection(publication, list, edition?.locale ?? publication.locale),
      about: reference(idOf(publication, '/', 'organization')),
    },
    wholeOrganization(site),
    website(site),
    ...(edition ? [editionNode(publication, edition)] : []),
  )
}

const addressOf = ({ href, query = '' }: List): string => href + query

function trailOf(publication: Publication, list: List) {
  const { title, href, upTo = null, parent } = list
  const above = parent ? [parent] : []
  const here = { name: title, href }
  if (upTo === null) return breadcrumb(publication, [...above, here])
  return breadcrumb(publication, [...above, here, pageCrumb(publication, upTo, addressOf(list))])
}

/** The page itself, where it stands below a front. */
const below = (publication: Publication, list: List): Exclude<CollectionPage, string> => ({
  ...collection(publication, list, publication.locale),
  breadcrumb: reference(idOf(publication, addressOf(list), 'breadcrumb')),
})

function collection(publication: Publication, list: List, locale: string): Exclude<CollectionPage, string> {
  const { title, description, items, upTo = null } = list
  const href = addressOf(list)
  return {
    '@type': 'CollectionPage',
    '@id': idOf(publication, href),
    url: absolute(publication.url, href),
    name: titleOfPage(title, upTo, publication),
    description: description ?? undefined,
    inLanguage: locale,
    isPartOf: reference(idOf(publication, '/', 'website')),
    mainEntity: itemList(
      publication,
      href,
      items.map((item) => item.href),
    ),
  }
}
