import { getRevision, onContentChange } from '#lib/content/queries/changes.ts'

/**
 * While writing: tells an open page, as server-sent events, that the content has changed since the revision it was made
 * from (`?since=`). Not there in production.
 */
export async function GET(request: Request): Promise<Response> {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  const since = Number(new URL(request.url).searchParams.get('since'))
  const encoder = new TextEncoder()
  const stream = new ReadableStream({
    async start(controller) {
      const tell = () => controller.enqueue(encoder.encode('data: changed\n\n'))
      request.signal.addEventListener('abort', await onContentChange(tell))
      controller.enqueue(encoder.encode(': listening\n\n'))
      if ((await getRevision()) !== since) tell()
    },
  })
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
