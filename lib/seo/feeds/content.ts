import type { Picture, Publication } from '../../content/model.ts'
import type { FeedBlock } from '../../content/queries/feed-bodies.ts'
import type { FeedStory } from '../../content/queries/feeds.ts'
import { absolute } from '../addresses.ts'
import { mediaUrl } from './media-url.ts'
import { escapeHtml, portable } from './portable.ts'

type Place = Pick<Publication, 'url' | 'locale' | 'timeZone'>

/**
 * A story as HTML that stands by itself, in the order of its page: picture, what was corrected, text, sources. Where a feed
 * has only summaries it is the dek with the corrections, which no reader may miss.
 * @param place the publication; its time zone and language are those in which days are written
 * @returns null where the dek is all there is to say
 */
export function contentOf(story: FeedStory, place: Place): string | null {
  const base = absolute(place.url, story.href)
  const corrections = correctionsOf(story, place, base)
  if (story.body === null)
    return corrections === '' ? null : `<p>${escapeHtml(story.dek ?? story.headline)}</p>${corrections}`
  const picture = story.picture ? figure(story.picture, base) : ''
  return picture + corrections + story.body.map((block) => show(block, base)).join('') + sourcesOf(story)
}

function show(block: FeedBlock, base: string): string {
  switch (block.type) {
    case 'html':
      return portable(block.html, base)
    case 'figure':
      return figure(block.picture, base)
    case 'pullquote':
      return `<blockquote>${portable(block.html, base)}<p><cite>${escapeHtml(block.by)}</cite></p></blockquote>`
    case 'aside':
      return `<aside><p><strong>${escapeHtml(block.title)}</strong></p>${block.blocks.map((inner) => show(inner, base)).join('')}</aside>`
    case 'related':
      return `<p>Read more: ${link(new URL(block.story.href, base).href, block.story.headline)}</p>`
  }
}

const link = (href: string, text: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`

function figure({ src, alt, width, height, captionHtml, credit }: Picture, base: string): string {
  const address = escapeHtml(mediaUrl(base, src))
  const caption = [captionHtml && portable(captionHtml, base), credit && `<small>${escapeHtml(credit)}</small>`]
  const shown = caption.filter(Boolean).join(' ')
  return `<figure><img src="${address}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">${shown && `<figcaption>${shown}</figcaption>`}</figure>`
}

function correctionsOf({ corrections }: FeedStory, { locale, timeZone }: Place, base: string): string {
  if (corrections.length === 0) return ''
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' })
  const items = corrections.map(
    ({ date, html }) =>
      `<p><strong>Correction, ${escapeHtml(day.format(date.ms))}:</strong> ${portable(html, base)}</p>`,
  )
  return `<aside>${items.join('')}</aside>`
}

const sourcesOf = ({ sources }: FeedStory): string =>
  sources.length === 0
    ? ''
    : `<p>Sources: ${sources.map(({ url, name }) => link(new URL(url).href, name)).join(', ')}</p>`
