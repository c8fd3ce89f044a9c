import robotsParser from 'robots-parser'
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { robotsText } from './robots.ts'

const SITE = 'https://broadsheet.example'

const CRAWLERS = { GPTBot: 'disallow', CCBot: 'disallow', PerplexityBot: 'allow' } as const

function robots(over: Parameters<typeof publication>[0] = {}) {
  const text = robotsText(publication(over))
  const parsed = robotsParser(`${SITE}/robots.txt`, text)
  return { text, parsed, allows: (path: string, robot = 'Googlebot') => parsed.isAllowed(SITE + path, robot) }
}

test('all that readers see is open, and what machines read as well', () => {
  const { allows } = robots()
  const open = ['/', '/world', '/world/a', '/world/a.md', '/topics/space?page=2', '/media/dot.png', '/feed.xml']
  const machines = [
    '/oembed?url=x',
    '/embed/a',
    '/share/articles/a.png?v=1',
    '/_next/image?url=x',
    '/sitemaps/pages.xml',
  ]
  for (const path of [...open, ...machines, '/llms.txt']) expect.soft(allows(path), path).toBe(true)
})

test('pages for faults, hooks and what monitors ask are closed, sections with such a name are not', () => {
  const { allows } = robots()
  for (const path of ['/fault', '/fault/missing', '/hooks/git', '/healthz', '/readyz', '/metrics', '/search?q=moon'])
    expect.soft(allows(path), path).toBe(false)
  for (const path of ['/faultlines', '/faultlines/a', '/world/fault', '/metrics-that-matter', '/search', '/searches'])
    expect.soft(allows(path), path).toBe(true)
})

test('the index and the news sitemap are named by absolute address', () => {
  expect(robots().parsed.getSitemaps()).toEqual([`${SITE}/sitemap.xml`, `${SITE}/news-sitemap.xml`])
  expect(robots({ crawlers: CRAWLERS }).parsed.getSitemaps()).toHaveLength(2)
})

test('a robot that is turned away by name may read nothing, and others go on as before', () => {
  const { allows } = robots({ crawlers: CRAWLERS })
  for (const robot of ['GPTBot', 'gptbot', 'GPTBot/1.2', 'CCBot'])
    expect.soft(allows('/world/a', robot), robot).toBe(false)
  for (const robot of ['Googlebot', 'ClaudeBot']) expect.soft(allows('/world/a', robot), robot).toBe(true)
})

test('a robot that is allowed by name may read what all may, and no more', () => {
  const { allows } = robots({ crawlers: CRAWLERS })
  expect(allows('/world/a', 'PerplexityBot')).toBe(true)
  expect(allows('/fault', 'PerplexityBot')).toBe(false)
})

test('the file says what the policy is', () => {
  expect(robots().text).toContain('# No robot is treated differently from others.')
  expect(robots({ crawlers: CRAWLERS }).text).toMatch(/^# .*language models.*$/m)
})

test('a name of several lines adds no rule', () => {
  const { allows, text } = robots({ name: 'Broadsheet\nUser-agent: *\r\nDisallow: /\u2028Disallow: /\u0085x' })
  expect(allows('/world/a')).toBe(true)
  expect(text.split(/[\n\r\u2028\u0085]/)[0]).toContain('Broadsheet User-agent: * Disallow: / Disallow: / x')
})

test('nothing stands outside of the grammar: comments, rules, sitemaps and empty lines', () => {
  const { text } = robots({ crawlers: CRAWLERS })
  const line = /^(?:#.*|(?:User-agent: [\w*-]+)|(?:(?:Allow|Disallow): \/\S*)|(?:Sitemap: https:\/\/\S+)|)$/
  for (const each of text.split('\n')) expect.soft(each).toMatch(line)
})
