import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { type Clone, repositories } from '#tests/fixtures/git.ts'
import { type Checkout, findCheckout } from './git.ts'
import { hideCredentials } from './git-process.ts'

// Many processes on a machine that may have other work.
vi.setConfig({ testTimeout: 30_000 })
afterEach(() => void vi.unstubAllEnvs())

async function checkoutOf({ content }: Clone): Promise<Checkout> {
  const checkout = await findCheckout(content.root)
  if (checkout === null) throw new Error(`${content.root} is no checkout`)
  return checkout
}

test('a content folder may be a folder of a repository, or all of it', async () => {
  await using part = await repositories()
  expect((await checkoutOf(part.site)).prefix).toBe('content/')
  await using whole = await repositories({}, '')
  expect((await checkoutOf(whole.site)).prefix).toBe('')
})

test('a link to a checkout is that checkout', async () => {
  await using repository = await repositories()
  const { site, home } = repository
  await symlink(site.content.root, path.join(home, 'current'))
  expect((await findCheckout(path.join(home, 'current')))?.prefix).toBe('content/')
})

test('a folder outside any repository, or ignored by or unknown to the one around it, is no checkout', async () => {
  await using repository = await repositories({ '../.gitignore': 'kept/\n' })
  const { site } = repository
  const plain = await repository.folder('plain')
  await mkdir(path.join(site.root, 'kept'))
  await mkdir(path.join(site.root, 'new'))
  expect(await findCheckout(plain.root)).toBeNull()
  expect(await findCheckout(path.join(site.root, 'kept'))).toBeNull()
  expect(await findCheckout(path.join(site.root, 'new'))).toBeNull()
  expect(await findCheckout(path.join(site.root, 'nowhere'))).toBeNull()
})

test('a repository of another user says how to allow it', async () => {
  await using repository = await repositories()
  const { site } = repository
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
  await expect(findCheckout(site.content.root)).rejects.toMatchObject({
    code: 'not-a-checkout',
    message: expect.stringContaining('safe.directory'),
  })
})

test('a git that runs these in a hook of another repository does not mislead', async () => {
  await using repository = await repositories()
  const { site, origin } = repository
  vi.stubEnv('GIT_DIR', origin)
  vi.stubEnv('GIT_INDEX_FILE', path.join(origin, 'index'))
  expect(await (await checkoutOf(site)).isClean()).toBe(true)
})

test('the head is the commit that is checked out, on a branch or not, with its time', async () => {
  await using repository = await repositories()
  const { site } = repository
  const checkout = await checkoutOf(site)
  const commit = await site.git('rev-parse', 'HEAD')
  const head = { commit, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/) }
  expect(await checkout.head()).toEqual(head)
  await site.git('checkout', '--quiet', '--detach')
  expect(await checkout.head()).toEqual(head)
  expect(await checkout.upstream()).toBeNull()
})

test('an empty repository has no head, and holds its whole folder', async () => {
  await using repository = await repositories()
  const empty = await repository.folder('empty', '')
  await empty.git('init', '--quiet')
  expect(await (await checkoutOf(empty)).head()).toBeNull()
})

test('a clone is clean until a content file is edited, new or gone', async () => {
  await using repository = await repositories()
  const { site } = repository
  const checkout = await checkoutOf(site)
  expect(await checkout.isClean()).toBe(true)
  await writeFile(path.join(site.root, 'README.md'), 'Not of the content folder.')
  await site.content.write({ 'README.md': 'No content.' })
  expect(await checkout.isClean()).toBe(true)
  await site.content.write({ 'articles/b.md': article() })
  expect(await checkout.isClean()).toBe(false)
  await site.content.remove('articles/b.md')
  await site.content.write({ 'articles/a.md': article({ title: 'Edited' }) })
  expect(await checkout.isClean()).toBe(false)
  await site.content.remove('articles/a.md')
  expect(await checkout.isClean()).toBe(false)
})

test('a content file that git ignores is not clean: no commit would tell of its changes', async () => {
  await using repository = await repositories({ '../.gitignore': 'media/\n.DS_Store\n' })
  const { site } = repository
  const checkout = await checkoutOf(site)
  await site.content.write({ 'articles/.DS_Store': '' })
  expect(await checkout.isClean()).toBe(true)
  await site.content.write({ 'media/dot.png': 'PNG' })
  expect(await checkout.isClean()).toBe(false)
})

