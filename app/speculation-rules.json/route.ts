import { PRESSED } from '#lib/delivery/readership/purpose.ts'

/** Where addresses of two segments are none of a story. */
const LISTS = ['archive', 'authors', 'newsletters', 'series', 'topics'].map((room) => `/${room}/*`)
const FILES = ['/media/*', '/embed/*']
/** Pages of one reader's own, which nobody asks for without meaning to. */
const PRIVATE = ['/subscribe', '/subscribe/*', '/unsubscribe', '/unsubscribe/*']
const STORY = '/:section/:slug'

/**
 * What a browser may fetch before it is asked for: a page whose link is being pointed at, which halves the time until it
 * is there; a story when its link is being pressed. By the request for a story its readers are counted, and pointing is
 * not reading: see `strayOf`. No script, and nothing but pages of this site.
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Speculation-Rules
 */
const RULES = {
  prefetch: [
    {
      where: {
        or: [
          { and: [{ href_matches: '/*' }, { not: { href_matches: [STORY, ...FILES, ...PRIVATE] } }] },
          { href_matches: LISTS },
        ],
      },
      eagerness: 'moderate',
    },
    {
      tag: PRESSED,
      where: { and: [{ href_matches: STORY }, { not: { href_matches: [...LISTS, ...FILES, ...PRIVATE] } }] },
      eagerness: 'conservative',
    },
  ],
}

export function GET(): Response {
  return Response.json(RULES, { headers: { 'content-type': 'application/speculationrules+json' } })
}
