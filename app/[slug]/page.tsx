import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { elsewhere } from '#app/elsewhere.ts'
import { readBefore, type SearchParams } from '#app/paging.ts'
import { getPage } from '#lib/content/queries/pages.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { getSection } from '#lib/content/queries/sections.ts'
import { describe } from '#lib/seo/metadata/describe.ts'
import { describeFront } from '#lib/seo/metadata/front.ts'
import { describeSection } from '#lib/seo/metadata/lists.ts'
import { EditionFront } from './edition-front.tsx'
import { PlainPage } from './plain-page.tsx'
import { readSectionStories, SectionPage } from './section-page.tsx'

interface Props {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: SearchParams
}

/** Renders a plain page once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readPlain = cache(getPage)

/** An address of one part is an edition's front, a section or a plain page, in that order. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  const publication = await getPublication()
  const edition = publication.editions.find(({ href }) => href === `/${slug}`)
  if (edition) return describeFront(publication, edition)
  const section = await getSection(slug)
  if (section) {
    const stories = await readSectionStories(slug, await readBefore(searchParams, section.href))
    return stories ? describeSection(publication, section, stories) : {}
  }
  const plain = await readPlain(slug)
  return plain ? describe(publication, { ...plain, description: plain.description ?? publication.description }) : {}
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const publication = await getPublication()
  const section = await getSection(slug)
  if (section) {
    const before = await readBefore(searchParams, section.href)
    return <SectionPage publication={publication} section={section} before={before} />
  }
  const { before, page } = await searchParams
  if (before !== undefined || page !== undefined) notFound()
  const edition = publication.editions.find(({ href }) => href === `/${slug}`)
  if (edition) return <EditionFront publication={publication} edition={edition} now={Date.now()} />
  const plain = await readPlain(slug)
  if (!plain) return elsewhere(slug, 'sections', 'pages')
  return <PlainPage publication={publication} page={plain} />
}
