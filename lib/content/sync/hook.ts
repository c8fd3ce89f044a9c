import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a call of a git host comes to. */
type Verdict =
  | {
      readonly type: 'accepted'
      readonly event: 'push' | 'ping' | 'other'
      /** The branch that was pushed; null of anything else. */
      readonly branch: string | null
      /** The same for a delivery that is made again; null where two deliveries cannot be told apart. */
      readonly delivery: string | null
    }
  | { readonly type: 'refused'; readonly status: 400 | 401 | 415; readonly why: string }

/** How far the clock of who signed may be from ours. @see https://www.standardwebhooks.com */
const TOLERANCE = 5 * 60_000

/** What is read of a push, which all hosts call the same. The rest is not for us: a hook never says what to publish. */
const pushed = z.object({ ref: z.string().optional(), after: z.string().optional() })

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
const equal = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b))
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()

/**
 * Judges a call of a git host: whether it comes from one that knows the secret, and what it tells.
 * @param body as it was sent: that is what is signed
 * @param now milliseconds since the epoch
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * @see https://docs.gitea.com/usage/webhooks
 * @see https://forgejo.org/docs/latest/user/webhooks
 * @see https://docs.gitlab.com/user/project/integrations/webhooks
 */
export function verifyHook(headers: Headers, body: Uint8Array, secret: string, now: number): Verdict {
  const why = whyUnsigned(headers, body, secret, now)
  if (why !== null) return { type: 'refused', status: 401, why }
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded')
    return {
      type: 'refused',
      status: 415,
      why: 'The body has to be application/json. Set that as the content type of the hook.',
    }
  const push = readPush(body, type)
  if (push === null) return { type: 'refused', status: 400, why: 'The body is not what a git host sends of a push.' }
  const branch = push.ref?.match(/^refs\/heads\/(.+)$/s)?.[1] ?? null
  const event = eventOf(headers, push.ref !== undefined)
  if (event !== 'push' || branch === null || isNothing(push.after))
    return { type: 'accepted', event: event === 'push' ? 'other' : event, branch: null, delivery: null }
  // A body that names the commit is as good as a number of the delivery, and is what was signed.
  return { type: 'accepted', event, branch, delivery: push.after ? sha256(body).toString('hex') : null }
}

/** Whether a branch was deleted, which has no commit after. */
const isNothing = (after: string | undefined): boolean => after !== undefined && /^0+$/.test(after)

/** Null where one of the ways to show knowledge of the secret is shown. */
function whyUnsigned(headers: Headers, body: Uint8Array, secret: string, now: number): string | null {
  const proofs = [
    hexProof(headers.get('x-hub-signature-256')?.replace(/^sha256=/, ''), body, secret),
    hexProof(headers.get('x-forgejo-signature'), body, secret),
    hexProof(headers.get('x-gitea-signature'), body, secret),
    tokenProof(headers.get('x-gitlab-token'), secret),
    standardProof(headers, body, secret, now),
  ].filter((proof) => proof !== null)
  if (proofs.includes('good')) return null
  if (proofs.includes('late'))
    return 'The signature is of more than 5 minutes ago or ahead. Set the clock of this machine, or send it anew.'
  if (proofs.length > 0) return 'The signature does not match. Give the git host the same secret as HOOK_SECRET.'
  return 'There is no signature. Give the git host a secret for this hook, the same as HOOK_SECRET.'
}

/** Null where that way is not used. */
type Proof = 'good' | 'bad' | 'late' | null

function hexProof(signature: string | null | undefined, body: Uint8Array, secret: string): Proof {
  if (signature === null || signature === undefined) return null
  return equal(signature.toLowerCase(), createHmac('sha256', secret).update(body).digest('hex')) ? 'good' : 'bad'
}

function tokenProof(token: string | null, secret: string): Proof {
  if (token === null) return null
  return equal(token, secret) ? 'good' : 'bad'
}

/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#verifying-webhook-authenticity */
function standardProof(headers: Headers, body: Uint8Array, secret: string, now: number): Proof {
  const signatures = headers.get('webhook-signature')
  if (signatures === null) return null
  const time = headers.get('webhook-timestamp') ?? ''
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret
  const hmac = createHmac('sha256', key)
    .update(`${headers.get('webhook-id') ?? ''}.${time}.`)
    .update(body)
  const expected = `v1,${hmac.digest('base64')}`
  if (!signatures.split(' ').some((signature) => equal(signature, expected))) return 'bad'
  return Math.abs(Number(time) * 1000 - now) <= TOLERANCE ? 'good' : 'late'
}

function eventOf(headers: Headers, hasRef: boolean): 'push' | 'ping' | 'other' {
  const named = ['github', 'forgejo', 'gitea', 'gitlab'].map((host) => headers.get(`x-${host}-event`))
  const event = named.find((name) => name !== null)?.toLowerCase()
  if (event === 'ping') return 'ping'
  // A system hook of GitLab, and a script of one's own, name no kind of event: there the body tells.
  const unnamed = event === undefined || event === 'system hook'
  return event === 'push' || event === 'push hook' || (unnamed && hasRef) ? 'push' : 'other'
}

function readPush(body: Uint8Array, type: string): z.infer<typeof pushed> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    const json = type === 'application/json' ? text : (new URLSearchParams(text).get('payload') ?? '')
    return pushed.parse(JSON.parse(json))
  } catch {
    return null
  }
}
