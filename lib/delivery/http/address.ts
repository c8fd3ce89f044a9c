import { knownQuery } from './parameters.ts'
import { isPrivate } from './private.ts'

/** What a request asks for, as its target says it. */
export type Address =
  /** `key` is one for all ways to write an address; `url` is what to ask Next for. */
  | { readonly type: 'page'; readonly key: string; readonly url: string }
  /** A page for one reader only, or where it sends its form: `url` is to be logged nowhere, `path` may be. */
  | { readonly type: 'private'; readonly path: string; readonly url: string }
  /** A file of the content folder; `version` is the `v` of the query. */
  | { readonly type: 'media'; readonly src: string; readonly version: string | null }
  /** A scaled picture: `url` has no parameter but those that Next knows. */
  | { readonly type: 'image'; readonly url: string }
  /** An image to share, or a crop of a picture: path and query. */
  | { readonly type: 'share'; readonly url: string }
  /** A file that comes with the build. */
  | { readonly type: 'asset'; readonly path: string }
  /** Health, figures, hooks, and what serves an editor. */
  | { readonly type: 'operation'; readonly path: string }
  /** `location` is a path of this site, to be answered with 308. */
  | { readonly type: 'redirect'; readonly location: string }
  | { readonly type: 'malformed' }
  | { readonly type: 'too-long' }

const MOST_CHARACTERS = 2048

/** The only characters that a target may be written in. A fragment stays with the browser. */
const PRINTABLE = /^[\x21\x22\x24-\x5b\x5d-\x7e]*$/

/** A proxy's form of the target, whose authority says no more than the Host header. */
const ABSOLUTE = /^https?:\/\/[^/?]+/i

/** What no segment may hold once it is decoded: a second path, or what ends a string elsewhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HIDDEN = /[\x00-\x1f\x7f/\\]/

const OPERATION = /^\/(?:healthz|readyz|metrics|hooks\/git|dev(?:\/.*)?)$/

/** Files that Next puts at fixed addresses; others of the build stand under `/_next`. */
const ASSET = /^\/(?:icon\.svg$|_next(?:\/|$))/

const MALFORMED: Address = { type: 'malformed' }

/**
 * Reads the target of a request. Takes any string and never throws.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2 (forms of a target)
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 (which addresses are the same)
 */
export function readAddress(target: string): Address {
  if (target.length > MOST_CHARACTERS) return { type: 'too-long' }
  const origin = target.startsWith('/') ? target : originForm(target)
  if (origin === null || !PRINTABLE.test(origin)) return MALFORMED
  const [, written = '', query = ''] = /^([^?]*)\??(.*)$/.exec(origin) ?? []
  const segments = decode(written)
  if (segments === null) return MALFORMED
  if (segments[0] === 'media') {
    return { type: 'media', src: `/${segments.join('/')}`, version: new URLSearchParams(query).get('v') }
  }
  if (segments[0] === '_next') return ofBuild(`/${segments.join('/')}`, query)
  return ofSite(segments, query)
}

function originForm(target: string): string | null {
  const rest = ABSOLUTE.test(target) ? target.replace(ABSOLUTE, '') : null
  return rest === null || rest.startsWith('/') ? rest : `/${rest}`
}

/** The decoded segments of a path, or null when one cannot be part of any address here. */
function decode(path: string): string[] | null {
  try {
    const segments = path.slice(1).split('/').map(decodeURIComponent)
    return segments.some((segment) => HIDDEN.test(segment) || segment === '.' || segment === '..') ? null : segments
  } catch {
    return null
  }
}

function ofBuild(path: string, query: string): Address {
  return path === '/_next/image' ? { type: 'image', url: path + knownQuery(path, query) } : { type: 'asset', path }
}

/** Pages and operations have one form: no capitals, no empty segment. Empty ones must not lead to another host either. */
function ofSite(segments: readonly string[], query: string): Address {
  const kept = segments.filter((segment) => segment !== '').map((segment) => segment.replace(/[A-Z]/g, lower))
  const path = `/${kept.map(encodeURIComponent).join('/')}`
  const url = path + knownQuery(path, query)
  const isCanonical = segments.join('/') === kept.join('/')
  if (!isCanonical) return { type: 'redirect', location: url }
  if (OPERATION.test(path)) return { type: 'operation', path }
  if (isPrivate(path)) return { type: 'private', path, url }
  if (kept[0] === 'share' && kept.length === 3) return { type: 'share', url }
  return ASSET.test(path) ? { type: 'asset', path } : { type: 'page', key: url, url }
}

const lower = (letters: string) => letters.toLowerCase()
