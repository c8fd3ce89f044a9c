import { catalog as open } from '../catalog/store.ts'
import type { Paged, Section, Story } from '../model.ts'
import { pageOf } from './paging.ts'

export const getSection = async (slug: string): Promise<Section | null> =>
  (await open()).site.sections.get(slug) ?? null

/** A section's stories, newest first but led by what its front names; null past the last page. */
export async function getSectionStories(slug: string, page: number): Promise<Paged<Story> | null> {
  const catalog = await open()
  const front = catalog.entry('fronts', slug)
  const led = [front?.lead, ...(front?.second ?? [])].filter(
    (name) => name !== undefined && catalog.story(name)?.section === slug,
  )
  return pageOf(catalog, `section:${slug}`, page, [...new Set(led as string[])])
}
