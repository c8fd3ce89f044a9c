import { notFound } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { SectionView } from '#components/page/section-view.tsx'
import type { Publication, Section } from '#lib/content/model.ts'
import { getLogo } from '#lib/content/queries/publication.ts'
import { getSectionStories } from '#lib/content/queries/sections.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
export const readSectionStories = cache(getSectionStories)

interface Props {
  readonly publication: Publication
  readonly section: Section
  /** Where the page begins, as its address has it; null for the first one. */
  readonly before: string | null
}

export async function SectionPage({ publication, section, before }: Props) {
  const stories = await readSectionStories(section.slug, before)
  if (!stories) notFound()
  const logo = await getLogo()
  return (
    <Shell publication={publication} current={section.href}>
      <SectionView publication={publication} section={section} stories={stories} />
      <JsonLd graph={listGraph({ publication, logo }, { ...section, ...stories })} />
    </Shell>
  )
}
