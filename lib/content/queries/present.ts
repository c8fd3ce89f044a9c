import { renderInline } from '../../markdown/render.ts'
import type { Catalog } from '../catalog/catalog.ts'
import type { Card, FullArticle } from '../catalog/entries.ts'
import type { Article, AuthorRef, Byline, Picture, SeriesRef, Story, TopicRef } from '../model.ts'

/** A picture of front matter with its size, or null when its file is gone. */
export function toPicture(
  catalog: Catalog,
  image:
    | {
        src: string
        alt: string
        credit?: string | undefined
        caption?: string | undefined
        focus?: { x: number; y: number } | undefined
      }
    | undefined,
): Picture | null {
  const file = image ? catalog.media(image.src) : null
  if (!image || !file?.size) return null
  return {
    // With a mark of its bytes, so that whoever keeps a copy asks anew when the file changes.
    src: `${image.src}?v=${file.version}`,
    ...file.size,
    alt: image.alt,
    credit: image.credit ?? null,
    captionHtml: image.caption ? renderInline(image.caption) : null,
    focus: image.focus ?? { x: 50, y: 50 },
  }
}

export const toAuthorRef = (slug: string, name: string): AuthorRef => ({ slug, name, href: `/authors/${slug}` })

export function toTopicRef(catalog: Catalog, topic: string): TopicRef {
  const { slug, title, href } = catalog.entries.topicRef(topic)
  return { slug, title, href }
}

/** The series of a story; null where it has none, or that is gone. */
export function toSeriesRef(catalog: Catalog, slug: string | undefined): SeriesRef | null {
  const series = slug === undefined ? null : catalog.entries.find('series', slug)
  return series && { slug: series.slug, title: series.title, href: `/series/${series.slug}` }
}

export const toCorrections = ({ corrections }: Pick<FullArticle, 'corrections'>): Article['corrections'] =>
  corrections.map(({ date, text }) => ({ date, html: renderInline(text) }))

function toByline(catalog: Catalog, { authors, edition }: Pick<Card, 'authors' | 'edition'>): Byline {
  return {
    authors: [...new Set(authors)].flatMap((slug) => {
      const name = catalog.entries.byline(slug)
      return name === null ? [] : [toAuthorRef(slug, name)]
    }),
    edition: (edition && catalog.site.editions.get(edition)) || null,
  }
}

/** An article as lists show it. @throws when its section is not in the catalog, which the catalog rules out */
export function toStory(catalog: Catalog, card: Card): Story {
  catalog.noteStory(card.slug)
  const section = catalog.site.sections.get(card.section)
  if (section === undefined || card.state === 'homeless')
    throw new Error(`article "${card.slug}" is in the catalog without its section "${card.section}"`)
  return {
    slug: card.slug,
    href: `/${section.slug}/${card.slug}`,
    headline: card.title,
    dek: card.dek ?? null,
    kicker: catalog.site.kinds.get(card.kind) ?? section.title,
    section: { slug: section.slug, title: section.title, href: section.href, tint: section.tint },
    byline: toByline(catalog, card),
    published: card.published,
    updated: card.updated ?? null,
    // Cards show no caption, and rendering one takes as long as the rest of a card.
    picture: toPicture(catalog, card.image && { ...card.image, caption: undefined }),
    readingMinutes: card.minutes,
    state: card.state,
  }
}
