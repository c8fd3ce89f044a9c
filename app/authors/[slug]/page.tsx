import type { Metadata } from 'next'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { readBefore, type SearchParams } from '#app/paging.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { AuthorView } from '#components/page/author-view.tsx'
import { getAuthor, getAuthorStories } from '#lib/content/queries/authors.ts'
import { getBeat } from '#lib/content/queries/beat.ts'
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
  const before = await readBefore(searchParams, `/authors/${slug}`)
  const [publication, author] = await Promise.all([getPublication(), readAuthor(slug)])
  const stories = author && (await readStories(slug, before))
  return stories ? describeAuthor(publication, author, stories) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const before = await readBefore(searchParams, `/authors/${slug}`)
  const [publication, author] = await Promise.all([getPublication(), readAuthor(slug)])
  const stories = author && (await readStories(slug, before))
  if (!stories) return elsewhere(slug, 'authors')
  // Older pages are an archive: what an author covers now is no matter of theirs.
  const [logo, beat] = await Promise.all([getLogo(), stories.query === '' ? getBeat(slug) : null])
  return (
    <Shell publication={publication} current="/authors">
      <AuthorView publication={publication} author={author} stories={stories} beat={beat} />
      <JsonLd graph={profileGraph({ publication, logo }, author, stories, beat?.topics)} />
    </Shell>
  )
}
