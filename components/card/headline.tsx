import type { Story } from '#lib/content/model.ts'

export type Level = 2 | 3 | 4

/** How loud a headline is on a list or a front. */
export type Size = 'rail' | 'small' | 'medium' | 'large' | 'lead' | 'splash'

const SIZES: Record<Size, string> = {
  rail: 'text-d1 font-medium lg:text-base lg:leading-snug xl:text-d1',
  small: 'text-d1 font-medium',
  medium: 'text-d2 font-medium',
  large: 'text-d4 font-medium',
  lead: 'text-d5 font-medium',
  splash: 'text-d7 font-medium',
}

interface Props {
  readonly story: Story
  readonly level: Level
  readonly size: Size
}

/** A card's headline: its one link, which covers the card. */
export function Headline({ story, level, size }: Props) {
  const Tag = `h${level}` as const
  return (
    <Tag className={SIZES[size]}>
      <a className="headlink stretched" href={story.href}>
        {story.headline}
      </a>
    </Tag>
  )
}
