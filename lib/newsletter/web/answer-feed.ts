import { getNewsletter } from '../../content/queries/newsletters.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { answerDocument, type Form, noFeed } from '../../seo/feeds/answer.ts'
import { toIssuesDocument } from './feed.ts'
import { getIssues } from './issues.ts'

/** Issues in a feed: a month of a daily newsletter. */
const ISSUES = 31

/** Stands in place of the feed while its issues cannot be read, so that no reader takes them for gone. */
const LATER = { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' } }

/** The answer at the address of a newsletter's feed: its issues, or 404 where there is no such newsletter. */
export async function answerIssues(slug: string, form: Form, hub: string | null): Promise<Response> {
  const newsletter = await getNewsletter(slug)
  if (newsletter === null) return noFeed()
  const [publication, list] = await Promise.all([getPublication(), getIssues(slug, { limit: ISSUES })])
  if (list === null) return new Response('The issues cannot be read just now. Try again in a minute.\n', LATER)
  const known = hub && new URL(hub).href
  return answerDocument(toIssuesDocument(publication, newsletter, list.issues, known), form)
}
