import { expect, test, vi } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { type Clone, repositories } from '#tests/fixtures/git.ts'
import { findCheckout } from './git.ts'
import { startPolling } from './poll.ts'

// Many processes on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000 })

/** Polls a clone every few milliseconds as long as a test needs it. */
function polling({ content }: Clone) {
  const lines: string[] = []
  const state = { pulls: 0, running: 0, most: 0 }
  const stop = startPolling({
    every: 5,
    async pull() {
      state.most = Math.max(state.most, ++state.running)
      await (await findCheckout(content.root))?.pull().finally(() => {
        state.running--
        state.pulls++
      })
    },
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
  })
  const pullsOnce = async () => {
    const before = state.pulls
    await vi.waitUntil(() => state.pulls > before + 1, { timeout: 20_000 })
  }
  return { lines, state, stop, pullsOnce, [Symbol.asyncDispose]: stop }
}

test('what is pushed comes by itself, by one pull at a time', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await using polled = polling(site)
  const commit = await editor.publish({ 'articles/b.md': article() })
  await polled.pullsOnce()
  expect(await site.git('rev-parse', 'HEAD')).toBe(commit)
  await polled.pullsOnce()
  expect(polled.state.most).toBe(1)
  expect(polled.lines).toEqual([])
})

test('an origin that is away for many pulls is one line, and one when it is back', async () => {
  await using repository = await repositories()
  const { origin, site } = repository
  await site.git('remote', 'set-url', 'origin', `${origin}.away`)
  await using polled = polling(site)
  await polled.pullsOnce()
  await polled.pullsOnce()
  expect(polled.lines).toEqual([expect.stringContaining('cannot be fetched')])
  await site.git('remote', 'set-url', 'origin', origin)
  await polled.pullsOnce()
  await polled.pullsOnce()
  expect(polled.lines.slice(1)).toEqual(['poll: the content is pulled again.'])
})

test('once stopped it pulls no more', async () => {
  await using repository = await repositories()
  const polled = polling(repository.site)
  await polled.pullsOnce()
  await polled.stop()
  expect(polled.state.running).toBe(0)
  const before = polled.state.pulls
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(polled.state.pulls).toBe(before)
})
