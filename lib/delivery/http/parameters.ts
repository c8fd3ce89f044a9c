/**
 * The routes whose answer depends on what stands after `?`, and on which names there. Any other name is no part of an
 * address.
 */
const KNOWN: readonly { readonly path: RegExp; readonly names: readonly string[] }[] = [
  { path: /^\/(?:un)?subscribe(?:\/[^.]*)?$/, names: ['token', 'state', 'said'] },
  { path: /^\/search(?:\.json)?$/, names: ['q', 'section', 'kind', 'author', 'year', 'sort', 'page', 'until'] },
  { path: /^\/(?!(?:archive|authors|most-read|newsletters|oembed|topics)$)[^/.]+$/, names: ['before', 'page'] },
  { path: /^\/oembed$/, names: ['url', 'format', 'maxwidth', 'maxheight'] },
  { path: /^\/share\/[^/]+\/[^/]+$/, names: ['v'] },
  { path: /^\/(?:authors|newsletters|topics)\/[^/.]+$/, names: ['before', 'page'] },
  { path: /^\/archive(?:\/\d+){3}$/, names: ['after'] },
  { path: /^\/_next\/image$/, names: ['url', 'w', 'q'] },
]

/**
 * The part of a query that a route knows, in fixed order. A name that is repeated or empty stays: the route
 * answers that there is no such page.
 * @param path in normalised form
 * @param query what follows `?`, as the client wrote it; malformed escapes are read as U+FFFD, and none is an error
 * @returns the empty string, or a query with its `?`
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 */
export function knownQuery(path: string, query: string): string {
  if (query === '') return ''
  const names = KNOWN.find((route) => route.path.test(path))?.names ?? []
  const given = new URLSearchParams(query)
  const known = new URLSearchParams(names.flatMap((name) => given.getAll(name).map((value) => [name, value])))
  return known.size === 0 ? '' : `?${known}`
}
