import type { Publication } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import { ICON_TYPE, iconAddress, LARGE } from '../icons/address.ts'
import { SHARE_SIZE, type ShareSubject, shareAddress } from '../share/address.ts'

/** A share image, and what is to be read where it cannot be seen. */
export interface SharePicture {
  readonly subject: ShareSubject
  readonly alt: string
}

interface PreviewPicture {
  readonly url: string
  readonly type: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/**
 * The picture by which others preview a page: its share image, or the publication's icon where it has none.
 * @see https://ogp.me/#structured
 */
export function previewPicture({ name, url }: Publication, share: SharePicture | null): PreviewPicture {
  if (share === null)
    return { url: absolute(url, iconAddress(LARGE)), type: ICON_TYPE, width: LARGE, height: LARGE, alt: name }
  return { url: absolute(url, shareAddress(share.subject)), type: 'image/png', ...SHARE_SIZE, alt: share.alt }
}
