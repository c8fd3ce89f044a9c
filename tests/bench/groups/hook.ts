import { execFileSync } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import { newestStories, onFront, retitle, type StoryFile } from '../stories.ts'
import type { Workspace } from '../workspace.ts'

const SECRET = 'a secret of the benchmark'

/** From the call of a git host to readers. */
export async function benchHook(workspace: Workspace): Promise<Row[]> {
  const { folder, editor, content } = makeCheckouts(workspace)
  const publication = { content, data: path.join(folder, 'data') }
  workspace.say('hook: making the catalog')
  await using site = await Site.ready(workspace, publication, { HOOK_SECRET: SECRET })
  using client = new Client(site.url)
  const stories = await onFront(site.url, newestStories(editor, 300))
  const samples: number[] = []
  for (let push = 0; push < workspace.amount(20, 3); push++) {
    workspace.say(`hook: push ${push + 1}`)
    const { file, href } = stories[push % stories.length] as StoryFile
    const headline = `Push ${push} of a headline`
    await client.ask(href)
    retitle(file, headline)
    git(editor, 'commit', '--quiet', '--all', '--message', headline)
    git(editor, 'push', '--quiet')
    const after = git(editor, 'rev-parse', 'HEAD').trim()
    const sent = performance.now()
    const called = call(site.url, JSON.stringify({ ref: 'refs/heads/main', after }))
    const fresh = await client.until(href, headline)
    const { status, body } = await called
    if (status !== 200) throw new Error(`The hook answered with ${status}: ${body}`)
    samples.push(fresh - sent)
  }
  const what = `git hook, ${workspace.largest} articles: call until fresh page`
  return [
    row({ what: `${what}, p50`, value: median(samples), unit: 'ms', samples }),
    row({
      what: `${what}, slowest of ${samples.length}`,
      value: Math.max(...samples),
      unit: 'ms',
      goal: { most: 1000 },
    }),
  ]
}

/** A site's checkout of an archive, the repository that it follows, and an editor's checkout of the newest articles. */
function makeCheckouts(workspace: Workspace) {
  const corpus = workspace.corpus(workspace.largest)
  workspace.say('hook: putting the articles into git')
  const folder = workspace.scratch('hook')
  const [content, origin, editor] = ['content', 'origin.git', 'editor'].map((name) => path.join(folder, name))
  if (!content || !origin || !editor) throw new Error('unreachable')
  cpSync(corpus, content, { recursive: true })
  git(content, 'init', '--quiet', '--initial-branch', 'main')
  git(content, 'add', '--all')
  git(content, 'commit', '--quiet', '--message', 'All articles')
  // In one pack, as a clone has it; git would tidy up thousands of single objects in the middle of a measurement.
  git(content, '-c', 'pack.window=0', 'repack', '--quiet', '-a', '-d')
  git(content, 'config', 'gc.auto', '0')
  git(folder, 'clone', '--quiet', '--bare', content, origin)
  git(content, 'remote', 'add', 'origin', origin)
  git(content, 'fetch', '--quiet')
  git(content, 'branch', '--quiet', '--set-upstream-to', 'origin/main')
  git(folder, 'clone', '--quiet', '--no-checkout', origin, editor)
  const newest = newestStories(content, 1)[0] as StoryFile
  git(editor, 'sparse-checkout', 'set', path.relative(content, path.dirname(newest.file)))
  git(editor, 'checkout', '--quiet', 'main')
  return { folder, content, editor }
}

function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', '-c', 'gc.auto=0']
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8', maxBuffer: 1e9 })
}

/** Calls as GitHub does. @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
async function call(url: string, body: string) {
  using client = new Client(url)
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
  }
  return await client.ask('/hooks/git', headers, body)
}
