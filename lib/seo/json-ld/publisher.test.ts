import { expect, test } from 'vitest'
import type { Publication } from '#lib/content/model.ts'
import { siteOf } from '#tests/fixtures/json-ld.ts'
import { picture } from '#tests/fixtures/stories.ts'
import { organization, website, wholeOrganization } from './publisher.ts'

const SITE = 'https://broadsheet.example'
const whole = (over: Partial<Publication> = {}) => JSON.parse(JSON.stringify(wholeOrganization(siteOf(over))))

test('each policy of site.yaml has its property, as an absolute address', () => {
  const policies = {
    principles: '/standards',
    ethics: '/ethics',
    corrections: '/corrections',
    verification: '/verification',
    sources: '/sources',
    feedback: 'mailto:desk@broadsheet.example',
    diversity: 'https://other.example/diversity',
    mission: '/mission',
    masthead: '/authors',
    ownership: '/about',
  }
  expect(whole({ policies })).toMatchObject({
    publishingPrinciples: `${SITE}/standards`,
    ethicsPolicy: `${SITE}/ethics`,
    correctionsPolicy: `${SITE}/corrections`,
    verificationFactCheckingPolicy: `${SITE}/verification`,
    unnamedSourcesPolicy: `${SITE}/sources`,
    actionableFeedbackPolicy: 'mailto:desk@broadsheet.example',
    diversityPolicy: 'https://other.example/diversity',
    missionCoveragePrioritiesPolicy: `${SITE}/mission`,
    masthead: `${SITE}/authors`,
    ownershipFundingInfo: `${SITE}/about`,
  })
})

test('who publishes tells its names, how to reach it and where else it is', () => {
  const publisher = { name: 'The Press', email: 'desk@broadsheet.example', address: '1 Fleet Street' }
  expect(whole({ publisher, profiles: ['https://social.example/@b'] })).toMatchObject({
    '@type': 'NewsMediaOrganization',
    '@id': `${SITE}/#organization`,
    name: 'Broadsheet',
    legalName: 'The Press',
    address: '1 Fleet Street',
    email: 'desk@broadsheet.example',
    contactPoint: { '@type': 'ContactPoint', email: 'desk@broadsheet.example' },
    sameAs: ['https://social.example/@b'],
  })
})

test('of what a publication does not tell, nothing is said', () => {
  const node = whole({ publisher: { name: 'The Press', email: null, address: null } })
  expect(Object.keys(node).sort()).toEqual(['@id', '@type', 'description', 'legalName', 'name', 'url'])
})

test('a logo has an absolute address and its size', () => {
  const logo = picture({ src: '/media/the logo.png?v=1', width: 512, height: 512, credit: null })
  expect(JSON.parse(JSON.stringify(organization({ ...siteOf(), logo }))).logo).toEqual({
    '@type': 'ImageObject',
    url: `${SITE}/media/the%20logo.png?v=1`,
    width: '512',
    height: '512',
  })
})

test('the site is published by who publishes it', () => {
  expect(website(siteOf())).toMatchObject({ '@id': `${SITE}/#website`, publisher: { '@id': `${SITE}/#organization` } })
})

test('the site says how it is searched', () => {
  expect(website(siteOf()).potentialAction).toEqual({
    '@type': 'SearchAction',
    target: `${SITE}/search?q={q}`,
    'query-input': 'required name=q',
  })
})
