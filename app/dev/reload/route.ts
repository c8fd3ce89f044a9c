/** While writing: the script by which an open page shows an edit. Not there in production. */
export function GET(request: Request): Response {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  const since = Number(new URL(request.url).searchParams.get('since'))
  const script = `new EventSource('/dev/changes?since=${since}').onmessage = () => location.reload()\n`
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  })
}
