import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

/** The newest stories of the publication as RSS 2.0. */
export const GET = (): Promise<Response> => answerFeed({ kind: 'publication' }, 'rss', settings().websubHub)