test('what changed since a commit tells edited, new, gone and renamed files of the content folder', async () => {
  await using repository = await repositories({ 'articles/b.md': article(), 'articles/c.md': article() })
  const { site } = repository
  const checkout = await checkoutOf(site)
  const before = await site.git('rev-parse', 'HEAD')
  await site.git('mv', 'content/articles/b.md', 'content/articles/moved.md')
  await site.git('rm', '--quiet', 'content/articles/c.md')
  const edits = { 'articles/a.md': article({ title: 'Edited' }), 'articles/d.md': article() }
  await site.commit({ ...edits, 'README.md': 'No content.', '../README.md': 'Outside.' })
  expect(Object.fromEntries((await checkout.changedSince(before)) ?? [])).toEqual({
    'articles/a.md': 'changed',
    'articles/b.md': 'gone',
    'articles/c.md': 'gone',
    'articles/d.md': 'changed',
    'articles/moved.md': 'changed',
  })
  expect(await checkout.changedSince(await site.git('rev-parse', 'HEAD'))).toEqual(new Map())
})

test('paths with spaces, quotes, newlines and letters of any language come as they are', async () => {
  await using repository = await repositories()
  const { site } = repository
  const checkout = await checkoutOf(site)
  const before = await site.git('rev-parse', 'HEAD')
  const files = ['articles/two words.md', 'articles/"quoted".md', 'articles/new\nline.md', 'articles/år-日本.md']
  await site.commit(Object.fromEntries(files.map((file) => [file, article()])))
  const changes = await checkout.changedSince(before)
  expect([...(changes?.keys() ?? [])].sort()).toEqual(files.sort())
  expect(await checkout.isClean()).toBe(true)
})

test('a commit that is not known, or is none at all, tells nothing', async () => {
  await using repository = await repositories()
  const checkout = await checkoutOf(repository.site)
  expect(await checkout.changedSince('1'.repeat(40))).toBeNull()
  expect(await checkout.changedSince('--output=/tmp/x')).toBeNull()
  const before = await repository.site.git('rev-parse', 'HEAD')
  await repository.editor.publish({ 'articles/b.md': article() })
  await repository.editor.git('clone', '--quiet', '--depth=1', `file://${repository.origin}`, '../shallow')
  const shallow = await findCheckout(path.join(repository.home, 'shallow/content'))
  expect(await shallow?.changedSince(before)).toBeNull()
})

test('a submodule in the content folder that moved tells nothing, and one with changes is not clean', async () => {
  await using repository = await repositories()
  const { editor, origin, site } = repository
  const checkout = await checkoutOf(site)
  const before = await site.git('rev-parse', 'HEAD')
  await site.git('submodule', '--quiet', 'add', origin, 'content/media')
  await site.commit({})
  expect(await checkout.changedSince(before)).toBeNull()
  expect(await checkout.isClean()).toBe(true)
  await rm(path.join(site.content.root, 'media/content/site.yaml'))
  expect(await checkout.isClean()).toBe(false)
  await editor.publish({})
  expect((await findCheckout(path.join(site.content.root, 'media/content')))?.prefix).toBe('content/')
})

test('a message shows no user, password or token of an address', () => {
  expect(hideCredentials("unable to access 'https://jo:p@ss@host/x.git/?token=1': no")).toBe(
    "unable to access 'https://host/x.git/': no",
  )
  expect(hideCredentials('https://token@host/x and git@host:x')).toBe('https://host/x and git@host:x')
})

test('renames are told in their order, whether edited or not, and of content only', async () => {
  await using repository = await repositories({ 'articles/a.md': article({}, 'One.\n'), 'notes.txt': 'x' })
  const { site } = repository
  const first = await site.git('rev-parse', 'HEAD')
  await site.git('mv', 'content/articles/a.md', 'content/articles/b.md')
  await site.git('mv', 'content/notes.txt', 'content/other.txt')
  await site.commit({ 'articles/b.md': article({ title: 'Reworded' }, 'One.\n') })
  await site.git('mv', 'content/articles/b.md', 'content/articles/c.md')
  const last = await site.commit({})
  const checkout = await checkoutOf(site)
  const all = [
    ['articles/a.md', 'articles/b.md'],
    ['articles/b.md', 'articles/c.md'],
  ]
  expect(await checkout.renames(first)).toEqual(all)
  expect(await checkout.renames(null)).toEqual(all)
  expect(await checkout.renames('0'.repeat(40))).toEqual(all)
  expect(await checkout.renames(last)).toEqual([])
})

test('a name with spaces, quotes and line ends is renamed as it stands', async () => {
  const odd = 'articles/a "b"\n2.md'
  await using repository = await repositories({ [odd]: article() })
  const { site } = repository
  await site.git('mv', `content/${odd}`, 'content/articles/z.md')
  await site.commit({})
  expect(await (await checkoutOf(site)).renames(null)).toEqual([[odd, 'articles/z.md']])
})
