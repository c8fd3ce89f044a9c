import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { type Clone, repositories } from '#tests/fixtures/git.ts'
import { findCheckout } from './git.ts'
import type { Pulled } from './pull.ts'

// Many processes on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000 })

async function pullOf({ content }: Clone, signal?: AbortSignal): Promise<Pulled | undefined> {
  return (await findCheckout(content.root))?.pull(signal)
}

const fileOf = ({ content }: Clone, file: string): Promise<string> => readFile(path.join(content.root, file), 'utf8')
const stateOf = async (clone: Clone) => [await clone.git('rev-parse', 'HEAD'), await clone.git('status', '--porcelain')]

test('a pull brings what was pushed, and tells from where to where and which files', async () => {
  await using repository = await repositories({ 'articles/b.md': article() })
  const { editor, site } = repository
  const from = await site.git('rev-parse', 'HEAD')
  await editor.content.remove('articles/b.md')
  const to = await editor.publish({ 'articles/a.md': article({ title: 'Edited' }), '../README.md': 'Outside.' })
  expect(await pullOf(site)).toEqual({ from, to, changed: ['articles/a.md', 'articles/b.md'] })
  expect(await fileOf(site, 'articles/a.md')).toContain('Edited')
  expect(await pullOf(site)).toEqual({ from: to, to, changed: [] })
})

test('a local change that is not in the way stays', async () => {
  await using repository = await repositories({ 'articles/b.md': article() })
  const { editor, site } = repository
  const to = await editor.publish({ 'articles/a.md': article({ title: 'Edited' }) })
  await site.content.write({ 'articles/b.md': 'Here.' })
  expect(await pullOf(site)).toMatchObject({ to })
  expect(await fileOf(site, 'articles/b.md')).toBe('Here.')
})

test('local commits that are not pushed yet are up to date', async () => {
  await using repository = await repositories()
  const { site } = repository
  const commit = await site.commit({ 'articles/b.md': article() })
  expect(await pullOf(site)).toEqual({ from: commit, to: commit, changed: [] })
})

test.for<[string, (site: Clone) => Promise<unknown>]>([
  ['a local edit in the way', (site) => site.content.write({ 'articles/a.md': 'Here.' })],
  ['an untracked file in the way', (site) => site.content.write({ 'articles/new.md': 'Here.' })],
  ['local commits', (site) => site.commit({ 'articles/other.md': article() })],
])('%s is a conflict, and nothing changes', async ([, prepare]) => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.publish({ 'articles/a.md': article({ title: 'Edited' }), 'articles/new.md': article() })
  await prepare(site)
  const before = await stateOf(site)
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'conflict' })
  expect(await stateOf(site)).toEqual(before)
})

test('an origin whose history was rewritten is a conflict that says how to take it', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.publish({ 'articles/b.md': article() })
  await pullOf(site)
  const before = await stateOf(site)
  await editor.git('reset', '--quiet', '--hard', 'HEAD~1')
  const to = await editor.commit({ 'articles/c.md': article() })
  await editor.git('push', '--quiet', '--force', 'origin', 'main')
  const message = expect.stringContaining(`git reset --hard ${to}`)
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'conflict', message })
  expect(await stateOf(site)).toEqual(before)
})

test('a checkout in the middle of a merge with conflicts is a conflict, and stays as it is', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.publish({ 'articles/a.md': article({ title: 'Theirs' }) })
  await site.commit({ 'articles/a.md': article({ title: 'Ours' }) })
  await site.git('pull', '--quiet', '--no-rebase').catch(() => 'It stops at the conflict.')
  const before = await fileOf(site, 'articles/a.md')
  expect(before).toContain('<<<<<<<')
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'conflict' })
  expect(await fileOf(site, 'articles/a.md')).toBe(before)
})

test('an unfinished merge keeps what could be fast-forwarded from being so', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await site.git('checkout', '--quiet', '-b', 'other')
  await site.commit({ 'articles/a.md': article({ title: 'Ours' }) })
  await site.git('checkout', '--quiet', 'main')
  await editor.publish({ 'articles/b.md': article() })
  await site.git('merge', '--quiet', '--no-commit', '--no-ff', 'other')
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'conflict' })
})

test('an origin that cannot be reached is a network failure that shows no password', async () => {
  await using repository = await repositories()
  const { site } = repository
  await site.git('remote', 'set-url', 'origin', 'http://jo:secret@127.0.0.1:1/x.git')
  const failed = await pullOf(site).catch((error: Error) => error)
  expect(failed).toMatchObject({ code: 'network', message: expect.stringContaining('http://127.0.0.1:1/x.git') })
  expect(failed).not.toMatchObject({ message: expect.stringContaining('secret') })
})

