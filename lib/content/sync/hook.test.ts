import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { NOW } from '#tests/fixtures/content.ts'
import { github, hmac, pushTo, SECRET } from '#tests/fixtures/hooks.ts'
import { verifyHook } from './hook.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const BODY = pushTo('main')

const judge = (headers: Record<string, string>, body = BODY, secret = SECRET) =>
  verifyHook(new Headers(headers), new TextEncoder().encode(body), secret, NOW)

/** Headers by the Standard Webhooks specification. */
function standard(body: string, key: string | Buffer, time = NOW): Record<string, string> {
  const seconds = String(Math.floor(time / 1000))
  const signature = createHmac('sha256', key).update(`msg_1.${seconds}.${body}`).digest('base64')
  const event = { 'x-gitlab-event': 'Push Hook', 'webhook-id': 'msg_1', 'webhook-timestamp': seconds }
  return { ...JSON_TYPE, ...event, 'webhook-signature': `v1,b2xk v1,${signature}` }
}

const accepted = { type: 'accepted', event: 'push', branch: 'main' }

test('the signature of the example in the documentation of GitHub is right', () => {
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  const headers = { ...JSON_TYPE, 'x-hub-signature-256': signature }
  // Signed by what the documentation says; that it is no JSON comes after.
  expect(judge(headers, 'Hello, World!', "It's a Secret to Everybody")).toMatchObject({ type: 'refused', status: 400 })
})

test.for<[string, Record<string, string>]>([
  ['GitHub', github(BODY)],
  ['Gitea', { ...JSON_TYPE, 'x-gitea-event': 'push', 'x-gitea-signature': hmac(BODY) }],
  ['Forgejo', { ...JSON_TYPE, 'x-forgejo-event': 'push', 'x-forgejo-signature': hmac(BODY) }],
  ['GitLab with a token', { ...JSON_TYPE, 'x-gitlab-event': 'Push Hook', 'x-gitlab-token': SECRET }],
  ['GitLab with a signature', standard(BODY, SECRET)],
  ['a script of one’s own', { ...JSON_TYPE, 'x-hub-signature-256': `sha256=${hmac(BODY)}` }],
])('a push that %s signed is accepted, with its branch', ([, headers]) => {
  expect(judge(headers)).toMatchObject(accepted)
})

test('a secret that begins with whsec_ is the key in base64', () => {
  const key = Buffer.from('a key of twenty-four byte')
  expect(judge(standard(BODY, key), BODY, `whsec_${key.toString('base64')}`)).toMatchObject(accepted)
})

test.for<[string, Record<string, string>]>([
  ['no signature', JSON_TYPE],
  ['a signature with another secret', github(BODY, 'another')],
  ['a signature of another body', github(pushTo('other'))],
  ['a signature cut short', { ...github(BODY), 'x-hub-signature-256': 'sha256=12' }],
  ['an empty signature', { ...github(BODY), 'x-hub-signature-256': '' }],
  ['a wrong token', { ...JSON_TYPE, 'x-gitlab-token': `${SECRET}x` }],
  ['the old SHA-1 signature', { ...JSON_TYPE, 'x-hub-signature': `sha1=${hmac(BODY)}` }],
])('a call with %s is refused', ([, headers]) => {
  expect(judge(headers)).toMatchObject({ type: 'refused', status: 401, why: expect.stringContaining('HOOK_SECRET') })
})

test('a timed signature holds for five minutes, either way', () => {
  const minutes = (count: number) => judge(standard(BODY, SECRET, NOW + count * 60_000))
  expect(minutes(-5)).toMatchObject(accepted)
  expect(minutes(5)).toMatchObject(accepted)
  expect(minutes(-6)).toMatchObject({ status: 401, why: expect.stringContaining('clock') })
  expect(minutes(6)).toMatchObject({ status: 401 })
  expect(judge({ ...standard(BODY, SECRET), 'webhook-timestamp': 'soon' })).toMatchObject({ status: 401 })
})

test('a form that GitHub sends is read, and another content type is not', () => {
  const form = new URLSearchParams({ payload: BODY }).toString()
  expect(judge({ ...github(form), 'content-type': 'application/x-www-form-urlencoded' }, form)).toMatchObject(accepted)
  expect(judge({ ...github(BODY), 'content-type': 'text/plain' })).toMatchObject({ type: 'refused', status: 415 })
})

test.for(['', 'no JSON', '[]', '"main"', '{"ref":1}', '\u0000'])('a signed body of %j is refused', (body) => {
  expect(judge(github(body), body)).toMatchObject({ type: 'refused', status: 400 })
})

test('a ping is a ping; a tag, a deleted branch and what is no push are something else', () => {
  expect(judge({ ...github('{}'), 'x-github-event': 'ping' }, '{}')).toMatchObject({ event: 'ping' })
  const tag = JSON.stringify({ ref: 'refs/tags/v1' })
  expect(judge(github(tag), tag)).toMatchObject({ event: 'other', branch: null })
  const deleted = pushTo('main', '0'.repeat(40))
  expect(judge(github(deleted), deleted)).toMatchObject({ event: 'other', branch: null })
  expect(judge({ ...github(BODY), 'x-github-event': 'issues' })).toMatchObject({ event: 'other', branch: null })
})

test('a branch with slashes is named in full', () => {
  const body = pushTo('desk/world')
  expect(judge(github(body), body)).toMatchObject({ branch: 'desk/world' })
})

test('a delivery made again is the same, one of another commit is not, and one of no commit is none', () => {
  const deliveryOf = (body: string) => {
    const verdict = judge(github(body), body)
    return verdict.type === 'accepted' ? verdict.delivery : undefined
  }
  expect(deliveryOf(BODY)).toBe(deliveryOf(BODY))
  expect(deliveryOf(BODY)).not.toBe(deliveryOf(pushTo('main', '2'.repeat(40))))
  expect(deliveryOf('{"ref":"refs/heads/main"}')).toBeNull()
})
