import sharp from 'sharp'
import { SHARE_SIZE, type ShareSubject } from './address.ts'
import { drawSection } from './draw-section.ts'
import { drawStory, PHOTO } from './draw-story.ts'
import { drawable } from './drawable.ts'
import { cutPhoto } from './photo.ts'

/**
 * Draws a share image, outside the main thread and with nothing from the network: a section's name on its colour, or a
 * headline or name on paper, beside the picture where there is one.
 * @param photo the file of the subject's picture; one that cannot be read counts as none
 * @returns a PNG of 1200 × 630 pixels
 * @throws when the fonts are missing
 */
export async function drawShare(subject: ShareSubject, photo: string | null): Promise<Buffer> {
  const shown = {
    ...subject,
    title: await drawable(subject.title),
    kicker: await drawable(subject.kicker),
    byline: await drawable(subject.byline),
    publication: await drawable(subject.publication),
  }
  const picture = photo !== null && subject.picture !== null ? await cutPhoto(photo, subject.picture, PHOTO) : null
  const card = subject.kind === 'sections' ? await drawSection(shown) : await drawStory(shown, picture)
  return await sharp({ create: { ...SHARE_SIZE, channels: 3, background: card.ground } })
    .composite([...card.layers])
    // 256 colours, by which a photo takes a third of the bytes and type looks the same.
    .png({ palette: true, colours: 256, dither: 1, effort: 5, compressionLevel: 9 })
    .toBuffer()
}
