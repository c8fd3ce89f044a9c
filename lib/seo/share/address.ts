import { createHash } from 'node:crypto'
import type { Picture } from '../../content/model.ts'

/** What a share image shows. */
export interface ShareSubject {
  readonly kind: 'articles' | 'authors' | 'sections'
  readonly slug: string
  /** The headline, the author's name, the section's title. */
  readonly title: string
  /** Over the title: a kicker, a role; may be empty. */
  readonly kicker: string
  /** Under the title: who signs; may be empty. */
  readonly byline: string
  readonly picture: Pick<Picture, 'src' | 'focus'> | null
  /** 1–8: the section's colour. */
  readonly tint: number
  /** The publication's name. */
  readonly publication: string
}

/** Changes when all images are to be drawn anew. */
const DESIGN = 1

/** Of every share image, in pixels. @see https://developers.facebook.com/docs/sharing/best-practices#images */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

/** A mark of all that an image shows: another one, another image. */
const shareVersion = (subject: ShareSubject): string =>
  createHash('sha256')
    .update(JSON.stringify([DESIGN, subject]))
    .digest('base64url')
    .slice(0, 12)

/** Where the image of a subject is. */
export const shareAddress = (subject: ShareSubject): string =>
  `/share/${subject.kind}/${subject.slug}.png?v=${shareVersion(subject)}`
