import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { IssueView } from '#components/newsletter/issue-view.tsx'
import { getNewsletter } from '#lib/content/queries/newsletters.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { formToken } from '#lib/newsletter/signup/pages.ts'
import { getIssue } from '#lib/newsletter/web/issues.ts'
import { issueGraph } from '#lib/newsletter/web/json-ld.ts'
import { describeIssue } from '#lib/newsletter/web/metadata.ts'

interface Props {
  readonly params: Promise<{ slug: string; date: string }>
}

const readIssue = cache(getIssue)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, date } = await params
  const issue = await readIssue(slug, date)
  return issue ? describeIssue(await getPublication(), issue, await getNewsletter(slug)) : {}
}

export default async function Page({ params }: Props) {
  const { slug, date } = await params
  const [publication, logo, newsletter, issue] = await Promise.all([
    getPublication(),
    getLogo(),
    getNewsletter(slug),
    readIssue(slug, date),
  ])
  if (!issue) return newsletter ? notFound() : elsewhere(slug, 'newsletters')
  const parent = newsletter
    ? { name: newsletter.title, href: newsletter.href }
    : { name: 'Newsletters', href: '/newsletters' }
  const signUp = { publication: publication.name, token: await formToken('newsletter', Date.now()) }
  return (
    <Shell publication={publication} current="/newsletters" asks={false}>
      <IssueView issue={issue} newsletter={newsletter} signUp={signUp} />
      <JsonLd graph={issueGraph({ publication, logo }, issue, parent)} />
    </Shell>
  )
}
