import { isReady } from '#lib/content/queries/health.ts'

/** Whether all content that was published can be served, for whoever sends readers here: 200 or 503. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
