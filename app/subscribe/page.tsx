import type { Metadata } from 'next'
import { cache } from 'react'
import { one } from '#app/one.ts'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { SubscribeView, titleOfSubscribe } from '#components/newsletter/subscribe-view.tsx'
import { getNewsletters } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { freshToken, readState } from '#lib/newsletter/signup/pages.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

interface Props {
  readonly searchParams: SearchParams
}

const read = cache(async (searchParams: SearchParams) => readState(one((await searchParams).state), Date.now()))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return describePrivate(await getPublication(), titleOfSubscribe(await read(searchParams)))
}

export default async function Page({ searchParams }: Props) {
  const [publication, newsletters, state, token] = await Promise.all([
    getPublication(),
    getNewsletters(),
    read(searchParams),
    freshToken(Date.now()),
  ])
  return (
    <Shell publication={publication} asks={false}>
      <SubscribeView {...{ publication, newsletters, state, token }} />
    </Shell>
  )
}
