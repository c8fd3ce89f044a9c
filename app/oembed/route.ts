import { findCard } from '#lib/content/queries/cards.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { absolute } from '#lib/seo/addresses.ts'
import { oembedOf, oembedXml } from '#lib/seo/oembed/answer.ts'
import { isUsual, readQuestion } from '#lib/seo/oembed/question.ts'

/** Answers that anybody can make up without end are for no cache. */
const FLEETING = { 'cache-control': 'no-store' }
const FOR_ALL = { 'access-control-allow-origin': '*' }

const refuse = (status: number, why: string) =>
  new Response(`${why}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...FOR_ALL, ...FLEETING },
  })

/** What other sites ask about a story. @see https://oembed.com/ */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const publication = await getPublication()
  const question = readQuestion(searchParams, publication.url)
  if ('status' in question) return refuse(question.status, question.why)
  const first = await findCard(question.slug)
  const found = first?.type === 'moved' ? await findCard(first.slug) : first
  if (found?.type !== 'found' || found.story.state !== 'published') {
    return refuse(404, 'There is no story at this address.')
  }
  const { format, room } = question
  const oembed = oembedOf(publication, found.story, room)
  const isKept = isUsual(searchParams, absolute(publication.url, found.story.href))
  const isXml = format === 'xml'
  return new Response(isXml ? oembedXml(oembed) : JSON.stringify(oembed), {
    headers: {
      'content-type': `${isXml ? 'text/xml' : 'application/json'}; charset=utf-8`,
      ...FOR_ALL,
      ...(isKept ? {} : FLEETING),
    },
  })
}
