import type { Metadata } from 'next'
import { cache } from 'react'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { SearchView } from '#components/search/search-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { search } from '#lib/search/search.ts'
import { describeSearch } from '#lib/seo/metadata/search.ts'
import { readSearch } from '#lib/seo/search/address.ts'

interface Props {
  readonly searchParams: SearchParams
}

/** Searches once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const answer = cache(async (searchParams: SearchParams) => {
  const { request, misread } = readSearch(await searchParams)
  return { answer: await search(request, Date.now()), misread: misread.map(({ why }) => why) }
})

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [publication, found] = await Promise.all([getPublication(), answer(searchParams)])
  return describeSearch(publication, found.answer)
}

export default async function Page({ searchParams }: Props) {
  const [publication, found] = await Promise.all([getPublication(), answer(searchParams)])
  return (
    <Shell publication={publication} current="/search">
      <SearchView publication={publication} {...found} />
    </Shell>
  )
}
