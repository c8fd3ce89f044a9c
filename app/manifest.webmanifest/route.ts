import { getPublication } from '#lib/content/queries/publication.ts'
import { manifest } from '#lib/seo/manifest.ts'

// Next takes this name for a file of the build and would make it there, without content.
export const dynamic = 'force-dynamic'

/** What a platform shows of the publication among its apps. */
export async function GET(): Promise<Response> {
  const made = manifest(await getPublication())
  return Response.json(made, { headers: { 'content-type': 'application/manifest+json' } })
}
