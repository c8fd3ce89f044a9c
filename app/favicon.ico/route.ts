import { iconAnswer } from '#lib/seo/icons/answer.ts'
import { drawIcon } from '#lib/seo/icons/draw.ts'
import { FAVICON } from '#lib/seo/icons/forms.ts'
import { toIco } from '#lib/seo/icons/ico.ts'
import { findIconSource } from '#lib/seo/icons/source.ts'

// Next takes this name for a file of the build and would make it there, without content.
export const dynamic = 'force-dynamic'

/** The icon for whoever asks for it without reading a page. */
export async function GET(): Promise<Response> {
  const source = await findIconSource()
  const images = await Promise.all(
    FAVICON.map(async (form) => ({ side: form.side, png: await drawIcon(source, form) })),
  )
  return iconAnswer(toIco(images), 'image/x-icon')
}
