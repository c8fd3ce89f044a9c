import { catalog as open } from '../catalog/store.ts'
import type { Story } from '../model.ts'
import { toStory } from './present.ts'

/** What a slug, as other sites keep it, leads to: a story, or the slug that it has now. */
export type FoundCard =
  | { readonly type: 'found'; readonly story: Story }
  | { readonly type: 'moved'; readonly slug: string }

/**
 * A story by its slug alone, for what other sites show of it. A withdrawn one is found, too, and says so in its `state`:
 * what stands elsewhere must follow. Null for what readers may not see.
 */
export async function findCard(slug: string): Promise<FoundCard | null> {
  const catalog = await open()
  const article = catalog.articles.at(slug)
  if (article === null) return null
  if (article.slug !== slug) return { type: 'moved', slug: article.slug }
  if (article.state === 'withdrawn') catalog.noteGone()
  return { type: 'found', story: toStory(catalog, article) }
}
