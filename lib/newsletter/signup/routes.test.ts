import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { runningSite } from '#tests/fixtures/running.ts'
import { FROM_HERE } from '#tests/fixtures/sign-ups.ts'
import { closeNewsletters, openNewsletters } from '../open.ts'
import { sharePress } from '../press/press.ts'
import { dayToken } from '../tokens/form-token.ts'
import { withCaller } from './caller.ts'
import { oneClick, signUp } from './routes.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const MORNING = '---\ntitle: Morning\ndescription: What is new.\nschedule: daily 06:30\n---\n\nThe pitch.\n'

/** A site with one newsletter, whose press only counts how often it is woken. */
async function site() {
  const running = await runningSite({ 'newsletters/morning.md': MORNING })
  const dataDir = path.join(running.folder.root, '..', `${path.basename(running.folder.root)}-data`)
  vi.stubEnv('DATA_DIR', dataDir)
  const wake = vi.fn()
  sharePress({ wake, troubles: [] })
  return {
    wake,
    async [Symbol.asyncDispose]() {
      sharePress(null)
      await closeNewsletters()
      await running[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function post(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const { key } = await openNewsletters()
  const token = dayToken(key, 'article', Date.now())
  const body = new URLSearchParams({
    address: 'jo@example.org',
    newsletter: 'morning',
    form: 'article',
    token,
    ...fields,
  })
  const answer = await signUp(new Request('http://localhost/', { method: 'POST', body, headers: FROM_HERE }))
  return (answer.headers.get('location') ?? '').replace(/\?.*/, '')
}

test('the route takes newsletters that the site has, and wakes the press', async () => {
  await using at = await site()
  expect(await post()).toBe('/subscribe/sent')
  expect(await post({ newsletter: 'evening' })).toBe('/subscribe')
  await Promise.resolve()
  expect(at.wake).toHaveBeenCalledTimes(1)
})

test('the network that the server names is counted', async () => {
  await using _ = await site()
  const from = (network: string) =>
    withCaller({ network, reader: network }, () => post({ address: `${network}-${crypto.randomUUID()}@example.org` }))
  const ends = []
  for (let index = 0; index < 21; index++) ends.push(await from('a'))
  expect(await from('b')).toBe('/subscribe/sent')
  expect(ends.slice(-2)).toEqual(['/subscribe/sent', '/subscribe'])
})

test('where the store cannot be opened a reader is told, and the log has no address in it', async () => {
  await using _ = await site()
  vi.stubEnv('DATA_DIR', '/dev/null')
  const complaints = vi.spyOn(console, 'error').mockReturnValue()
  const body = new URLSearchParams({ address: 'jo@example.org', newsletter: 'morning' })
  const answer = await signUp(new Request('http://localhost/', { method: 'POST', body }))
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('nothing was changed')
  expect(complaints).toHaveBeenCalledOnce()
  expect(String(complaints.mock.calls)).not.toContain('jo@')
})

test('one click reaches the store', async () => {
  await using _ = await site()
  const url = 'http://localhost/unsubscribe/one-click?token=x'
  expect((await oneClick(new Request(url, { method: 'POST', body: 'List-Unsubscribe=One-Click' }))).status).toBe(400)
})
