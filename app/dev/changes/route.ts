import { onContentChange } from '#lib/content/queries/changes.ts'

/** While writing: tells an open page, as server-sent events, that the content has changed. Not there in production. */
export async function GET(request: Request): Promise<Response> {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  const encoder = new TextEncoder()
  const stream = new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode(': listening\n\n'))
      const stop = await onContentChange(() => controller.enqueue(encoder.encode('data: changed\n\n')))
      request.signal.addEventListener('abort', stop)
    },
  })
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
