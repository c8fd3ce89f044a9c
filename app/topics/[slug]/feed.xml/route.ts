import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

interface Context {
  readonly params: Promise<{ slug: string }>
}

/** The newest stories of a topic as RSS 2.0. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerFeed({ kind: 'topic', slug: (await params).slug }, 'rss', settings().websubHub)
}
