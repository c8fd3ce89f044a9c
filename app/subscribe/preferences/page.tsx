import type { Metadata } from 'next'
import { one } from '#app/one.ts'
import type { SearchParams } from '#app/paging.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { PreferencesView } from '#components/newsletter/preferences-view.tsx'
import { VoidView } from '#components/newsletter/void-view.tsx'
import { getNewsletters } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { preferencesOf, readChange } from '#lib/newsletter/signup/pages.ts'
import { isSaid } from '#lib/newsletter/signup/said.ts'
import { markGone } from '#lib/newsletter/web/gone.ts'
import { describePrivate } from '#lib/seo/metadata/private.ts'

interface Props {
  readonly searchParams: SearchParams
}

export async function generateMetadata(): Promise<Metadata> {
  return describePrivate(await getPublication(), 'What you get')
}

/** What the link in each issue opens. */
export default async function Page({ searchParams }: Props) {
  const asked = await searchParams
  const token = one(asked.token)
  const [publication, newsletters, subscriber, change] = await Promise.all([
    getPublication(),
    getNewsletters(),
    preferencesOf(token),
    readChange(one(asked.state), Date.now()),
  ])
  if (subscriber === null) markGone()
  const said = isSaid(asked.said) ? asked.said : null
  return (
    <Shell publication={publication} asks={false}>
      {subscriber === null ? (
        <VoidView kind="preferences" email={publication.publisher.email} />
      ) : (
        <PreferencesView {...{ publication, newsletters, subscriber, token, said }} typed={change?.address ?? ''} />
      )}
    </Shell>
  )
}
