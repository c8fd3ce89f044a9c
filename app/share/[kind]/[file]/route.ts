import { getMedia } from '#lib/content/queries/media.ts'
import { shareAddress } from '#lib/seo/share/address.ts'
import { drawShare } from '#lib/seo/share/draw.ts'
import { findSubject } from '#lib/seo/share/find.ts'

interface Context {
  readonly params: Promise<{ kind: string; file: string }>
}

/**
 * The picture by which networks and chats show a story, an author or a section. There is one address for each: any other
 * version leads on to it, so that made-up ones make no work and fill no cache.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, file } = await params
  const subject = await findSubject(kind, file)
  if (subject === null) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    return new Response('There is no picture at this address.\n', { status: 404, headers })
  }
  const address = shareAddress(subject)
  const { pathname, search } = new URL(request.url)
  if (pathname + search !== address) return new Response(null, { status: 307, headers: { location: address } })
  const photo = subject.picture && (await getMedia(subject.picture.src.replace(/\?.*$/, '')))
  const png = await drawShare(subject, photo?.absolute ?? null)
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      // Other sites show it.
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}
