import { getLatest } from '#lib/content/queries/articles.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { getSections } from '#lib/content/queries/sitemaps.ts'
import { llmsText, MOST_RECENT } from '#lib/seo/llms.ts'

/** What a language model should know of the publication, and where it finds the stories. */
export async function GET(): Promise<Response> {
  const [publication, sections, stories] = await Promise.all([
    getPublication(),
    getSections(),
    getLatest([], MOST_RECENT),
  ])
  const text = llmsText(publication, sections, stories)
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
