import { getPublication } from '#lib/content/queries/publication.ts'
import { getMonthPlaces, getPlaces } from '#lib/content/queries/sitemaps.ts'
import { MOST_ADDRESSES, readSitemapName, type SitemapFile } from '#lib/seo/sitemaps/files.ts'
import { toEntry, writeSitemap } from '#lib/seo/sitemaps/write.ts'

interface Context {
  params: Promise<{ name: string }>
}

/** A month's stories, or a list of other pages, or a part of either; 404 for one with nothing in it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const file = readSitemapName((await params).name)
  const [{ url }, places] = await Promise.all([getPublication(), file === null ? [] : placesOf(file)])
  if (places.length === 0)
    return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const entries = places.map((place) => toEntry(url, place))
  const xml = await writeSitemap('image', entries)
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

function placesOf({ month, list, part }: SitemapFile) {
  const offset = (part - 1) * MOST_ADDRESSES
  return list === null ? getMonthPlaces(month, MOST_ADDRESSES, offset) : getPlaces(list, MOST_ADDRESSES, offset)
}
