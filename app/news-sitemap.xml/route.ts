import { getRecent } from '#lib/content/queries/articles.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { MOST_NEWS, newsEntries } from '#lib/seo/sitemaps/news.ts'
import { writeSitemap } from '#lib/seo/sitemaps/write.ts'

/** The stories of the last 48 hours for news search; empty when there are none. */
export async function GET(): Promise<Response> {
  const [publication, stories] = await Promise.all([getPublication(), getRecent(MOST_NEWS, Date.now())])
  const xml = await writeSitemap('news', newsEntries(publication, stories))
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
