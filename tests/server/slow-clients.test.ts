import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newsroom } from '#tests/fixtures/newsroom.ts'

const CONNECTIONS = 500

test('500 clients that send a byte a second hold nobody up, and are cut off', async () => {
  await using room = await newsroom()
  const site = await room.start()
  const head = 'GET / HTTP/1.1\r\nHost: broadsheet.example\r\nX-Slow: '
  let open = CONNECTIONS
  const slow = Array.from({ length: CONNECTIONS }, () => {
    const socket = site.connect()
    let at = 0
    const dripping = setInterval(() => socket.write(head[at++] ?? 'a'), 1000)
    socket.resume().once('close', () => {
      clearInterval(dripping)
      open--
    })
    return socket
  })
  let answered = 0
  while (open > 0) {
    expect(await Promise.all(['/', '/world', '/world/station'].map(site.status))).toEqual([200, 200, 200])
    answered++
    await sleep(100)
  }
  for (const socket of slow) socket.destroy()
  expect(answered).toBeGreaterThan(5)
  expect(await site.status('/readyz')).toBe(200)
})
