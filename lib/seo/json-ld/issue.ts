import type { CollectionPage, Graph } from 'schema-dts'
import type { PublishedIssue } from '../../newsletter/web/issues.ts'
import { absolute } from '../addresses.ts'
import { breadcrumb, type Crumb } from './breadcrumb.ts'
import { graphOf, type Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { itemList } from './item-list.ts'
import { organization, website } from './publisher.ts'

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
