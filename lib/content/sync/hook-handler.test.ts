import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { type Clone, repositories } from '#tests/fixtures/git.ts'
import { github, pushTo, SECRET } from '#tests/fixtures/hooks.ts'
import { findCheckout } from './git.ts'
import { createHookHandler } from './hook-handler.ts'

// Many processes on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000 })

/** A handler that pulls a clone; `pulls` counts how often it did, `log` holds what it has logged. */
function handling({ content }: Clone, secret: string | null = SECRET) {
  const log: string[] = []
  const counted = { pulls: 0 }
  const handle = createHookHandler({
    secret,
    branch: async () => 'main',
    publish: async () => {
      counted.pulls++
      const pulled = await (await findCheckout(content.root))?.pull()
      return { commit: pulled?.to ?? '', from: pulled?.from, changed: pulled?.changed }
    },
    log: (line) => log.push(line),
  })
  const send = async (body: BodyInit, headers: HeadersInit) => {
    const init = { method: 'POST', body, headers, duplex: 'half' }
    const response = await handle(new Request('http://site.example/hooks/git', init))
    return { status: response.status, body: await response.json() }
  }
  return { send, push: (body: string) => send(body, github(body)), counted, log }
}

test('a push is published, and answered with its commit and what changed', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  const { push } = handling(site)
  const from = await site.git('rev-parse', 'HEAD')
  const commit = await editor.publish({ 'articles/b.md': article() })
  expect(await push(pushTo('main', commit))).toEqual({
    status: 200,
    body: { commit, from, changed: ['articles/b.md'] },
  })
})

test('a delivery that was published is answered without another pull', async () => {
  await using repository = await repositories()
  const { push, counted } = handling(repository.site)
  const body = pushTo('main')
  await push(body)
  expect(await push(body)).toEqual({ status: 200, body: { ignored: expect.stringContaining('published before') } })
  expect(counted.pulls).toBe(1)
})

test('a delivery that failed is tried again', async () => {
  await using repository = await repositories()
  const { editor, origin, site } = repository
  const { push, log } = handling(site)
  const commit = await editor.publish({ 'articles/b.md': article() })
  await site.git('remote', 'set-url', 'origin', 'http://jo:secret@127.0.0.1:1/x.git')
  const answer = await push(pushTo('main', commit))
  expect(answer).toEqual({ status: 502, body: { error: expect.stringContaining('cannot be fetched') } })
  expect(JSON.stringify([answer, log])).not.toContain('secret')
  await site.git('remote', 'set-url', 'origin', origin)
  expect(await push(pushTo('main', commit))).toMatchObject({ status: 200, body: { commit } })
})

test('calls at the same time are pulled for together', async () => {
  await using repository = await repositories()
  const { push, counted } = handling(repository.site)
  const answers = await Promise.all(['1', '2', '3', '4'].map((digit) => push(pushTo('main', digit.repeat(40)))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(counted.pulls).toBe(2)
})

test('another branch and a ping are ignored', async () => {
  await using repository = await repositories()
  const { push, send, counted } = handling(repository.site)
  const other = { status: 200, body: { ignored: 'a push to desk; the site follows main' } }
  expect(await push(pushTo('desk'))).toEqual(other)
  const ping = { status: 200, body: { ignored: 'a ping: the hook works' } }
  expect(await send('{}', { ...github('{}'), 'x-github-event': 'ping' })).toEqual(ping)
  expect(counted.pulls).toBe(0)
})

test('a conflict is told with what to do, and is logged', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  const { push, log } = handling(site)
  await editor.publish({ 'articles/a.md': article({ title: 'Edited' }) })
  await writeFile(path.join(site.content.root, 'articles/a.md'), 'Here.')
  expect(await push(pushTo('main'))).toEqual({ status: 409, body: { error: expect.stringContaining('in the way') } })
  expect(log).toHaveLength(1)
})

test('a call that nobody signed pulls nothing, nor does any where no secret is set', async () => {
  await using repository = await repositories()
  const { send, counted } = handling(repository.site)
  const body = pushTo('main')
  expect(await send(body, { 'content-type': 'application/json' })).toMatchObject({ status: 401 })
  expect(await send(body, github(body, 'another'))).toMatchObject({ status: 401 })
  const open = handling(repository.site, null)
  const unset = { status: 403, body: { error: expect.stringContaining('HOOK_SECRET is not set') } }
  expect(await open.push(body)).toEqual(unset)
  expect(counted.pulls + open.counted.pulls).toBe(0)
})

test('a body over 25 MB is not read to its end, whether it says so or not', async () => {
  await using repository = await repositories()
  const { send } = handling(repository.site)
  expect(await send('{}', { ...github('{}'), 'content-length': '30000000' })).toMatchObject({ status: 413 })
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(1024 * 1024))
      sent++
    },
  })
  expect(await send(endless, github(''))).toMatchObject({ status: 413 })
  expect(sent).toBeLessThan(40)
})

test('a body that breaks off is a bad request, and does not take the place of others', async () => {
  await using repository = await repositories()
  const { push, send } = handling(repository.site)
  const broken = () => new ReadableStream({ start: (controller) => controller.error(new Error('gone')) })
  for (let at = 0; at < 6; at++) expect(await send(broken(), github(''))).toMatchObject({ status: 400 })
  expect(await push(pushTo('main'))).toMatchObject({ status: 200 })
})

test('bodies that do not come hold up no more than a few, and the rest are told to come again', async () => {
  await using repository = await repositories()
  const { push, send } = handling(repository.site)
  const stops: (() => void)[] = []
  const slow = () => new ReadableStream({ start: (controller) => void stops.push(() => controller.close()) })
  const waiting = Array.from({ length: 4 }, () => send(slow(), github('')))
  expect(await push(pushTo('main'))).toMatchObject({ status: 503 })
  for (const stop of stops) stop()
  await Promise.all(waiting)
  expect(await push(pushTo('main'))).toMatchObject({ status: 200 })
})
