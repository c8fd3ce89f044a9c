/** What a link leads to: a web page elsewhere, mail or telephone, this site, or nowhere that readers may be sent. */
export type LinkKind = 'web' | 'contact' | 'internal' | 'unsafe'

/** Browsers drop these characters before they read the scheme. */
const IGNORED = /[\p{Cc} ]/gu

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

/** A path below `/media/` that a browser cannot read as any other: nothing empty in it, and no way up (`..`, `%2e.`). */
export const MEDIA = /^\/media(?:\/(?!\.|%2[eE])[^/\\\p{Cc}]+)+$/u

/** Whether an address is of a file of this site's own `media` folder. */
export const isMedia = (src: string): boolean => MEDIA.test(src)
