import { STYLESHEET } from '#lib/seo/feeds/stylesheet.ts'

/** How browsers that show RSS are to show it. */
export const GET = (): Response => new Response(STYLESHEET, { headers: { 'content-type': 'text/css; charset=utf-8' } })
