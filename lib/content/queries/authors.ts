import type { Catalog } from '../catalog/catalog.ts'
import type { Entry } from '../catalog/entries.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Author, AuthorRef, Paged, Picture, Story } from '../model.ts'
import { toBody } from './body.ts'
import { collator } from './collate.ts'
import { pageOf } from './paging.ts'
import { toAuthorRef, toPicture } from './present.ts'

/** An author as the list of all shows them; `count` is how many of their stories readers can see. */
export interface ListedAuthor extends AuthorRef {
  readonly role: string | null
  readonly photo: Picture | null
  readonly initials: string
  readonly count: number
}

/** First letters of the first and the last name. */
function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((part) => part.match(/\p{L}/u)?.[0] ?? [])
  return [...new Set([letters[0], letters.at(-1)].slice(0, Math.min(2, letters.length)))].join('').toUpperCase()
}

export function toAuthor(catalog: Catalog, author: Entry<'authors'>): Author {
  return {
    ...toAuthorRef(author.slug, author.name),
    role: author.role ?? null,
    photo: toPicture(catalog, author.photo),
    initials: initialsOf(author.name),
    links: author.links.map(({ label, url }) => ({ label, href: url })),
    biography: toBody(catalog, author.body),
  }
}

/** All authors by name. */
export async function getAuthors(): Promise<ListedAuthor[]> {
  const catalog = await open()
  const { compare } = collator(catalog.site.publication.locale)
  const counts = catalog.lists.counts('author')
  return catalog.entries
    .all('authors')
    .map((author) => ({
      ...toAuthorRef(author.slug, author.name),
      role: author.role ?? null,
      photo: toPicture(catalog, author.photo),
      initials: initialsOf(author.name),
      count: counts.get(author.slug) ?? 0,
    }))
    .sort((a, b) => compare(a.name, b.name))
}

export async function getAuthor(slug: string): Promise<Author | null> {
  const catalog = await open()
  const author = catalog.entries.find('authors', slug)
  return author && toAuthor(catalog, author)
}

/** An author's stories, newest first; see `pageOf`. @returns null where there is no such page */
export const getAuthorStories = async (slug: string, before: string | null): Promise<Paged<Story> | null> =>
  pageOf(await open(), `author:${slug}`, before)
