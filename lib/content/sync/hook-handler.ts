import { LRUCache } from 'lru-cache'
import type { GitCode } from './git-process.ts'
import { verifyHook } from './hook.ts'
import { joined } from './joined.ts'

/** What there is to tell of a publish; `commit` is what is published now. */
interface Publish {
  readonly commit: string
}

interface HookOptions {
  /** Null: no call is taken. */
  readonly secret: string | null
  /** The branch that the site follows; null takes a push to any. */
  readonly branch: () => Promise<string | null>
  /** Pulls and publishes. Throws an error with a `code` of `GitError`. */
  readonly publish: () => Promise<Publish>
  readonly log: (line: string) => void
}

/** What git hosts send at most. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const LARGEST = 25 * 1024 * 1024

/** Bodies read at once: nobody is known before the whole of a body is. */
const MOST_READ = 4

/** How long a body may take; milliseconds. */
const READ_LIMIT = 10_000

/** Deliveries remembered as published. */
const REMEMBERED = 1_000

const STATUS: Readonly<Record<GitCode, number>> = {
  conflict: 409,
  'no-upstream': 409,
  'not-a-checkout': 409,
  network: 502,
  busy: 503,
}

/**
 * Makes the answer to calls of a git host. A call says no more than that a branch may have moved: what is published is
 * what the checkout's own remote has. One that was published is answered and not pulled for again, and those that come
 * at the same time are pulled for together.
 */
export function createHookHandler({ secret, branch, publish, log }: HookOptions) {
  const published = new LRUCache<string, string>({ max: REMEMBERED })
  const publishJoined = joined(publish)
  let reading = 0

  const read = async (request: Request): Promise<Uint8Array | Response> => {
    if (reading >= MOST_READ) return failed(503, 'Too many calls at once. Send it again.')
    reading++
    try {
      return (await readBody(request)) ?? failed(413, 'The body has more than 25 MB. Push less at a time.')
    } catch {
      return failed(400, 'The body broke off. Send it again.')
    } finally {
      reading--
    }
  }

  return async (request: Request): Promise<Response> => {
    if (secret === null) return failed(403, 'HOOK_SECRET is not set. Set it, and give the git host the same.')
    const body = await read(request)
    if (body instanceof Response) return body
    const verdict = verifyHook(request.headers, body, secret, Date.now())
    if (verdict.type === 'refused') return failed(verdict.status, verdict.why)
    const { event, delivery } = verdict
    if (event !== 'push') return ignored(event === 'ping' ? 'a ping: the hook works' : 'not a push to a branch')
    const before = delivery === null ? undefined : published.get(delivery)
    if (before !== undefined) return ignored(`this push was published before, when ${before} came`)
    try {
      const followed = await branch()
      if (followed !== null && followed !== verdict.branch)
        return ignored(`a push to ${verdict.branch}; the site follows ${followed}`)
      const result = await publishJoined()
      if (delivery !== null) published.set(delivery, result.commit)
      return Response.json(result, { headers: UNCACHED })
    } catch (error) {
      const { code, message } = error as Error & { code?: string }
      log(`hook: ${message}`)
      const status = code !== undefined && Object.hasOwn(STATUS, code) ? STATUS[code as GitCode] : null
      return status === null
        ? failed(500, 'It could not be published. See the log of the site.')
        : failed(status, message)
    }
  }
}

const UNCACHED = { 'cache-control': 'no-store' }
const RETRY = { 'retry-after': '5' }

const ignored = (why: string): Response => Response.json({ ignored: why }, { headers: UNCACHED })

const failed = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: { ...UNCACHED, ...(status === 503 && RETRY) } })

/** The body of a request; null of one that is too large. */
async function readBody({ headers, body }: Request): Promise<Uint8Array | null> {
  if (Number(headers.get('content-length')) > LARGEST) return null
  const parts: Uint8Array[] = []
  let size = 0
  const timely = body?.pipeThrough(new TransformStream<Uint8Array>(), { signal: AbortSignal.timeout(READ_LIMIT) })
  for await (const part of timely ?? []) {
    size += part.byteLength
    if (size > LARGEST) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
