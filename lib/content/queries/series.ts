import { catalog as open } from '../catalog/store.ts'
import type { Series, Story } from '../model.ts'
import { visible } from './paging.ts'
import { toStory } from './present.ts'

export async function getSeries(slug: string): Promise<Series | null> {
  const series = (await open()).series.get(slug)
  return series ? { slug, title: series.title, description: series.description, href: `/series/${slug}` } : null
}

/** The parts of a series in order of publication. */
export async function getSeriesStories(slug: string, now: number): Promise<Story[]> {
  const catalog = await open()
  return visible(catalog, catalog.bySeries.get(slug), now)
    .map((article) => toStory(catalog, article, now))
    .reverse()
}
