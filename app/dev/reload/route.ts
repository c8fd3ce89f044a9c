const SCRIPT = `new EventSource('/dev/changes').onmessage = () => location.reload()\n`

/** While writing: the script by which an open page shows an edit. Not there in production. */
export function GET(): Response {
  if (process.env.NODE_ENV !== 'development') return new Response(null, { status: 404 })
  return new Response(SCRIPT, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' },
  })
}
