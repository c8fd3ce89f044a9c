import type { Metadata } from 'next'
import { elsewhere } from '#app/elsewhere.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { NewsletterView } from '#components/page/newsletter-view.tsx'
import { getNewsletter } from '#lib/content/queries/newsletters.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { newsletterGraph } from '#lib/seo/json-ld/pages.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const newsletter = await getNewsletter((await params).slug)
  return newsletter ? describe(await getPublication(), newsletter) : {}
}

export default async function Page({ params }: Props) {
  const { slug } = await params
  const [publication, logo, newsletter] = await Promise.all([getPublication(), getLogo(), getNewsletter(slug)])
  if (!newsletter) return elsewhere(slug, 'newsletters')
  return (
    <Shell publication={publication} current="/newsletters">
      <NewsletterView publication={publication} newsletter={newsletter} />
      <JsonLd graph={newsletterGraph({ publication, logo }, newsletter)} />
    </Shell>
  )
}
