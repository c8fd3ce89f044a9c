import { findSource } from '#lib/content/queries/markdown.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { absolute, markdownAddress } from '#lib/seo/addresses.ts'
import { articleMarkdown } from '#lib/seo/markdown/document.ts'

interface Context {
  params: Promise<{ section: string; slug: string }>
}

const plain = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })

/** A story as Markdown, at `/<section>/<slug>.md`: `next.config.ts` leads that address here, and no other does. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { section, slug } = await params
  if (new URL(request.url).pathname !== markdownAddress(`/${section}/${slug}`)) return plain(404)
  const found = await findSource(section, slug)
  if (found === null) return plain(404)
  if (found.type === 'moved') return plain(308, { location: markdownAddress(found.href) })
  const { article } = found
  const publication = await getPublication()
  return new Response(articleMarkdown(publication, article), {
    status: article.state === 'withdrawn' ? 410 : 200,
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'x-robots-tag': 'noindex',
      link: `<${absolute(publication.url, article.href)}>; rel="canonical"`,
    },
  })
}
