import { expect, test } from 'vitest'
import { GET } from './route.ts'

interface Where {
  readonly and?: readonly Where[]
  readonly or?: readonly Where[]
  readonly not?: Where
  readonly href_matches?: string | readonly string[]
}

const SITE = 'https://paper.example'

/** @see https://html.spec.whatwg.org/multipage/speculative-loading.html#document-rule-predicate */
function holds({ and, or, not, href_matches: patterns }: Where, href: string): boolean {
  if (and) return and.every((each) => holds(each, href))
  if (or) return or.some((each) => holds(each, href))
  if (not) return !holds(not, href)
  return [patterns ?? []].flat().some((pattern) => new URLPattern(pattern, SITE).test(SITE + href))
}

const fetchedAhead = async (href: string): Promise<boolean> => {
  const { prefetch } = (await GET().json()) as { prefetch: readonly { where: Where }[] }
  return prefetch.some(({ where }) => holds(where, href))
}

test.for(['/', '/world', '/world/a-story', '/newsletters', '/newsletters/morning', '/topics/moon', '/search?q=moon'])(
  '%s may be fetched ahead',
  async (href) => {
    expect(await fetchedAhead(href)).toBe(true)
  },
)

test.for([
  '/subscribe',
  '/subscribe?state=a',
  '/subscribe/preferences?token=a',
  '/subscribe/data?token=a',
  '/unsubscribe?token=a',
  '/unsubscribe/one-click?token=a',
  '/media/a.jpg',
  '/embed/a',
])('%s is fetched by those only who mean it', async (href) => {
  expect(await fetchedAhead(href)).toBe(false)
})
