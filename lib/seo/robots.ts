import type { Publication } from '../content/model.ts'
import { absolute } from './addresses.ts'

/**
 * What no robot needs: pages that the site shows in place of others, hooks, answers for monitors, and searches. Each
 * pattern ends where the address does, since `/fault` would match a section called “faultlines” as well. Searches say
 * `noindex` too, which a robot that may not read them does not see; but their filters and pages lead on without end, and
 * to nothing that sitemaps and lists do not lead to.
 * @see https://developers.google.com/search/docs/crawling-indexing/url-structure
 */
const NOT_FOR_ROBOTS = ['/fault$', '/fault/', '/hooks/', '/healthz$', '/readyz$', '/metrics$', '/search?'] as const

/**
 * robots.txt: all that readers see is open to robots, but for those that `site.yaml` turns away by name. A robot that has
 * a group of its own reads no other, so that each says all of it. Markdown, oEmbed and cards stay open: previews ask for
 * them, and what says `noindex` has to be read to be obeyed; so have the pages where readers sign up and unsubscribe.
 * @see https://developers.google.com/search/docs/crawling-indexing/block-indexing
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function robotsText({ name, url, crawlers }: Publication): string {
  const named = Object.entries(crawlers)
  const policy = [
    `# ${oneLine(name)}: robots may read all that readers see. What they quote, they name and link to.`,
    named.length > 0
      ? '# Robots named here, such as those that gather text for language models, follow the group of their name.'
      : '# No robot is treated differently from others.',
  ]
  const groups = [group('*', 'allow'), ...named.map(([robot, rule]) => group(robot, rule))]
  const sitemaps = ['/sitemap.xml', '/news-sitemap.xml'].map((href) => `Sitemap: ${absolute(url, href)}`)
  return [policy, ...groups, sitemaps].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function group(robot: string, rule: 'allow' | 'disallow'): string[] {
  const rules = rule === 'allow' ? ['Allow: /', ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`)] : ['Disallow: /']
  return [`User-agent: ${robot}`, ...rules]
}

/** A line that goes on would be read as a rule. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ')
