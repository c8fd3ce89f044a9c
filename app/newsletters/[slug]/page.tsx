import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { describe } from '#app/describe.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { NewsletterView } from '#components/page/newsletter-view.tsx'
import { getNewsletter } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const newsletter = await getNewsletter((await params).slug)
  return newsletter ? describe(newsletter) : {}
}

export default async function Page({ params }: Props) {
  const [publication, newsletter] = await Promise.all([getPublication(), getNewsletter((await params).slug)])
  if (!newsletter) notFound()
  return (
    <Shell publication={publication} current="/newsletters">
      <NewsletterView publication={publication} newsletter={newsletter} />
    </Shell>
  )
}
