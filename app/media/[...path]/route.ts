import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { getMedia } from '#lib/content/queries/media.ts'

interface Context {
  params: Promise<{ path: string[] }>
}

const notFound = () =>
  new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/**
 * A file of the content folder's `media`, with what a browser needs to keep it: for good under its `?v=` version, for an
 * hour without. Another version is not there, so that made-up ones cannot fill a cache.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const media = await getMedia(`/media/${(await params).path.join('/')}`)
  const { search } = new URL(request.url)
  if (media === null || (search !== '' && search !== `?v=${media.version}`)) return notFound()
  const etag = `"${media.version}"`
  const headers = {
    'content-type': media.type,
    'cache-control': search === '' ? 'public, max-age=3600' : 'public, max-age=31536000, immutable',
    'last-modified': new Date(media.changed).toUTCString(),
    etag,
    'x-content-type-options': 'nosniff',
    // A drawing can hold scripts; shown by itself, it may not run them.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const bytes = Readable.toWeb(createReadStream(/* turbopackIgnore: true */ media.absolute)) as ReadableStream
  return new Response(bytes, { headers: { ...headers, 'content-length': String(media.size) } })
}
