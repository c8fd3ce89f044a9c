import { getMedia } from '../../content/queries/media.ts'
import { getLogo, getPublication } from '../../content/queries/publication.ts'

/** How much longer one side of a logo may be than the other: a longer one cannot be read at the size of an icon. */
const MOST_OBLONG = 4 / 3

/** What an icon shows. */
export interface IconSource {
  /** The file of the logo, if it makes an icon; null where there is none, or it is a long one. */
  readonly logo: string | null
  /** The publication's. */
  readonly name: string
}

/** Finds what the icons of the publication show. @throws {ContentNotReady} */
export async function findIconSource(): Promise<IconSource> {
  const [{ name }, logo] = await Promise.all([getPublication(), getLogo()])
  if (logo === null || Math.max(logo.width, logo.height) > MOST_OBLONG * Math.min(logo.width, logo.height))
    return { logo: null, name }
  const [path = ''] = logo.src.split('?')
  return { logo: (await getMedia(path))?.absolute ?? null, name }
}
