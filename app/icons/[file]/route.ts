import { notFound } from 'next/navigation'
import { ICON_TYPE } from '#lib/seo/icons/address.ts'
import { iconAnswer } from '#lib/seo/icons/answer.ts'
import { drawIcon } from '#lib/seo/icons/draw.ts'
import { ICONS } from '#lib/seo/icons/forms.ts'
import { findIconSource } from '#lib/seo/icons/source.ts'

interface Props {
  readonly params: Promise<{ file: string }>
}

/** The icon of the publication in the sizes that the manifest names. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const form = ICONS.get((await params).file)
  if (form === undefined) notFound()
  const png = await drawIcon(await findIconSource(), form)
  return iconAnswer(png, ICON_TYPE)
}
