import type { Representation } from '../cache/page.ts'
import { remembering } from './remembering.ts'

/**
 * Whether a client would rather have Markdown than HTML. Browsers name HTML first and with full weight, so that nothing can
 * come before it: of them nothing more is read than that.
 * @param accept the header's value, as received
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (accept === undefined || accept === '*/*' || accept.startsWith('text/html,')) return false
  return choose(accept)
}

/** Of two that are liked alike, who names Markdown wants it: no browser does. For `*` alone there is the page. */
const choose = remembering((accept: string): boolean => {
  const ranges = new Map(accept.split(',').map(readRange))
  const weigh = (type: string) => ranges.get(type) ?? ranges.get('text/*') ?? ranges.get('*/*') ?? 0
  const [html, markdown] = [weigh('text/html'), weigh('text/markdown')]
  if (markdown !== html) return markdown > html
  return markdown > 0 && ranges.has('text/markdown')
})

/** A media range without its parameters, and its weight from 0 to 1; one whose weight cannot be read counts as refused. */
function readRange(part: string): [string, number] {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '')
  if (weight === undefined) return [range, 1]
  return [range, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 0]
}

/** How long others may keep what stands at a page's address in place of the page: caches in between do not all heed `Vary`. */
const PRIVATE = 'private, max-age=0'

/** What holds for the address of the Markdown alone, not for the page's. */
const OWN = new Set(['x-robots-tag'])

/**
 * The Markdown of a page as the answer at the page's own address.
 * @param location where it has an address of its own
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.7 (`Content-Location`)
 */
export function atPageAddress({ heads, unchanged, ...rest }: Representation, location: string): Representation {
  const restate = (head: readonly string[]): string[] => {
    const stated: string[] = []
    for (let at = 0; at < head.length; at += 2) {
      const [name = '', value = ''] = [head[at], head[at + 1]]
      if (OWN.has(name)) continue
      stated.push(name, name === 'cache-control' ? PRIVATE : name === 'vary' ? NEGOTIATED : value)
    }
    return [...stated, 'content-location', location]
  }
  return {
    ...rest,
    heads: [restate(heads[0]), restate(heads[1])],
    unchanged: [restate(unchanged[0]), restate(unchanged[1])],
  }
}

/** What an answer depends on that there is in more than one form. */
export const NEGOTIATED = 'accept, accept-encoding'
