import { withTree } from '../../markdown/parse.ts'
import { placeSlots } from '../../markdown/slots.ts'
import { walk } from '../../markdown/walk.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { FullArticle } from '../catalog/entries.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Moment, SeriesRef, Source, Story, TopicRef } from '../model.ts'
import { locate, type Moved } from './articles.ts'
import { toSeriesRef, toStory, toTopicRef } from './present.ts'

/** A story with its text as Markdown, the way its editor wrote it: nothing of it has been made safe to show. */
export interface SourceArticle extends Story {
  readonly body: string
  /** Of the lead picture; Markdown. */
  readonly caption: string | null
  readonly topics: readonly TopicRef[]
  readonly series: SeriesRef | null
  /** `text` is Markdown. */
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[]
  readonly sources: readonly Source[]
  readonly withdrawn: { readonly date: Moment; readonly reason: string } | null
  /** The stories that its `::related` directives name, by the slug that stands there. */
  readonly named: ReadonlyMap<string, Story>
}

/** An address' answer: the story, or where its page is now. */
export type FoundSource = { readonly type: 'found'; readonly article: SourceArticle } | Moved

/**
 * The story whose page is at `/<section>/<slug>`, with its text as it was written. It is found as `findArticle` finds it;
 * a withdrawn one comes without its text.
 */
export async function findSource(section: string, slug: string): Promise<FoundSource | null> {
  const catalog = await open()
  const found = locate(catalog, section, slug)
  return found?.type === 'found' ? { type: 'found', article: toSource(catalog, found.article) } : found
}

function toSource(catalog: Catalog, article: FullArticle): SourceArticle {
  const body = article.state === 'withdrawn' ? '' : article.body
  return {
    ...toStory(catalog, article),
    body,
    caption: article.image?.caption ?? null,
    topics: article.topics.map((topic) => toTopicRef(catalog, topic)),
    series: toSeriesRef(catalog, article.series),
    corrections: article.corrections,
    sources: article.sources,
    withdrawn: article.withdrawn ?? null,
    named: new Map(
      slugsIn(body).flatMap((slug) => {
        const card = catalog.articles.cardAt(slug)
        return card ? [[slug, toStory(catalog, card)]] : []
      }),
    ),
  }
}

/** The slugs that a body's `::related` directives name. */
function slugsIn(body: string): string[] {
  if (!body.includes('::related')) return []
  return withTree(body, (tree) => {
    const slugs: string[] = []
    placeSlots(tree)
    walk(tree, (node) => {
      if (node.type === 'slot' && node.slot.type === 'related') slugs.push(node.slot.slug)
    })
    return slugs
  })
}
