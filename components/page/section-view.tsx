import { tintOf } from '#components/text/tint.ts'
import type { Paged, Publication, Section, Story } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'
import { StoryList } from './story-list.tsx'

interface Props {
  readonly publication: Publication
  readonly section: Section
  readonly stories: Paged<Story>
}

export function SectionView({ publication, section, stories }: Props) {
  return (
    <div className="wrap">
      <PageHead title={section.title} description={section.description} tint={tintOf(section)} />
      <StoryList stories={stories} place={publication} href={section.href} led />
    </div>
  )
}
