import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

interface Context {
  readonly params: Promise<{ slug: string }>
}

/** The newest stories of a section or an edition as JSON Feed. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerFeed({ kind: 'place', slug: (await params).slug }, 'json', settings().websubHub)
}
