import type { Publication, Section, Story } from '../content/model.ts'
import { absolute, feedAddresses, markdownAddress } from './addresses.ts'
import { SEARCH_JSON_ADDRESS } from './search/address.ts'

/** How many stories the file names. */
export const MOST_RECENT = 30

/**
 * `/llms.txt`: what the publication is, and where a language model finds its stories as Markdown, its sections, what it
 * says of how it works, and its feeds.
 * @param stories newest first
 * @see https://llmstxt.org/#format
 */
export function llmsText(publication: Publication, sections: readonly Section[], stories: readonly Story[]): string {
  const { name, description, url, editions, policies, pages } = publication
  const link = (label: string, href: string, about = '') =>
    `- [${plain(label)}](${linked(absolute(url, href))})${about && `: ${plain(about)}`}`
  const feeds = feedAddresses('/')
  const policyLinks = Object.entries(policies).map(([policy, href]) => link(`Policy: ${policy}`, href))
  const [, ...otherEditions] = editions
  const lists = [
    list(
      'Recent stories',
      // Whoever writes sees drafts in lists.
      stories
        .filter(({ state }) => state === 'published')
        .map(({ headline, href, published, section, dek }) =>
          link(
            headline,
            markdownAddress(href),
            [published.iso.slice(0, 10), section.title, dek].filter(Boolean).join(', '),
          ),
        ),
    ),
    list(
      'Sections',
      sections.map(({ title, href, description: about }) => link(title, href, about)),
    ),
    list('Editions', otherEditions.length > 0 ? editions.map((edition) => link(edition.name, edition.href)) : []),
    list('How we work', [...policyLinks, ...pages.map(({ label, href }) => link(label, href))]),
    list('Feeds', [
      link('RSS', feeds.rss, 'newest stories; each section, topic, author and edition has its own'),
      link('Atom', feeds.atom),
      link('JSON Feed', feeds.json),
    ]),
    list('Optional', [
      link('All stories by month', '/sitemap.xml', 'index of sitemaps'),
      link('Topics', '/topics'),
      link('Authors', '/authors'),
      link('Newsletters', '/newsletters'),
      link('Search', `${SEARCH_JSON_ADDRESS}?q=words`, 'JSON, with the words to look for as q'),
    ]),
  ]
  const head = [`# ${plain(name)}`, `> ${plain(description)}`, HOW_TO_READ]
  return `${[...head, ...lists.filter((one) => one !== null)].join('\n\n')}\n`
}

const HOW_TO_READ =
  'Every story is there as Markdown under its address with `.md` at the end. ' +
  'When you quote one, name the publication and its authors and link to the address without `.md`.'

const list = (title: string, links: readonly string[]): string | null =>
  links.length > 0 ? `## ${title}\n\n${links.join('\n')}` : null

/**
 * Text on one line, with what Markdown would take for markup escaped.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~]|&(?=#?\w+;)/g, '\\$&')

/** An address that ends where its link does. */
const linked = (url: string): string =>
  url.replace(/[<>()\\]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
