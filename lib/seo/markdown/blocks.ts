import type { Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { Story } from '../../content/model.ts'
import type { MarkdownSlot } from '../../markdown/slots.ts'
import { linkTo } from './links.ts'

/** What a body's blocks need to know of the site around. */
export interface Surroundings {
  /** The publication's address, without a slash at its end. */
  readonly url: string
  /** The absolute address of the page that the text stands on. */
  readonly page: string
  /** The stories that the text names, by slug. */
  readonly named: ReadonlyMap<string, Pick<Story, 'headline' | 'href'>>
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const quoted = (children: readonly RootContent[]): Blockquote => ({
  type: 'blockquote',
  children: children as Blockquote['children'],
})

/**
 * What a page draws as a block, in plain Markdown. What sells or signs up belongs to the page, not to the story.
 * @param content the block's content, plain already
 */
export function plainBlock(
  { slot }: MarkdownSlot,
  content: readonly RootContent[],
  { url, page, named }: Surroundings,
): RootContent[] {
  switch (slot.type) {
    case 'figure':
      return figure({ ...slot, src: new URL(slot.src, page).href }, content)
    case 'pullquote':
      return [quoted([...content, paragraph(text(`— ${slot.by}`))])]
    case 'aside':
      return [quoted([paragraph({ type: 'strong', children: [text(slot.title)] }), ...content])]
    case 'related': {
      const story = named.get(slot.slug)
      if (story === undefined) return []
      return [paragraph(text('Read more: '), linkTo(`${url}${story.href}`, [text(story.headline)]))]
    }
    case 'newsletter':
    case 'promotion':
      return []
  }
}

/**
 * A picture, and under it its caption and whom to credit.
 * @param picture.src absolute
 * @param caption plain Markdown
 */
export function figure(
  { src, alt, credit }: { readonly src: string; readonly alt: string; readonly credit: string | null },
  caption: readonly RootContent[],
): RootContent[] {
  const image = paragraph({ type: 'image', url: src, alt })
  if (!credit) return [image, ...caption]
  const words = text(`Credit: ${credit}`)
  const [only, more] = caption
  if (only?.type !== 'paragraph' || more !== undefined) return [image, ...caption, paragraph(words)]
  return [image, paragraph(...only.children, text(' '), words)]
}
