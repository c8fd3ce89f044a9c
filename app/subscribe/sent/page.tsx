import type { Metadata } from 'next'
import { one } from '#app/one.ts'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { SentView } from '#components/newsletter/sent-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { readSent } from '#lib/newsletter/signup/pages.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

interface Props {
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  return describePrivate(await getPublication(), 'Check your mail')
}

export default async function Page({ searchParams }: Props) {
  const { state } = await searchParams
  const [publication, sent] = await Promise.all([getPublication(), readSent(one(state), Date.now())])
  return (
    <Shell publication={publication} asks={false}>
      <SentView publication={publication} address={sent?.address ?? null} />
    </Shell>
  )
}
