import type { NewsMediaOrganization, Organization, SearchAction, WebSite } from 'schema-dts'
import type { Edition, Publication } from '../../content/model.ts'
import type { Policy } from '../../content/schema/site.ts'
import { absolute } from '../addresses.ts'
import { SEARCH_ADDRESS } from '../search/address.ts'
import type { Site } from './graph.ts'
import { idOf, reference } from './ids.ts'
import { imageOf } from './image.ts'

/** Where schema.org has each policy. @see https://schema.org/NewsMediaOrganization */
const POLICIES = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  verification: 'verificationFactCheckingPolicy',
  sources: 'unnamedSourcesPolicy',
  feedback: 'actionableFeedbackPolicy',
  diversity: 'diversityPolicy',
  mission: 'missionCoveragePrioritiesPolicy',
  masthead: 'masthead',
  ownership: 'ownershipFundingInfo',
} as const satisfies Record<Policy, string>

type OrganizationNode = Exclude<NewsMediaOrganization, string>

/** Who publishes, as far as a page about something else needs it: the address on the site, the name and the logo. */
export function organization({ publication, logo }: Site): OrganizationNode {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': idOf(publication, '/', 'organization'),
    name: publication.name,
    url: absolute(publication.url, '/'),
    logo: logo ? imageOf(publication, logo) : undefined,
  }
}

/**
 * All that is known of who publishes. It stands on the fronts, since one page that tells it is enough.
 * @see https://developers.google.com/search/docs/appearance/structured-data/organization
 */
export function wholeOrganization(site: Site): OrganizationNode {
  const { publication } = site
  const { publisher, profiles, policies, description } = publication
  const { email, address } = publisher
  const told = Object.entries(policies).map(([policy, href]) => [
    POLICIES[policy as Policy],
    absolute(publication.url, href),
  ])
  return {
    ...organization(site),
    description,
    legalName: publisher.name,
    address: address ?? undefined,
    email: email ?? undefined,
    contactPoint: email ? { '@type': 'ContactPoint', email } : undefined,
    sameAs: profiles.length > 0 ? profiles : undefined,
    ...Object.fromEntries(told),
  }
}

/** The desk of an edition, which signs stories. */
export function editionNode(publication: Publication, { name, href }: Edition): Exclude<Organization, string> {
  return {
    '@type': 'Organization',
    '@id': idOf(publication, href, 'edition'),
    name,
    url: absolute(publication.url, href),
    parentOrganization: reference(idOf(publication, '/', 'organization')),
  }
}

/**
 * The site itself, and how to search it.
 * @see https://schema.org/docs/actions.html#part-4
 */
export function website({ publication }: Site): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    '@id': idOf(publication, '/', 'website'),
    name: publication.name,
    url: absolute(publication.url, '/'),
    inLanguage: publication.locale,
    publisher: reference(idOf(publication, '/', 'organization')),
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute(publication.url, SEARCH_ADDRESS)}?q={q}`,
      'query-input': 'required name=q',
    } as SearchAction,
  }
}
