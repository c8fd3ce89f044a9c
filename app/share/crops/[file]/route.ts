import { findStory } from '#lib/content/queries/articles.ts'
import { getMedia } from '#lib/content/queries/media.ts'
import { canCut, cropAddress, cutOf, readCropName } from '#lib/seo/crops/crop.ts'
import { makeCrop } from '#lib/seo/crops/make.ts'

interface Context {
  readonly params: Promise<{ file: string }>
}

const notFound = () =>
  new Response('There is no picture at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

const sentOn = (location: string) => new Response(null, { status: 307, headers: { location } })

/**
 * A story's picture in one of the shapes that structured data names. There is one address for each: any other version
 * leads on to it, so that made-up ones make no work and fill no cache. A damaged picture is shown as it is.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const name = readCropName((await params).file)
  const picture = name && (await findStory(name.slug))?.picture
  if (!picture || !canCut(picture)) return notFound()
  const media = await getMedia(picture.src.replace(/\?.*$/, ''))
  if (media === null) return notFound()
  const address = cropAddress(name.slug, picture, name.shape)
  const { pathname, search } = new URL(request.url)
  if (pathname + search !== address) return sentOn(address)
  const jpeg = await makeCrop(media.absolute, cutOf(picture, name.shape)).catch(() => null)
  if (jpeg === null) return sentOn(encodeURI(picture.src))
  return new Response(new Uint8Array(jpeg), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      // Other sites show it.
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
