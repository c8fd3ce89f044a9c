import type { Block } from '../../markdown/blocks.ts'
import { renderBody } from '../../markdown/render.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { BodyBlock } from '../model.ts'
import { toNewsletterRef } from './newsletters.ts'
import { isVisible, toPicture, toStory } from './present.ts'

/** A body rendered, with what its blocks name looked up. A block that names something readers may not see is left out. */
export function toBody(
  catalog: Catalog,
  body: string,
  now: number,
  defaults = { newsletter: null as string | null, promotion: false },
): BodyBlock[] {
  const blocks = renderBody(body, (src) => catalog.media.size(src), defaults)
  return blocks.flatMap((block) => resolve(catalog, block, now) ?? [])
}

/** What an article carries after its third paragraph when it places nothing itself. */
export function articleDefaults(catalog: Catalog): { newsletter: string | null; promotion: boolean } {
  const [first = null] = catalog.newsletters.keys()
  return { newsletter: first, promotion: catalog.publication.promotion !== null }
}

function resolve(catalog: Catalog, block: Block, now: number): BodyBlock | null {
  switch (block.type) {
    case 'html':
    case 'pullquote':
      return block
    case 'aside':
      return { ...block, blocks: block.blocks.flatMap((inner) => resolve(catalog, inner, now) ?? []) }
    case 'figure': {
      const picture = toPicture(catalog, { src: block.src, alt: block.alt, credit: block.credit ?? undefined })
      return picture && { type: 'figure', picture: { ...picture, captionHtml: block.captionHtml || null } }
    }
    case 'related': {
      const article = catalog.articles.get(catalog.aliases.get(block.slug) ?? block.slug)
      const shown = article !== undefined && article.status !== 'withdrawn' && isVisible(catalog, article, now)
      return shown ? { type: 'related', story: toStory(catalog, article, now) } : null
    }
    case 'newsletter': {
      const newsletter = catalog.newsletters.get(block.name)
      return newsletter ? { type: 'newsletter', newsletter: toNewsletterRef(newsletter) } : null
    }
    case 'promotion': {
      const { promotion } = catalog.publication
      return promotion && { type: 'promotion', promotion }
    }
  }
}
