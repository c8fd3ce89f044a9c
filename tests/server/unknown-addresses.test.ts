import { readdir } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { newsroom } from '#tests/fixtures/newsroom.ts'
import type { ServerProcess } from '#tests/fixtures/server-process.ts'

const MEGABYTE = 1024 * 1024

/** Requests at once, and in one burst; the bound holds for 20,000 as well, which take minutes. */
const AT_ONCE = 32
const BURST = Number(process.env.UNKNOWN_ADDRESSES ?? 1500)

/** Asks for addresses that lead nowhere, each another one. @returns how often each status was the answer */
async function wander({ port }: ServerProcess, name: string, count: number): Promise<Record<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const statuses: Record<number, number> = {}
  let next = 0
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const path = `${['', '/world', '/authors', '/topics'][next % 4]}/${name}-${next++}?q=${name}`
      const asked = request({ host: '127.0.0.1', port, path, agent }, (response) => {
        const { statusCode = 0 } = response.resume()
        statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
        response.on('end', resolve).on('error', reject)
      })
      asked.on('error', reject).end()
    })
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) await ask()
    }),
  )
  agent.destroy()
  return statuses
}

test('thousands of made-up addresses take neither memory nor disk', async () => {
  await using room = await newsroom()
  const site = await room.start()
  // Until then the heap grows to the size that it keeps.
  await wander(site, 'warm', 2000)
  const before = { memory: site.memory(), files: await readdir(room.data, { recursive: true }) }
  expect(await wander(site, 'made-up', BURST)).toEqual({ 404: BURST })
  const more = site.memory() - before.memory
  // What garbage is not collected yet may take; pages that were kept would take more.
  expect(more).toBeLessThan(64 * MEGABYTE)
  expect(await readdir(room.data, { recursive: true })).toEqual(before.files)
  expect([await site.status('/'), await site.status('/world/station'), await site.status('/readyz')]).toEqual([
    200, 200, 200,
  ])
})
