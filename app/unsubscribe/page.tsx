import type { Metadata } from 'next'
import { one } from '#app/one.ts'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { UnsubscribeView } from '#components/newsletter/unsubscribe-view.tsx'
import { VoidView } from '#components/newsletter/void-view.tsx'
import { getNewsletterRefs } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { unsubscriptionOf } from '#lib/newsletter/signup/pages.ts'
import { markGone } from '#lib/newsletter/web/gone.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

interface Props {
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  return describePrivate(await getPublication(), 'Unsubscribe')
}

/** Where a reader comes who follows the link that mail programs post to. Only the button ends anything. */
export default async function Page({ searchParams }: Props) {
  const token = one((await searchParams).token)
  const [publication, newsletters, found] = await Promise.all([
    getPublication(),
    getNewsletterRefs(),
    unsubscriptionOf(token),
  ])
  if (found === null) markGone()
  const newsletter = newsletters.find(({ slug }) => slug === found?.newsletter) ?? null
  return (
    <Shell publication={publication} asks={false}>
      {found === null ? (
        <VoidView kind="unsubscribe" email={publication.publisher.email} />
      ) : (
        <UnsubscribeView
          token={token}
          title={newsletter?.title ?? 'The newsletter'}
          href={newsletter?.href ?? null}
          gets={found.gets}
        />
      )}
    </Shell>
  )
}
