import { getImageProps } from 'next/image'
import type { Picture as Pictured } from '#lib/content/model.ts'
import { usefulCandidates } from './candidates.ts'

/** The shapes a picture is cut to; `whole` keeps its own, `lead` is taller where a front has little width for it. */
export type Crop = 'whole' | 'wide' | 'lead' | 'photo' | 'square'

const CROPS: Record<Crop, string> = {
  whole: 'h-auto w-full',
  wide: 'cover aspect-[16/9]',
  lead: 'cover aspect-[16/9] lg:aspect-[3/2] xl:aspect-[16/9]',
  photo: 'cover aspect-[3/2]',
  square: 'cover aspect-square',
}

interface Props {
  readonly picture: Pictured
  /** How wide it stands at which screen, as in the `sizes` attribute. */
  readonly sizes: string
  /** The most CSS pixels that it is ever wide, where that is little. */
  readonly widest?: number
  readonly crop?: Crop
  /** The picture that a reader meets first: asked for at once, before all else. */
  readonly first?: boolean
  readonly className?: string
}

/** Nearest step of five percent, as a class: an inline style would break the site's security policy. */
const focus = (axis: 'fx' | 'fy', percent: number) =>
  `${axis}-${Math.round(Math.min(100, Math.max(0, percent)) / 5) * 5}`

export function Picture({ picture, sizes, widest, crop = 'whole', first = false, className = '' }: Props) {
  const { src, alt, width, height } = picture
  const { style: _, ...props } = getImageProps({ src, alt, width, height, sizes, quality: 70 }).props
  const candidates = widest !== undefined && props.srcSet ? usefulCandidates(props.srcSet, widest) : {}
  const point = crop === 'whole' ? '' : `${focus('fx', picture.focus.x)} ${focus('fy', picture.focus.y)}`
  return (
    // biome-ignore lint/performance/noImgElement: next/image would set an inline style and ship a client component
    <img
      {...props}
      {...candidates}
      alt={alt}
      className={`bg-wash ${CROPS[crop]} ${point} ${className}`}
      fetchPriority={first ? 'high' : undefined}
      loading={first ? 'eager' : 'lazy'}
    />
  )
}
