import type { Metadata } from 'next'
import { one } from '#app/one.ts'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { ConfirmView } from '#components/newsletter/confirm-view.tsx'
import { VoidView } from '#components/newsletter/void-view.tsx'
import { getNewsletterRefs } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { confirmationOf } from '#lib/newsletter/signup/pages.ts'
import { markGone } from '#lib/newsletter/web/gone.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

interface Props {
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  return describePrivate(await getPublication(), 'Confirm')
}

/** Where the link in a mail leads. It changes nothing, since programs follow links as well. */
export default async function Page({ searchParams }: Props) {
  const token = one((await searchParams).token)
  const [publication, newsletters, application] = await Promise.all([
    getPublication(),
    getNewsletterRefs(),
    confirmationOf(token, Date.now()),
  ])
  if (application === null) markGone()
  const asked = newsletters.filter(({ slug }) => application?.newsletters.includes(slug))
  return (
    <Shell publication={publication} asks={false}>
      {application === null ? (
        <VoidView kind="confirm" email={publication.publisher.email} />
      ) : (
        <ConfirmView token={token} application={application} titles={asked.map(({ title }) => title)} />
      )}
    </Shell>
  )
}
