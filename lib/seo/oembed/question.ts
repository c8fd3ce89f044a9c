import type { Room } from './size.ts'

/** What an oEmbed consumer asks for: the story at a path, in a format. */
export interface OembedQuestion {
  readonly slug: string
  readonly format: 'json' | 'xml'
  readonly room: Room
}

/** Why there is no answer, with the status that says so. */
export interface OembedRefusal {
  readonly status: 400 | 404 | 501
  readonly why: string
}

const FORMATS = ['json', 'xml'] as const

/** What has a page of this form may be a story: `/<section>/<slug>`. */
const STORY = /^\/[^/]+\/([^/]+)\/?$/

/**
 * Reads what stands in an oEmbed request.
 * @param site the publication's address
 * @see https://oembed.com/#section2.2
 */
export function readQuestion(given: URLSearchParams, site: string): OembedQuestion | OembedRefusal {
  const url = URL.parse(given.get('url') ?? '')
  if (url === null) return { status: 400, why: 'Say which story: ?url= and its absolute address, encoded.' }
  const format = FORMATS.find((name) => name === (given.get('format') ?? 'json'))
  if (format === undefined) return { status: 501, why: 'There are the formats json and xml.' }
  const [width, height] = [readLength(given.get('maxwidth')), readLength(given.get('maxheight'))]
  if (Number.isNaN(width) || Number.isNaN(height))
    return { status: 400, why: 'maxwidth and maxheight must be whole numbers of pixels, such as 600.' }
  // A site has moved to TLS, but what stands elsewhere has not.
  const [, slug] = (url.host === new URL(site).host && STORY.exec(url.pathname.toLowerCase())) || []
  if (slug === undefined || !/^https?:$/.test(url.protocol))
    return { status: 404, why: 'There is no story at this address.' }
  return { slug, format, room: { width, height } }
}

/**
 * Whether a request is one of the few about a story that are worth keeping: by its right address, for the usual size.
 * Others can be made up without end.
 * @param address the absolute address of the story's page
 */
export const isUsual = (given: URLSearchParams, address: string): boolean =>
  [{}, ...FORMATS.map((format) => ({ format }))].some(
    (format) => String(given) === String(new URLSearchParams({ url: address, ...format })),
  )

/** A positive number of pixels, null for none, NaN for what is no such number. */
function readLength(value: string | null): number | null {
  if (value === null) return null
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Number.NaN
}
