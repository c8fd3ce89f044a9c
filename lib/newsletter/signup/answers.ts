/** What every answer to a form or link of newsletters has: it is for one reader, and its address opens what is theirs. */
export const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
} as const

/**
 * Leads to a page, by GET.
 * @param href a path of this site. A path it stays: the server does not see the host that readers know.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-303-see-other
 */
export const seeOther = (href: string): Response =>
  new Response(null, { status: 303, headers: { ...PRIVATE, location: href } })

/** A sentence as plain text, for programs, and for people whom no page can be shown. */
export const say = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' } })
