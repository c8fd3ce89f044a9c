import type { Catalog, Entry } from '../catalog/catalog.ts'
import { catalog as open } from '../catalog/store.ts'
import type { Author, AuthorRef, Paged, Picture, Story } from '../model.ts'
import { toBody } from './body.ts'
import { pageOf, visible } from './paging.ts'
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

export function toAuthor(catalog: Catalog, author: Entry<'authors'>, now: number): Author {
  return {
    ...toAuthorRef(author),
    role: author.role ?? null,
    photo: toPicture(catalog, author.photo),
    initials: initialsOf(author.name),
    links: author.links.map(({ label, url }) => ({ label, href: url })),
    biography: toBody(catalog, author.body, now),
  }
}

/** All authors by name. */
export async function getAuthors(now: number): Promise<ListedAuthor[]> {
  const catalog = await open()
  const { compare } = new Intl.Collator(catalog.publication.locale)
  return Array.from(catalog.authors.values(), (author) => ({
    ...toAuthorRef(author),
    role: author.role ?? null,
    photo: toPicture(catalog, author.photo),
    initials: initialsOf(author.name),
    count: visible(catalog, catalog.byAuthor.get(author.slug), now).length,
  })).sort((a, b) => compare(a.name, b.name))
}

export async function getAuthor(slug: string, now: number): Promise<Author | null> {
  const catalog = await open()
  const author = catalog.authors.get(slug)
  return author ? toAuthor(catalog, author, now) : null
}

/** An author's stories, newest first, or null past the last page. */
export async function getAuthorStories(slug: string, page: number, now: number): Promise<Paged<Story> | null> {
  const catalog = await open()
  return pageOf(catalog, catalog.byAuthor.get(slug), page, now)
}
