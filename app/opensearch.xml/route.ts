import { getPublication } from '#lib/content/queries/publication.ts'
import { OPENSEARCH_TYPE, openSearchXml } from '#lib/seo/opensearch.ts'

/** By which browsers add the site to their search engines. */
export async function GET(): Promise<Response> {
  const xml = openSearchXml(await getPublication())
  return new Response(xml, { headers: { 'content-type': `${OPENSEARCH_TYPE}; charset=utf-8` } })
}
