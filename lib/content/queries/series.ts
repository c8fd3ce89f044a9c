import type { Catalog } from '../catalog/catalog.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Series, SeriesRef, State, Story } from '../model.ts'
import { toSeriesRef, toStory } from './present.ts'

/** Parts that stand beside an article. */
const NEARBY = 7

/** A part of a series as the others name it. */
export interface Part {
  /** Counted from 1. */
  readonly number: number
  readonly slug: string
  readonly href: string
  readonly headline: string
  readonly state: State
}

/** Where an article stands in its series. Counts only what is published. */
export interface SeriesPlace {
  readonly series: SeriesRef
  /** Counted from 1; null for one that is not among the parts, as when it was withdrawn. */
  readonly part: number | null
  readonly of: number
  readonly previous: Part | null
  readonly next: Part | null
  /** The parts around it, itself among them; all where they are few. */
  readonly nearby: readonly Part[]
}

export async function getSeries(slug: string): Promise<Series | null> {
  const series = (await open()).entries.find('series', slug)
  return series && { slug, title: series.title, description: series.description, href: `/series/${slug}` }
}

/** The parts of a series in order of publication. */
export async function getSeriesStories(slug: string): Promise<Story[]> {
  const catalog = await open()
  return catalog.lists.parts(slug).flatMap((part) => {
    const card = catalog.articles.card(part)
    return card ? [toStory(catalog, card)] : []
  })
}

/** Where an article stands in a series; null where there is no such series. */
export async function getSeriesPlace(slug: string, article: string): Promise<SeriesPlace | null> {
  const catalog = await open()
  const series = toSeriesRef(catalog, slug)
  if (series === null) return null
  const parts = catalog.lists.parts(slug)
  const at = parts.indexOf(article)
  const part = (index: number) => toPart(catalog, parts[index], index + 1)
  const start = Math.max(0, Math.min((at < 0 ? parts.length : at) - Math.floor(NEARBY / 2), parts.length - NEARBY))
  return {
    series,
    part: at < 0 ? null : at + 1,
    of: parts.length,
    previous: at < 0 ? null : part(at - 1),
    next: at < 0 ? null : part(at + 1),
    nearby: parts.slice(start, start + NEARBY).flatMap((_, index) => part(start + index) ?? []),
  }
}

function toPart(catalog: Catalog, slug: string | undefined, number: number): Part | null {
  const card = slug === undefined ? null : catalog.articles.card(slug)
  if (card === null || card.state === 'homeless') return null
  const { title, section, state } = card
  return { number, slug: card.slug, href: `/${section}/${card.slug}`, headline: title, state }
}
