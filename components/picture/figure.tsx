import { Html } from '#components/text/html.tsx'
import type { Picture as Pictured } from '#lib/content/model.ts'
import { type Crop, Picture } from './picture.tsx'

interface Props {
  readonly picture: Pictured
  readonly sizes: string
  readonly crop?: Crop
  readonly first?: boolean
  readonly className?: string
}

/** A picture with its caption and credit. */
export function Figure({ picture, sizes, crop, first, className }: Props) {
  const { captionHtml, credit } = picture
  return (
    <figure className={className}>
      <Picture picture={picture} sizes={sizes} crop={crop} first={first} />
      {(captionHtml || credit) && (
        <figcaption className="meta mt-2.5 max-w-measure">
          {captionHtml && <Html as="span" html={captionHtml} className="html text-ink" />}
          {captionHtml && credit && ' '}
          {credit && <span>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
