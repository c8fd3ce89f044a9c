import { getPublication } from '#lib/content/queries/publication.ts'
import { countPlaces, getMonths } from '#lib/content/queries/sitemaps.ts'
import { indexEntries } from '#lib/seo/sitemaps/files.ts'
import { writeIndex } from '#lib/seo/sitemaps/write.ts'

// By its name Next takes this route for a file that a build can make; a build reads no content.
export const dynamic = 'force-dynamic'

/** The index of all sitemaps. */
export async function GET(): Promise<Response> {
  const [{ url }, months, counts] = await Promise.all([getPublication(), getMonths(), countPlaces()])
  const xml = await writeIndex(url, indexEntries(months, counts))
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
