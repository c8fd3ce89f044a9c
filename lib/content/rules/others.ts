import { linkKind } from '../../markdown/links.ts'
import type { ParsedFile, ParsedFileOf } from '../source/read.ts'
import { checkBody } from './body.ts'
import { linkFault } from './links.ts'
import { type Names, RESERVED } from './names.ts'
import { pictureFault } from './pictures.ts'
import type { Report } from './report.ts'

const TOP = { line: 1, column: 1 }

/** Checks what any file but an article says of other files. */
export function checkOther(file: Exclude<ParsedFile, { kind: 'articles' }>, names: Names, report: Report): void {
  if (file.document === null) return
  switch (file.kind) {
    case 'site':
      checkSite(file, names, report)
      return
    case 'authors': {
      const { photo, links } = file.values
      const fault = photo ? pictureFault(photo.src, names) : null
      if (fault) report.field(['photo', 'src'], fault.rule, fault.message)
      for (const [at, { url }] of (links ?? []).entries()) checkField(['links', at, 'url'], url, names, report)
      break
    }
    case 'sections':
      checkTopName(file.slug, 'section', names, report)
      break
    case 'pages':
      checkTopName(file.slug, 'page', names, report)
      break
    case 'newsletters':
      checkSelection(file, names, report)
      break
    case 'fronts':
      checkFront(file, names, report)
      return
  }
  checkBody(file.document, names, { address: addressOf(file), visibleFrom: null }, report)
}

const addressOf = ({ kind, slug }: ParsedFile) =>
  kind === 'sections' || kind === 'pages' ? `/${slug}` : `/${kind}/${slug}`

function checkField(path: (string | number)[], href: string, names: Names, report: Report): void {
  if (linkKind(href) !== 'internal') return
  const fault = linkFault(href, names, { address: '/', visibleFrom: null, anchors: () => null })
  if (fault) report.field(path, fault.rule, fault.message)
}

function checkSite(file: ParsedFileOf<'site'>, names: Names, report: Report): void {
  const { editions = [], navigation = [], promotion, logo, policies = {}, publisher } = file.values
  const seen = new Set<string>()
  for (const [at, { slug }] of editions.entries()) {
    const path = ['editions', at, 'slug']
    if (RESERVED.has(slug)) report.field(path, 'reserved-slug', `"${slug}" is a name that the site needs itself`)
    else if (seen.has(slug)) report.field(path, 'duplicate-slug', `the edition "${slug}" is listed twice`)
    else if (names.files.sections.has(slug))
      report.field(path, 'duplicate-slug', `"${slug}" is a section too, and both would be at /${slug}`)
    seen.add(slug)
  }
  for (const [at, { link }] of navigation.entries()) checkField(['navigation', at, 'link'], link, names, report)
  if (promotion) checkField(['promotion', 'link'], promotion.link, names, report)
  for (const [policy, link] of Object.entries(policies)) checkField(['policies', policy], link, names, report)
  const fault = logo === undefined ? null : pictureFault(logo, names)
  if (fault) report.field(['logo'], fault.rule, fault.message)
  if (publisher && publisher.address === undefined && !isEmpty(names.files.newsletters.keys()))
    report.field(['publisher'], 'no-address', NO_ADDRESS)
}

/** @see https://www.ftc.gov/business-guidance/resources/can-spam-act-compliance-guide-business */
const NO_ADDRESS =
  'newsletters must say where their publisher gets letters, as the law of many countries has it; add "address"'

const isEmpty = (names: Iterable<string>): boolean => Iterator.from(names).next().done === true

/** Sections, pages and editions share the first part of an address. */
function checkTopName(slug: string, what: 'section' | 'page', { files, editions }: Names, report: Report): void {
  if (RESERVED.has(slug))
    report.at(TOP, 'reserved-slug', `"${slug}" is a name that the site needs itself; rename the file`)
  if (what === 'page' && files.sections.has(slug))
    report.at(TOP, 'duplicate-slug', `"${slug}" is a section too, and both would be at /${slug}`)
  if (what === 'page' && editions.has(slug))
    report.at(TOP, 'duplicate-slug', `"${slug}" is an edition too, and both would be at /${slug}`)
}

function checkSelection(file: ParsedFileOf<'newsletters'>, names: Names, report: Report): void {
  const { sections = [], topics = [], kinds = [], editions = [] } = file.values.selection ?? {}
  const each = (field: string, slugs: readonly string[], check: (path: (string | number)[], slug: string) => void) => {
    for (const [at, slug] of slugs.entries()) check(['selection', field, at], slug)
  }
  each('sections', sections, (path, slug) =>
    report.known(path, slug, names.files.sections, 'unknown-section', 'section % has no file in sections/'),
  )
  each('topics', topics, (path, slug) =>
    report.known(path, slug, names.topics, 'unknown-topic', 'no article has the topic %'),
  )
  each('kinds', kinds, (path, slug) => report.known(path, slug, names.kinds, 'unknown-kind', 'there is no kind %'))
  each('editions', editions, (path, slug) =>
    report.known(path, slug, names.editions, 'unknown-edition', 'edition % is not in site.yaml'),
  )
}

function checkFront(file: ParsedFileOf<'fronts'>, names: Names, report: Report): void {
  const { lead, second = [], blocks = [] } = file.values
  const [first, ...others] = names.editions.keys()
  if (file.slug !== 'home' && !others.includes(file.slug) && !names.files.sections.has(file.slug)) {
    const own =
      file.slug === first
        ? 'the first edition\'s front is "home"'
        : `a front is named "home", or for an edition or a section`
    report.at(TOP, 'unknown-edition', `${own}; there is none called "${file.slug}"`)
  }
  const articles = names.files.articles
  report.known(['lead'], lead, articles, 'unknown-article', 'there is no article %')
  for (const [at, slug] of second.entries())
    report.known(['second', at], slug, articles, 'unknown-article', 'there is no article %')
  for (const [at, slug] of blocks.entries()) {
    report.known(['blocks', at], slug, names.files.sections, 'unknown-section', 'section % has no file in sections/')
  }
}
