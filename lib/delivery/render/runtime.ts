import { attribute, type Tag } from './tags.ts'

/** Comments by which React finds its way in a document: between two texts, and around finished boundaries. */
export const MARKERS: ReadonlySet<string> = new Set([' ', '$', '/$', '&', '/&'])

/** Signs of a boundary that was not ready, or failed, when the page was sent. */
export const NEEDS_SCRIPT: { readonly comments: ReadonlySet<string>; readonly id: RegExp } = {
  comments: new Set(['$?', '$!', '$~']),
  id: /^[BPS]:/,
}

/** Attributes that say nothing to a browser. */
export const RUNTIME_ATTRIBUTES: ReadonlySet<string> = new Set(['data-nimg', 'data-precedence'])

/** Metadata that Next's scripts leave for each other. */
export const RUNTIME_META: ReadonlySet<string> = new Set(['next-size-adjust'])

/** Structured data, and what is marked as the site's own. */
export const isOurs = (tag: Tag): boolean =>
  attribute(tag, 'type') === 'application/ld+json' || attribute(tag, 'data-broadsheet') !== undefined

/** Whether a link fetches scripts early, or holds the page back until one of them has run. */
export function isRuntimeLink(tag: Tag): boolean {
  const rel = attribute(tag, 'rel')?.toLowerCase()
  if (rel === 'preload') return attribute(tag, 'as')?.toLowerCase() === 'script'
  return rel === 'modulepreload' || (rel === 'expect' && /^#(?:_R|«)/.test(attribute(tag, 'href') ?? ''))
}
