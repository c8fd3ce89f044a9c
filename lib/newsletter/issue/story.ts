import type { Picture, Publication } from '../../content/model.ts'
import type { CurrentStory } from '../../content/queries/issue-stories.ts'
import { canCut, cropAddress, cutOf } from '../../seo/crops/crop.ts'
import { signed } from '../../seo/share/subject.ts'
import type { IssueStory } from '../model.ts'

/** How wide a picture stands in a mail, in pixels. */
const WIDTH = 600

/** A picture that is narrower is none to lead with. */
const NARROWEST = 240

/**
 * A story as an issue carries it.
 * @param now milliseconds since the epoch: a correction that is dated later has not been made yet
 */
export function toIssueStory(
  { story, version, corrections }: CurrentStory,
  publication: Publication,
  now: number,
): IssueStory {
  const { slug, href, headline, dek, kicker, byline, readingMinutes, picture } = story
  const made = corrections.flatMap(({ at }) => (at <= now ? [at] : []))
  return {
    slug,
    href,
    headline,
    dek,
    kicker,
    byline: signed(byline, publication.locale) || null,
    minutes: readingMinutes,
    picture: picture && forMail(slug, picture),
    version,
    corrected: made.length > 0 ? Math.max(...made) : null,
  }
}

/**
 * A picture cut to 16:9 as a JPEG, which every mail program shows; null for what cannot be cut, or is too small. The crop
 * may be larger than it is shown: a screen has more points than a page counts pixels.
 * @see https://www.caniemail.com/features/image-webp/
 */
function forMail(slug: string, picture: Picture): IssueStory['picture'] {
  if (!canCut(picture)) return null
  const { shown } = cutOf(picture, '16x9')
  if (shown.width < NARROWEST) return null
  const width = Math.min(WIDTH, shown.width)
  const height = Math.round((width * shown.height) / shown.width)
  return { src: cropAddress(slug, picture, '16x9'), width, height, alt: picture.alt }
}
