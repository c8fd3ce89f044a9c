import { ICON_TYPE } from '#lib/seo/icons/address.ts'
import { iconAnswer } from '#lib/seo/icons/answer.ts'
import { drawIcon } from '#lib/seo/icons/draw.ts'
import { APPLE } from '#lib/seo/icons/forms.ts'
import { findIconSource } from '#lib/seo/icons/source.ts'

// Next takes this name for a file of the build and would make it there, without content.
export const dynamic = 'force-dynamic'

/** The icon for the home screens of iOS. */
export async function GET(): Promise<Response> {
  const png = await drawIcon(await findIconSource(), APPLE)
  return iconAnswer(png, ICON_TYPE)
}
