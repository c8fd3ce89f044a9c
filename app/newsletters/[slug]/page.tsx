import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { elsewhere } from '#app/elsewhere.ts'
import { readBefore, type SearchParams } from '#app/paging.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { NewsletterView } from '#components/page/newsletter-view.tsx'
import { getNewsletter } from '#lib/content/queries/newsletters.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { formToken } from '#lib/newsletter/signup/pages.ts'
import { getIssues } from '#lib/newsletter/web/issues.ts'
import { describeNewsletter } from '#lib/newsletter/web/metadata.ts'
import { newsletterGraph } from '#lib/seo/json-ld/pages.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

/** Issues on a page: a month of a daily one. */
const ISSUES = 31

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const newsletter = await getNewsletter((await params).slug)
  if (!newsletter) return {}
  return describeNewsletter(await getPublication(), newsletter, await readBefore(searchParams, newsletter.href))
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const [publication, logo, newsletter] = await Promise.all([getPublication(), getLogo(), getNewsletter(slug)])
  if (!newsletter) return elsewhere(slug, 'newsletters')
  const before = await readBefore(searchParams, newsletter.href)
  const [issues, token] = await Promise.all([
    getIssues(slug, { before, limit: ISSUES }),
    formToken('newsletter', Date.now()),
  ])
  if (before !== null && issues?.issues.length === 0) notFound()
  return (
    <Shell publication={publication} current="/newsletters" asks={false}>
      <NewsletterView {...{ publication, newsletter, issues }} signUp={{ publication: publication.name, token }} />
      <JsonLd graph={newsletterGraph({ publication, logo }, newsletter)} />
    </Shell>
  )
}
