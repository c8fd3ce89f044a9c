import { renderInline } from '../../markdown/render.ts'
import { readingMinutes } from '../../markdown/words.ts'
import type { Catalog, Entry } from '../catalog/catalog.ts'
import type { AuthorRef, Byline, Picture, State, Story } from '../model.ts'

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
  const size = image ? catalog.media.size(image.src) : null
  if (!image || !size) return null
  return {
    src: versioned(catalog, image.src),
    ...size,
    alt: image.alt,
    credit: image.credit ?? null,
    captionHtml: image.caption ? renderInline(image.caption) : null,
    focus: image.focus ?? { x: 50, y: 50 },
  }
}

/** A picture's address with a mark of its bytes, so that whoever keeps a copy asks anew when the file changes. */
const versioned = ({ media }: Catalog, src: string): string => `${src}?v=${media.version(src)}`

export const toAuthorRef = ({ slug, name }: { slug: string; name: string }): AuthorRef => ({
  slug,
  name,
  href: `/authors/${slug}`,
})

function toByline(catalog: Catalog, { authors, edition }: Pick<Entry<'articles'>, 'authors' | 'edition'>): Byline {
  return {
    authors: [...new Set(authors)].flatMap((slug) => {
      const author = catalog.authors.get(slug)
      return author ? [toAuthorRef(author)] : []
    }),
    edition: (edition && catalog.editions.get(edition)) || null,
  }
}

function stateOf({ status, published }: Entry<'articles'>, now: number): State {
  if (status !== 'published') return status
  return published.ms > now ? 'scheduled' : 'published'
}

/** Whether readers may see an article now; while writing, drafts and scheduled ones show too. */
export const isVisible = (catalog: Catalog, article: Entry<'articles'>, now: number): boolean =>
  catalog.drafts || (article.status !== 'draft' && article.published.ms <= now)

/** An article as lists show it. @throws when its section is not in the catalog, which the catalog rules out */
export function toStory(catalog: Catalog, article: Entry<'articles'>, now: number): Story {
  const section = catalog.sections.get(article.section)
  if (section === undefined)
    throw new Error(`article "${article.slug}" is in the catalog without its section "${article.section}"`)
  return {
    slug: article.slug,
    href: `/${section.slug}/${article.slug}`,
    headline: article.title,
    dek: article.dek ?? null,
    kicker: catalog.kinds.get(article.kind) ?? section.title,
    section: { slug: section.slug, title: section.title, href: section.href, tint: section.tint },
    byline: toByline(catalog, article),
    published: article.published,
    updated: article.updated ?? null,
    picture: toPicture(catalog, article.image),
    readingMinutes: readingMinutes(article.words),
    state: stateOf(article, now),
  }
}
