import type { Publication, Story } from '../../content/model.ts'
import { absolute, embedAddress } from '../addresses.ts'
import { element, textElement, xmlDocument } from '../feeds/xml.ts'
import { SHARE_SIZE, shareAddress } from '../share/address.ts'
import { articleSubject } from '../share/subject.ts'
import { cardSize, fits, type Room, type Size } from './size.ts'

/** How long a consumer may keep an answer, in seconds; the card itself is always as new as the site. */
const CACHE_AGE = 3600

/** A frame may open links, and in windows that are as free as any; it may do nothing else. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'

/** An answer: fields by their names in the specification. */
export type Oembed = Readonly<Record<string, string | number>>

/**
 * What other sites show of a story: its card, in a frame.
 * @param room what there is for the card and, apart from it, for the thumbnail; a thumbnail that is too large is left out
 * @see https://oembed.com/#section2.3
 */
export function oembedOf(publication: Publication, story: Story, room: Room): Oembed {
  const { name, url } = publication
  const size = cardSize(room)
  return {
    type: 'rich',
    version: '1.0',
    title: story.headline,
    ...authorOf(publication, story),
    provider_name: name,
    provider_url: url,
    cache_age: CACHE_AGE,
    ...(fits(SHARE_SIZE, room) && {
      thumbnail_url: absolute(url, shareAddress(articleSubject(publication, story))),
      thumbnail_width: SHARE_SIZE.width,
      thumbnail_height: SHARE_SIZE.height,
    }),
    html: frame(absolute(url, embedAddress(story.slug)), story.headline, size),
    ...size,
  }
}

/** Who signs. Several have no one address. */
function authorOf({ url, locale }: Publication, { byline: { authors, edition } }: Story): Oembed {
  const [only, more] = authors
  if (only === undefined) return edition ? { author_name: edition.name, author_url: absolute(url, edition.href) } : {}
  if (more === undefined) return { author_name: only.name, author_url: absolute(url, only.href) }
  return { author_name: new Intl.ListFormat(locale).format(authors.map(({ name }) => name)) }
}

/** `frameborder` is old, but stays where consumers take out what they do not know. */
const frame = (src: string, title: string, { width, height }: Size): string =>
  `<iframe src="${escapeValue(src)}" width="${width}" height="${height}" title="${escapeValue(title)}" ` +
  `sandbox="${SANDBOX}" loading="lazy" frameborder="0"></iframe>`

const escapeValue = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The same answer as XML. @see https://oembed.com/#section2.3.2 */
export const oembedXml = (oembed: Oembed): string =>
  xmlDocument(element('oembed', {}, ...Object.entries(oembed).map(([name, value]) => textElement(name, String(value)))))
