import type { Block } from '../../markdown/blocks.ts'
import { renderBody } from '../../markdown/render.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { BodyBlock } from '../model.ts'
import { toNewsletterRef } from './newsletters.ts'
import { toPicture, toStory } from './present.ts'

/** A body rendered, with what its blocks name looked up. A block that names something readers may not see is left out. */
export function toBody(
  catalog: Catalog,
  body: string,
  defaults = { newsletter: null as string | null, promotion: false },
): BodyBlock[] {
  const blocks = renderBody(body, (src) => catalog.media(src)?.size ?? null, defaults)
  return blocks.flatMap((block) => resolve(catalog, block) ?? [])
}

/** What an article carries after its third paragraph when it places nothing itself. */
export function articleDefaults(catalog: Catalog): { newsletter: string | null; promotion: boolean } {
  const [first] = catalog.entries.all('newsletters')
  return { newsletter: first?.slug ?? null, promotion: catalog.site.publication.promotion !== null }
}

function resolve(catalog: Catalog, block: Block): BodyBlock | null {
  switch (block.type) {
    case 'newsletter': {
      const newsletter = catalog.entries.find('newsletters', block.name)
      return newsletter && { type: 'newsletter', newsletter: toNewsletterRef(newsletter) }
    }
    case 'promotion': {
      const { promotion } = catalog.site.publication
      return promotion && { type: 'promotion', promotion }
    }
    default:
      return resolveOwn(catalog, block, (inner) => resolve(catalog, inner))
  }
}

/** Blocks that belong to a story, wherever it is shown. */
type Own<Inner> =
  | Exclude<BodyBlock, { readonly type: 'aside' | 'newsletter' | 'promotion' }>
  | { readonly type: 'aside'; readonly title: string; readonly blocks: readonly Inner[] }

/**
 * Looks up what a block of a story names; null for one that names what readers may not see.
 * @param resolveInner does the same for the blocks within one
 */
export function resolveOwn<Inner>(
  catalog: Catalog,
  block: Exclude<Block, { readonly type: 'newsletter' | 'promotion' }>,
  resolveInner: (block: Block) => Inner | null,
): Own<Inner> | null {
  switch (block.type) {
    case 'html':
    case 'pullquote':
      return block
    case 'aside':
      return { ...block, blocks: block.blocks.flatMap((inner) => resolveInner(inner) ?? []) }
    case 'figure': {
      const picture = toPicture(catalog, { src: block.src, alt: block.alt, credit: block.credit ?? undefined })
      return picture && { type: 'figure', picture: { ...picture, captionHtml: block.captionHtml || null } }
    }
    case 'related': {
      const story = catalog.articles.cardAt(block.slug)
      return story && { type: 'related', story: toStory(catalog, story) }
    }
  }
}
