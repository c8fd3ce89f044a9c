import { LRUCache } from 'lru-cache'
import type { Block } from '../../markdown/blocks.ts'
import type { Measure } from '../../markdown/decorate.ts'
import { renderBody } from '../../markdown/render.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { BodyBlock } from '../model.ts'
import { resolveOwn } from './body.ts'

/** What a feed carries of a body: what asks readers to sign up or subscribe belongs to the site. */
export type FeedBlock =
  | Exclude<BodyBlock, { readonly type: 'aside' | 'newsletter' | 'promotion' }>
  | { readonly type: 'aside'; readonly title: string; readonly blocks: readonly FeedBlock[] }

/** A body as it came out when the pictures in its text had these sizes. */
interface Kept {
  readonly blocks: readonly Block[]
  readonly sizes: ReadonlyMap<string, ReturnType<Measure>>
}

/** In characters, of Markdown and HTML: some 450 stories of usual length, in 8 MB. */
const MOST_KEPT = 4 * 1024 * 1024

/**
 * By the text of a body. A story stands in some twenty feeds, and each of them is made anew when one of thirty stories
 * changes: without this, rendering the other twenty-nine again would be nearly all of the work.
 */
const kept = new LRUCache<string, Kept>({
  maxSize: MOST_KEPT,
  sizeCalculation: ({ blocks }, text) => text.length + blocks.reduce((sum, block) => sum + lengthOf(block), 1),
})

const lengthOf = (block: Block): number =>
  'html' in block
    ? block.html.length
    : 'blocks' in block
      ? block.blocks.reduce((sum, inner) => sum + lengthOf(inner), 0)
      : 0

/** A body rendered for feeds, with what its blocks name looked up. */
export const toFeedBody = (catalog: Catalog, body: string): FeedBlock[] =>
  render(body, (src) => catalog.media(src)?.size ?? null).flatMap((block) => resolve(catalog, block) ?? [])

/** Sizes are asked for even when the body is known: each question is noted, and its answer may be another now. */
function render(body: string, measure: Measure): readonly Block[] {
  const known = kept.get(body)
  if (known && Array.from(known.sizes).every(([src, size]) => isSame(measure(src), size))) return known.blocks
  const sizes = new Map<string, ReturnType<Measure>>()
  const measured: Measure = (src) => {
    const size = measure(src)
    sizes.set(src, size)
    return size
  }
  const blocks = renderBody(body, measured, { newsletter: null, promotion: false })
  kept.set(body, { blocks, sizes })
  return blocks
}

const isSame = (one: ReturnType<Measure>, other: ReturnType<Measure>): boolean =>
  one?.width === other?.width && one?.height === other?.height

function resolve(catalog: Catalog, block: Block): FeedBlock | null {
  if (block.type === 'newsletter' || block.type === 'promotion') return null
  const own = resolveOwn(catalog, block, (inner) => resolve(catalog, inner))
  // While writing, a draft can be a related story; a feed names none.
  return own?.type === 'related' && own.story.state !== 'published' ? null : own
}
