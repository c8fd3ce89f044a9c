import { getPublication } from '#lib/content/queries/publication.ts'
import { search } from '#lib/search/search.ts'
import { readSearch } from '#lib/seo/search/address.ts'
import { searchJson, searchProblem } from '#lib/seo/search/json.ts'

/** Programs on any site may ask, and no search engine should list what they get. */
const HEADERS = { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' }

/** The answer to a search for programs. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const given = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const { request: asked, misread } = readSearch(given)
  const missing = asked.q.trim() === '' ? [{ parameter: 'q', why: 'Say what to search for: ?q= and words.' }] : []
  const wrong = [...missing, ...misread]
  if (wrong.length > 0) {
    const headers = { ...HEADERS, 'content-type': 'application/problem+json' }
    return Response.json(searchProblem(wrong), { status: 400, headers })
  }
  const [publication, answer] = await Promise.all([getPublication(), search(asked, Date.now())])
  return Response.json(searchJson(publication, answer), { headers: HEADERS })
}
