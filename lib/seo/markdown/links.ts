import type { Link, PhrasingContent } from 'mdast'
import { linkKind } from '../../markdown/links.ts'

/**
 * A link of a body as it may stand outside the site: absolute, or null for one that nobody may be sent to.
 * @param href as written
 * @param page the absolute address of the page that it stands on
 */
export function absoluteLink(href: string, page: string): string | null {
  const kind = linkKind(href)
  if (kind === 'unsafe') return null
  return kind === 'contact' ? href : (URL.parse(href, page)?.href ?? null)
}

/** Stands for the `&` of an address while a text is written: one before `name=` begins no entity, and needs no backslash. */
const AND = '\ufdd0'

/** A link whose address is written as it is. @param url absolute */
export const linkTo = (url: string, children: readonly PhrasingContent[], title?: string | null): Link => ({
  type: 'link',
  url: url.replace(/&(?=[\w-]+=)/g, AND),
  title,
  children: [...children],
})

/** A text that has been written, with the addresses of its links as they are. */
export const withAddresses = (written: string): string => written.replaceAll(AND, '&')
