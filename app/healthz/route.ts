import { getHealth } from '#lib/content/queries/health.ts'
import { pressTroubles } from '#lib/newsletter/press/press.ts'

/** Whether the site serves, and everything that is wrong with the content folder or with newsletters, for operators and monitors. */
export async function GET(): Promise<Response> {
  const health = await getHealth(Date.now())
  return Response.json(
    { ...health, newsletters: pressTroubles() },
    { status: health.serving ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
