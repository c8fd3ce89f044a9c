import { catalog as open } from '../catalog/store.ts'
import type { Paged, Section, Story } from '../model.ts'
import { pageOf } from './paging.ts'

export const getSection = async (slug: string): Promise<Section | null> =>
  (await open()).site.sections.get(slug) ?? null

/** A section's stories, newest first but led by what its front names; see `pageOf`. @returns null where there is no such page */
export async function getSectionStories(slug: string, before: string | null): Promise<Paged<Story> | null> {
  const catalog = await open()
  const front = catalog.entries.find('fronts', slug)
  const led = [...(front?.lead === undefined ? [] : [front.lead]), ...(front?.second ?? [])]
  return pageOf(catalog, `section:${slug}`, before, [...new Set(led)])
}
