import { answerIssues } from '#lib/newsletter/web/answer-feed.ts'
import { settings } from '#lib/settings.ts'

interface Context {
  readonly params: Promise<{ slug: string }>
}

/** The latest issues of a newsletter as JSON Feed 1.1. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerIssues((await params).slug, 'json', settings().websubHub)
}
