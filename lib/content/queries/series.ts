import { catalog as open } from '../catalog/store.ts'
import type { Series, Story } from '../model.ts'
import { toStory } from './present.ts'

/** More parts than any running story has. */
const MOST_PARTS = 1000

export async function getSeries(slug: string): Promise<Series | null> {
  const series = (await open()).entry('series', slug)
  return series && { slug, title: series.title, description: series.description, href: `/series/${slug}` }
}

/** The parts of a series in order of publication. */
export async function getSeriesStories(slug: string): Promise<Story[]> {
  const catalog = await open()
  return catalog
    .list(`series:${slug}`, MOST_PARTS)
    .map((card) => toStory(catalog, card))
    .reverse()
}
