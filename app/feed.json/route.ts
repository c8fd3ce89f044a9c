import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

/** The newest stories of the publication as JSON Feed. */
export const GET = (): Promise<Response> => answerFeed({ kind: 'publication' }, 'json', settings().websubHub)
