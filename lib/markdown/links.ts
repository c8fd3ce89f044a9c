/** What a link leads to: a web page elsewhere, mail or telephone, this site, or nowhere that readers may be sent. */
export type LinkKind = 'web' | 'contact' | 'internal' | 'unsafe'

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these characters before they read the scheme
const IGNORED = /[\u0000-\u0020\u007f-\u009f]/g

/**
 * Sorts a link by its scheme, as a browser would read it: control characters and spaces inside do not hide a scheme.
 * @see https://url.spec.whatwg.org/#url-parsing
 */
export function linkKind(href: string): LinkKind {
  const bare = href.replace(IGNORED, '')
  if (/^(?:https?:)?[\\/]{2}/i.test(bare)) return 'web'
  if (/^(?:mailto|tel):/i.test(bare)) return 'contact'
  return /^[a-z][a-z\d+.-]*:/i.test(bare) ? 'unsafe' : 'internal'
}
