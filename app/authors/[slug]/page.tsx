import type { Metadata } from 'next'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { readPage, type SearchParams } from '#app/paging.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { AuthorView } from '#components/page/author-view.tsx'
import { getAuthor, getAuthorStories } from '#lib/content/queries/authors.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { profileGraph } from '#lib/seo/json-ld/pages.ts'
import { describeAuthor } from '#lib/seo/metadata/lists.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readAuthor = cache(getAuthor)
const readStories = cache(getAuthorStories)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, author] = await Promise.all([getPublication(), readAuthor(slug)])
  const stories = author && page && (await readStories(slug, page))
  return stories ? describeAuthor(publication, author, stories) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, author] = await Promise.all([getPublication(), readAuthor(slug)])
  const stories = author && page && (await readStories(slug, page))
  if (!stories) return elsewhere(slug, 'authors')
  const logo = await getLogo()
  return (
    <Shell publication={publication} current="/authors">
      <AuthorView publication={publication} author={author} stories={stories} />
      <JsonLd graph={profileGraph({ publication, logo }, author, stories.page)} />
    </Shell>
  )
}
