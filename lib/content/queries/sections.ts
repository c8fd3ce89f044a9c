import { catalog as open } from '../catalog/store.ts'
import type { Paged, Section, Story } from '../model.ts'
import { pageOf } from './paging.ts'

export async function getSection(slug: string): Promise<Section | null> {
  return (await open()).sections.get(slug) ?? null
}

/** A section's stories, newest first but led by what its front names; null past the last page. */
export async function getSectionStories(slug: string, page: number, now: number): Promise<Paged<Story> | null> {
  const catalog = await open()
  const articles = catalog.bySection.get(slug) ?? []
  const front = catalog.fronts.get(slug)
  const led = [front?.lead, ...(front?.second ?? [])].flatMap(
    (name) => articles.find((article) => article.slug === name) ?? [],
  )
  return pageOf(catalog, [...new Set([...led, ...articles])], page, now)
}
