/** Another form of a page, as the page's head names it. */
export interface Alternate {
  readonly type: string
  /** As written, with its entities. */
  readonly href: string
}

const MARKDOWN = 'text/markdown'

/** Forms that a client may want without reading the page. Feeds are looked for in the page itself, by all who read them. */
const ANNOUNCED: ReadonlySet<string> = new Set([MARKDOWN, 'application/json+oembed', 'text/plain'])

/** What a page says of its other forms to those who read headers. */
export interface Announced {
  /** For the `Link` header. */
  readonly links: readonly string[]
  /** The address of the page in Markdown, or null when there is none. */
  readonly markdown: string | null
}

/**
 * What the header says of the forms that a page's head names.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 * @see https://oembed.com/#section4 (discovery by a header)
 */
export function announce(alternates: readonly Alternate[]): Announced {
  const announced = alternates.flatMap(({ type, href }) => {
    const path = ANNOUNCED.has(type) ? pathOf(href) : null
    return path === null ? [] : [{ type, path }]
  })
  return {
    links: announced.map(({ type, path }) => `<${path}>; rel="alternate"; type="${type}"`),
    markdown: announced.find(({ type }) => type === MARKDOWN)?.path ?? null,
  }
}

/** The address without its host, which is this site's; null for one that cannot be read. */
function pathOf(href: string): string | null {
  const url = URL.parse(href.replaceAll('&amp;', '&'), 'http://localhost')
  return url && url.pathname + url.search
}
