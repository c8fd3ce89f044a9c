import { notFound } from 'next/navigation'
import { Shell } from '#components/chrome/shell.tsx'
import { SectionView } from '#components/page/section-view.tsx'
import type { Publication, Section } from '#lib/content/model.ts'
import { getSectionStories } from '#lib/content/queries/sections.ts'

interface Props {
  readonly publication: Publication
  readonly section: Section
  readonly page: number | null
}

export async function SectionPage({ publication, section, page }: Props) {
  const stories = page && (await getSectionStories(section.slug, page))
  if (!stories) notFound()
  return (
    <Shell publication={publication} current={section.href}>
      <SectionView publication={publication} section={section} stories={stories} />
    </Shell>
  )
}