test('an address that would run a program is refused', async () => {
  await using repository = await repositories()
  const { site, home } = repository
  await site.git('remote', 'set-url', 'origin', `ext::touch ${home}/ran`)
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'network' })
  await expect(readFile(`${home}/ran`)).rejects.toThrow('ENOENT')
})

test('a hook of the repository is not run', async () => {
  await using repository = await repositories()
  const { editor, home, site } = repository
  await mkdir(path.join(site.root, '.git/hooks'), { recursive: true })
  await writeFile(path.join(site.root, '.git/hooks/post-merge'), `#!/bin/sh\ntouch ${home}/ran\n`, { mode: 0o755 })
  const to = await editor.publish({ 'articles/b.md': article() })
  expect(await pullOf(site)).toMatchObject({ to })
  await expect(readFile(`${home}/ran`)).rejects.toThrow('ENOENT')
})

test('an origin that wants a password, with none to give, is a network failure', async () => {
  await using repository = await repositories()
  const { site } = repository
  await using server = await serve((server) => {
    server.on('request', (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end())
  })
  await site.git('remote', 'set-url', 'origin', `${server.url}/x.git`)
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'network' })
})

test('a fetch that hangs ends when it is told to, and leaves no lock', async () => {
  await using repository = await repositories()
  const { editor, origin, site } = repository
  const stop = new AbortController()
  await using server = await serve((server) => server.on('request', () => stop.abort(new Error('told to'))))
  await site.git('remote', 'set-url', 'origin', `${server.url}/x.git`)
  await expect(pullOf(site, stop.signal)).rejects.toThrow('told to')
  await site.git('remote', 'set-url', 'origin', origin)
  const to = await editor.publish({ 'articles/b.md': article() })
  expect(await pullOf(site)).toMatchObject({ to })
})

test('a branch that follows none, and none at all, have no upstream', async () => {
  await using repository = await repositories()
  const { site } = repository
  await site.git('checkout', '--quiet', '-b', 'mine')
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'no-upstream' })
  await site.git('checkout', '--quiet', '--detach')
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'no-upstream' })
})

test('a branch that is gone from the origin is no upstream any more', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.git('checkout', '--quiet', '-b', 'desk')
  await editor.publish({})
  await site.git('fetch', '--quiet')
  await site.git('checkout', '--quiet', 'desk')
  await editor.git('push', '--quiet', 'origin', ':desk')
  await expect(pullOf(site)).rejects.toMatchObject({ code: 'no-upstream' })
})

test('a lock that a killed git left behind is named', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  await editor.publish({ 'articles/b.md': article() })
  const lock = path.join(site.root, '.git/index.lock')
  await writeFile(lock, '')
  const before = await site.git('rev-parse', 'HEAD')
  await expect(pullOf(site)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining(`delete ${lock}`),
  })
  expect(await site.git('rev-parse', 'HEAD')).toBe(before)
})

test('a git that is at work for a moment is waited for', async () => {
  await using repository = await repositories()
  const { editor, site } = repository
  const to = await editor.publish({ 'articles/b.md': article() })
  const lock = path.join(site.root, '.git/index.lock')
  await writeFile(lock, '')
  setTimeout(() => void rm(lock), 500)
  expect(await pullOf(site)).toMatchObject({ to })
})

test('a shallow clone is brought up to date', async () => {
  await using repository = await repositories()
  const { editor, origin } = repository
  await editor.git('clone', '--quiet', '--depth=1', `file://${origin}`, '../shallow')
  const to = await editor.publish({ 'articles/b.md': article() })
  const shallow = await findCheckout(path.join(repository.home, 'shallow/content'))
  expect(await shallow?.pull()).toMatchObject({ to, changed: ['articles/b.md'] })
})

test('a clone of an empty origin gets its first commit', async () => {
  await using repository = await repositories()
  const first = await repository.folder('first', '')
  await first.git('init', '--quiet', '--bare', '../new.git')
  await first.git('clone', '--quiet', '../new.git', '.')
  await expect(pullOf(first)).rejects.toMatchObject({ code: 'no-upstream' })
  await repository.editor.git('push', '--quiet', '../new.git', 'main')
  const to = await repository.editor.git('rev-parse', 'HEAD')
  expect(await pullOf(first)).toMatchObject({ from: '0'.repeat(40), to })
})

/** An HTTP server of a test's own. */
async function serve(prepare: (server: Server) => unknown) {
  const server = createServer()
  prepare(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}
