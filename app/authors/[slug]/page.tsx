import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { describe } from '#app/describe.ts'
import { readPage, type SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { AuthorView } from '#components/page/author-view.tsx'
import { getAuthor, getAuthorStories } from '#lib/content/queries/authors.ts'
import { getPublication } from '#lib/content/queries/publication.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const author = await getAuthor((await params).slug)
  if (!author) return {}
  const { name, role, href } = author
  const description = role ? `${name}, ${role}: biography and stories.` : `${name}: biography and stories.`
  return describe({ title: name, description, href, page: readPage((await searchParams).page) ?? 1 })
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const page = readPage((await searchParams).page)
  const [publication, author] = await Promise.all([getPublication(), getAuthor(slug)])
  const stories = author && page && (await getAuthorStories(slug, page))
  if (!stories) notFound()
  return (
    <Shell publication={publication} current="/authors">
      <AuthorView publication={publication} author={author} stories={stories} />
    </Shell>
  )
}
