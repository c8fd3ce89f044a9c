/** What is between one reader and the site: forms, and pages that a signed link opens. */
const PRIVATE = /^\/(?:un)?subscribe(?:\/|$)/

/** Where forms and mail programs send to. */
const TAKES = /^\/subscribe\/do\//

/** Where mail programs send to, and where a reader who follows the same link is led on. */
export const ONE_CLICK = '/unsubscribe/one-click'

/** Whether a page, by its path in normalised form, is for one reader only and is neither kept, listed nor logged by its query. */
export const isPrivate = (path: string): boolean => PRIVATE.test(path)

/**
 * How a private address may be asked, as the `Allow` header says it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.1
 */
export function methodsOf(path: string): string {
  if (path === ONE_CLICK) return 'GET, HEAD, POST'
  return TAKES.test(path) ? 'POST' : 'GET, HEAD'
}

/**
 * What every answer at a private address carries. Its own address is a secret that lets whoever has it choose for the
 * reader, so that no cache, no other page and no search engine may learn it.
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5 (no-store)
 * @see https://www.w3.org/TR/referrer-policy/#referrer-policy-no-referrer
 */
export const PRIVATE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}
