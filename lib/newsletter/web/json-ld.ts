import type { CollectionPage, Graph } from 'schema-dts'
import { absolute } from '../../seo/addresses.ts'
import { breadcrumb, type Crumb } from '../../seo/json-ld/breadcrumb.ts'
import { graphOf, type Site } from '../../seo/json-ld/graph.ts'
import { idOf, reference } from '../../seo/json-ld/ids.ts'
import { itemList } from '../../seo/json-ld/item-list.ts'
import { organization, website } from '../../seo/json-ld/publisher.ts'
import type { PublishedIssue } from './issues.ts'

/**
 * What the web version of an issue says of itself: when it was sent, and the stories it carried, in their order.
 * @param parent the page of its newsletter, or of all where there is no such newsletter any more
 */
export function issueGraph(site: Site, issue: PublishedIssue, parent: Crumb): Graph {
  const { publication } = site
  const { content, href, built } = issue
  const page: Exclude<CollectionPage, string> = {
    '@type': 'CollectionPage',
    '@id': idOf(publication, href),
    url: absolute(publication.url, href),
    name: content.subject,
    description: content.preheader || undefined,
    datePublished: new Date(built).toISOString(),
    inLanguage: content.locale,
    isPartOf: reference(idOf(publication, '/', 'website')),
    publisher: reference(idOf(publication, '/', 'organization')),
    breadcrumb: reference(idOf(publication, href, 'breadcrumb')),
    mainEntity: itemList(
      publication,
      href,
      content.stories.map((story) => story.href),
    ),
  }
  const trail = breadcrumb(publication, [parent, { name: content.subject, href }])
  return graphOf(page, trail, organization(site), website(site))
}
