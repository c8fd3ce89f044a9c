import { settings } from '#lib/settings.ts'

/**
 * Where search engines read the key with which the site tells them of changes.
 * @see https://www.indexnow.org/documentation
 */
export function GET(): Response {
  const { indexNowKey: key } = settings()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-robots-tag': 'noindex' }
  return key === null
    ? new Response('This site has no key.\n', { status: 404, headers })
    : new Response(key, { headers })
}
