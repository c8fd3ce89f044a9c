import { answerFeed } from '#lib/seo/feeds/answer.ts'
import { settings } from '#lib/settings.ts'

/** The newest stories of the publication as Atom. */
export const GET = (): Promise<Response> => answerFeed({ kind: 'publication' }, 'atom', settings().websubHub)
