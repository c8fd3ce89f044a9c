import { answerIssues } from '#lib/newsletter/web/answer-feed.ts'
import { settings } from '#lib/settings.ts'

interface Context {
  readonly params: Promise<{ slug: string }>
}

/** The latest issues of a newsletter as RSS 2.0. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerIssues((await params).slug, 'rss', settings().websubHub)
}
