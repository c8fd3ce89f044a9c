import { linkKind } from '../../markdown/links.ts'
import { readPeriod } from '../calendar/period.ts'
import type { Rule } from '../problems.ts'
import { didYouMean, didYouMeanPath } from '../suggest.ts'
import type { Known, Names } from './names.ts'

/** Why a link is wrong, or null when it leads somewhere. */
export type LinkFault = { readonly rule: Rule; readonly message: string } | null

/** Pages of the site that no file makes. */
const ROUTES = new Set(['/', '/archive', '/authors', '/most-read', '/newsletters', '/search', '/subscribe', '/topics'])

/** Where a link stands: the address of its page, its anchors, and from when on readers can follow it. */
export interface LinkContext {
  readonly address: string
  readonly anchors: () => ReadonlySet<string> | null
  /** Milliseconds since the epoch; null for a draft, whose links nobody meets yet. */
  readonly visibleFrom: number | null
}

/** Judges a link as Markdown or front matter has it. */
export function linkFault(href: string, names: Names, context: LinkContext): LinkFault {
  const kind = linkKind(href)
  if (kind === 'unsafe') {
    return {
      rule: 'unsafe-link',
      message: `links may lead to https:, mailto: and tel: addresses and to this site, not to "${short(href)}"`,
    }
  }
  if (kind === 'contact') return null
  const own = names.url
  const ours = href === own || href.startsWith(`${own}/`) || href.startsWith(`${own}#`)
  if (kind === 'web' && !ours) return null
  if (href.startsWith('#') || href === '') return anchorFault(href.slice(1), href, context.anchors)
  let url: URL
  try {
    url = new URL(ours ? href.slice(own.length) || '/' : href, `http://site${context.address}`)
  } catch {
    return { rule: 'dead-link', message: `"${short(href)}" is not an address` }
  }
  const fault = pathFault(decode(url.pathname), href, names, context)
  if (fault !== null || url.hash.length < 2) return fault
  return anchorFault(url.hash.slice(1), href, () => anchorsAt(decode(url.pathname), names))
}

const short = (href: string) => (href.length > 80 ? `${href.slice(0, 80)}…` : href)

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const dead = (href: string, why: string): LinkFault => ({
  rule: 'dead-link',
  message: `the link to "${short(href)}" leads nowhere: ${why}`,
})

function pathFault(pathname: string, href: string, names: Names, context: LinkContext): LinkFault {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname
  if (ROUTES.has(path)) return null
  if (path.startsWith('/media/')) {
    return names.media.has(path) ? null : dead(href, `there is no such file${didYouMeanPath(path, names.media.paths)}`)
  }
  const [first = '', second, ...rest] = path.slice(1).split('/')
  if (first === 'archive' && second !== undefined)
    return readPeriod([second, ...rest]) === null ? dead(href, 'the calendar has no such day, month or year') : null
  if (rest.length > 0 && !isIssue(first, rest)) return dead(href, 'no page has such an address')
  const { sections, pages, authors, series, newsletters, articles } = names.files
  if (second === undefined) {
    if (sections.has(first) || pages.has(first) || otherEditions(names).includes(first)) return null
    const known = [...sections.keys(), ...pages.keys(), ...otherEditions(names)]
    return dead(href, `no section, page or edition has that name${didYouMean(first, known)}`)
  }
  const lists = new Map<string, Known>([
    ['authors', authors],
    ['series', series],
    ['newsletters', newsletters],
    ['topics', names.topics],
  ])
  const list = lists.get(first)
  if (list !== undefined) {
    return list.has(second)
      ? null
      : dead(href, `there is no "${second}" in ${first}/${didYouMean(second, list.keys())}`)
  }
  if (!sections.has(first)) return dead(href, `there is no section "${first}"${didYouMean(first, sections.keys())}`)
  const article = names.article(names.alias(second) ?? second)
  if (article === undefined) return dead(href, `there is no article "${second}"${didYouMean(second, articles.keys())}`)
  const { status, published } = article
  if (context.visibleFrom === null) return null
  if (status === 'draft') return dead(href, 'that article is a draft')
  if (published && published.ms > context.visibleFrom) {
    names.later(published.ms)
    return dead(href, 'that article is published later than this one')
  }
  return null
}

/** Whether an address may be of an issue of a newsletter: which there are, no file tells. */
const isIssue = (first: string, [date = '', ...rest]: readonly string[]): boolean =>
  first === 'newsletters' && rest.length === 0 && /^\d{4}-\d\d-\d\d$/.test(date) && readPeriod(date.split('-')) !== null

function anchorFault(anchor: string, href: string, anchors: LinkContext['anchors']): LinkFault {
  const known = anchors()
  const name = decode(anchor)
  if (known === null || known.has(name)) return null
  const why = name === '' ? 'it names no place' : `no heading has that anchor${didYouMean(name, known)}`
  return { rule: 'dead-anchor', message: `the link to "${short(href)}" leads nowhere: ${why}` }
}

/** The first edition's front is at `/`; the others have an address by their name. */
const otherEditions = ({ editions }: Names): string[] => Array.from(editions.keys()).slice(1)

/** The anchors of the article or plain page at a path, or null for other pages, which take theirs from views. */
function anchorsAt(pathname: string, names: Names): ReadonlySet<string> | null {
  const [first = '', slug = ''] = pathname.slice(1).split('/')
  if (slug === '') return names.files.pages.has(first) ? names.anchors('pages', first) : null
  return names.files.sections.has(first) ? names.anchors('articles', names.alias(slug) ?? slug) : null
}
