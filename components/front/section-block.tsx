import { Card } from '#components/card/card.tsx'
import type { Place } from '#components/text/format.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Front, Story } from '#lib/content/model.ts'
import { columnsFor } from './columns.ts'

interface Props {
  readonly block: Front['blocks'][number]
  readonly place: Place
  /** Its place on the front, from 0: neighbours are arranged differently. */
  readonly position: number
}

const LARGE = '(min-width: 64rem) 48rem, 94vw'

type Arrange = (props: { readonly stories: readonly [Story, ...Story[]]; readonly place: Place }) => React.ReactNode

/** The first story large at the left, the others in a list at the right. */
const LeadLeft: Arrange = ({ stories: [first, ...rest], place }) => (
  <div className="ruled lg:grid-cols-12">
    <Card
      className="lg:col-span-7"
      story={first}
      place={place}
      arrangement="over"
      crop="photo"
      size="large"
      sizes={LARGE}
    />
    {rest.length > 0 && (
      <div className="stacked lg:col-span-5">
        {rest.map((story) => (
          <Card key={story.slug} story={story} place={place} arrangement="beside" />
        ))}
      </div>
    )}
  </div>
)

/** All of one rank, in columns. */
const Columns: Arrange = ({ stories, place }) => (
  <div className={`ruled ${columnsFor(stories.length)}`}>
    {stories.map((story) => (
      <Card key={story.slug} story={story} place={place} arrangement="adaptive" />
    ))}
  </div>
)

/** The first story large at the right, the others in words alone at the left. */
const LeadRight: Arrange = ({ stories: [first, ...rest], place }) => (
  <div className="ruled lg:grid-cols-12">
    <Card
      className="lg:order-last lg:col-span-8"
      story={first}
      place={place}
      arrangement="over"
      size="large"
      sizes={LARGE}
    />
    {rest.length > 0 && (
      <div className="stacked lg:col-span-4">
        {rest.map((story) => (
          <Card key={story.slug} story={story} place={place} />
        ))}
      </div>
    )}
  </div>
)

const ARRANGEMENTS = [LeadLeft, Columns, LeadRight] as const

export function SectionBlock({ block, place, position }: Props) {
  const [first, ...rest] = block.stories
  if (!first) return null
  const Stories = (rest.length > 0 && ARRANGEMENTS[position % ARRANGEMENTS.length]) || LeadLeft
  const id = `section-${block.section.slug}`
  return (
    <section aria-labelledby={id} className={`mt-14 border-tint border-t-2 pt-3 ${tintOf(block.section)}`}>
      <h2 id={id} className="mb-5 text-d3 font-semibold text-tint">
        <a className="headlink" href={block.section.href}>
          {block.section.title}
        </a>
      </h2>
      <Stories stories={[first, ...rest]} place={place} />
    </section>
  )
}
