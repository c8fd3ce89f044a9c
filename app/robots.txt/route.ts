import { getPublication } from '#lib/content/queries/publication.ts'
import { robotsText } from '#lib/seo/robots.ts'

// By its name Next takes this route for a file that a build can make; a build reads no content.
export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const text = robotsText(await getPublication())
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
