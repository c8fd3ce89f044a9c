import type { OutgoingHttpHeaders } from 'node:http'
import { Reading } from '../../content/catalog/reading.ts'
import { CACHE_CONTROL } from '../cache/lifetimes.ts'
import type { PageParts } from '../cache/page.ts'
import { statusOfFault } from '../faults.ts'
import { announce } from './alternates.ts'
import { type Captured, capture, type Handler } from './capture.ts'
import { lean } from './lean.ts'

/** What an address leads to, and the keys of everything that was read to find out. */
export type Rendered = { readonly keys: ReadonlySet<string> } & (
  | { readonly type: 'page'; readonly parts: PageParts }
  | { readonly type: 'moved'; readonly status: number; readonly location: string }
  | { readonly type: 'missing' }
)

/** Thrown when the site answers with a fault in place of a page. */
class RenderFault extends Error {
  override name = 'RenderFault'
}

/**
 * Renders the page at an address, as readers get it.
 * @param onStreamed told of a page that cannot go without its scripts
 * @throws {RenderFault} when the answer is 5xx, and what the handler throws
 */
export async function renderDocument(
  handle: Handler,
  url: string,
  signal: AbortSignal,
  onStreamed: (url: string) => void,
): Promise<Rendered> {
  const reading = new Reading()
  // What is given up may never come back, and must not hold on to what it read.
  signal.addEventListener('abort', () => reading.end())
  try {
    const { status, headers, body } = await reading.run(() => capture(handle, { url }, signal))
    const { keys } = reading
    const fault = statusOfFault(url)
    if (status >= 500 && status !== NOT_IMPLEMENTED)
      throw new RenderFault(`The page answered with status ${status}; the lines before say why.`)
    if (status === 404 && fault === null) return { type: 'missing', keys }
    const location = text(headers, 'location')
    if (status >= 300 && status < 400 && location !== null) return { type: 'moved', status, location, keys }
    const shown = { status: fault ?? (reading.gone ? 410 : status), headers, body }
    const parts = toParts(url, shown, onStreamed)
    return { type: 'page', parts: reading.partial ? { ...parts, headers: [...parts.headers, FLEETING] } : parts, keys }
  } finally {
    reading.end()
  }
}

/** The one 5xx that tells of what was asked, not of a fault: a route says it of a form that it does not have. */
const NOT_IMPLEMENTED = 501

function toParts(url: string, { status, headers, body }: Captured, onStreamed: (url: string) => void): PageParts {
  const contentType = text(headers, 'content-type') ?? 'application/octet-stream'
  const kept = KEPT.flatMap((name): (readonly [string, string])[] => {
    const value = text(headers, name)
    return value === null ? [] : [[name, value]]
  })
  if (!contentType.startsWith('text/html')) {
    if (headers['cache-control'] === FLEETING[1]) kept.push(FLEETING)
    return { status, contentType, link: text(headers, 'link'), markdown: null, headers: kept, body }
  }
  const { html, streamed, alternates } = lean(body.toString())
  if (streamed) onStreamed(url)
  const { links, markdown } = announce(alternates)
  const link = [...preloads(headers), ...links].join(', ') || null
  return { status, contentType, link, markdown, headers: kept, body: Buffer.from(html) }
}

/** By this, and nothing else in it, a route says that its answer is not worth a place in memory; of pages, Next says more. */
const FLEETING = ['cache-control', CACHE_CONTROL.none] as const

/** What a route may say of its answer, beside its type: who may show, read or list it. */
const KEPT = [
  'access-control-allow-origin',
  'content-disposition',
  'content-security-policy',
  'cross-origin-resource-policy',
  'x-robots-tag',
] as const

/** The header's one value; Next gives some as a list. */
function text(headers: OutgoingHttpHeaders, name: string): string | null {
  const value = headers[name]
  return value === undefined ? null : String(value)
}

/** What React asks browsers to load early, except the scripts that lean pages go without. */
function preloads(headers: OutgoingHttpHeaders): string[] {
  const links = (text(headers, 'link') ?? '').split(/,\s*(?=<)/)
  return links.filter((link) => /;\s*rel="?preload/.test(link) && !/;\s*as="?script/.test(link))
}
