import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

interface Context {
  readonly params: Promise<{ slug: string }>
}

/** The newest stories of an author as JSON Feed. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerFeed({ kind: 'author', slug: (await params).slug }, 'json', settings().websubHub)
}
