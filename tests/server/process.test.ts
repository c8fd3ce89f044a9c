import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ServerProcess } from '#tests/fixtures/server-process.ts'

/** The sample publication, served from the build by a process of its own. */
async function sample(settings: Readonly<Record<string, string>> = {}) {
  const data = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-process-'))
  const site = await new ServerProcess({ CONTENT_DIR: 'content', DATA_DIR: data.path, ...settings }).listening()
  return {
    site,
    connect: async () => {
      const socket = site.connect()
      await once(socket, 'connect')
      return socket
    },
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await data.remove()
    },
  }
}

test('told to end, it ends in order, also with connections that are kept open', async () => {
  await using running = await sample()
  const kept = await running.connect()
  kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(kept, 'data')
  const silent = await running.connect()
  expect(await running.site.stop()).toBe(0)
  kept.destroy()
  silent.destroy()
})

test('told to end, it finishes what it is asked', async () => {
  await using running = await sample()
  const socket = await running.connect()
  socket.write('POST /hooks/git HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{')
  const answer = text(socket)
  // It has come to the hook once a later request is answered.
  await running.site.get('/healthz')
  const stopped = running.site.stop()
  await expect.poll(() => running.site.output).toContain('"signal":"SIGTERM"')
  socket.write('}')
  expect(await answer).toMatch(/^HTTP\/1\.1 \d\d\d /)
  expect(await stopped).toBe(0)
})

test('after the line that says where it is, every line is JSON', async () => {
  await using running = await sample({ LOG_LEVEL: 'debug' })
  await running.site.get('/nothing')
  await expect.poll(() => running.site.output).toContain('"msg":"request"')
  const [, ...after] = running.site.output.trim().split(/\nThe site is at .*\n/)
  for (const line of after.join('').split('\n')) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
  }
})

test('secrets are not logged', async () => {
  const secrets = { METRICS_TOKEN: 'the-token-for-figures', HOOK_SECRET: 'the-secret-of-hooks' }
  await using running = await sample({ ...secrets, LOG_LEVEL: 'trace' })
  const headers = { authorization: `Bearer ${secrets.METRICS_TOKEN}`, cookie: 'a-cookie=b' }
  expect((await fetch(new URL('/metrics', running.site.url), { headers })).status).toBe(200)
  await fetch(new URL('/hooks/git', running.site.url), { method: 'POST', body: '{}', headers })
  await running.site.stop()
  for (const secret of [...Object.values(secrets), 'a-cookie']) expect(running.site.output).not.toContain(secret)
})
