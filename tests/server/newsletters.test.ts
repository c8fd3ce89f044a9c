import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openRepository } from '#lib/newsletter/store/open.ts'
import { command } from '#tests/fixtures/command.ts'
import { article, markdown, site } from '#tests/fixtures/content.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { type Newsroom, newsroom } from '#tests/fixtures/newsroom.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long anything may take that comes by itself: tests fail by it, and measure nothing with it. */
const WAIT = { timeout: 60_000, interval: 50 }

/** Servers on one store whose newsletter was due two minutes ago, with so many readers and a mail server of theirs. */
async function press(readers: number, rate: number) {
  const stack = new AsyncDisposableStack()
  const due = Date.now() - 2 * MINUTE
  const schedule = `daily ${new Date(due).toISOString().slice(11, 16)}`
  const room: Newsroom = stack.use(
    await newsroom({
      'site.yaml': site({ timezone: 'UTC' }),
      'newsletters/morning.md': markdown({ title: 'Morning', description: 'At breakfast.', schedule }),
      'articles/2026/new.md': article({ title: 'New today', published: new Date(due - 60 * MINUTE).toISOString() }),
    }),
  )
  const sink = stack.use(await mailSink())
  const repository = await openRepository({ file: path.join(room.data, 'newsletters.db'), databaseUrl: null })
  stack.defer(() => repository.close())
  const addresses = Array.from({ length: readers }, (_, at) => `reader-${at}@example.org`).sort()
  const consent = { newsletter: 'morning', asked: due, confirmed: due, form: 'import', text: 'Yes.' }
  const known = { pausedUntil: null, stopped: null, joined: due }
  await repository.subscribers.add(
    addresses.map((address) => ({ subscriber: { address, ...known }, consents: [consent] })),
  )
  const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  // It was sent before, so that today's is made up for.
  const before = { newsletter: 'morning', date: dateOf(due - DAY), slot: due - DAY, revision: null, built: due - DAY }
  await repository.issues.create({ ...before, state: 'empty', content: null })
  const env = { SMTP_URL: sink.url, MAIL_FROM: 'news@broadsheet.example', MAIL_RATE: `${rate}`, MAIL_CONNECTIONS: '2' }
  return {
    room,
    sink,
    addresses,
    env,
    spawn: () => room.spawn(env),
    /** How many there are of each state, of today's issue when it is in this state. */
    async counts(state: string): Promise<Record<string, number> | null> {
      const issue = await repository.issues.byDate('morning', dateOf(due))
      if (issue?.state !== state) return null
      return Object.fromEntries((await repository.issues.progress(issue.id)).map((one) => [one.state, one.count]))
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

test('of two servers one sends; when it is killed the other one goes on, and nobody is mailed twice', async () => {
  await using desk = await press(150, 30)
  const servers = [desk.spawn(), desk.spawn()]
  await vi.waitUntil(() => desk.sink.mails.length > 20, WAIT)
  const isLeader = servers.map(({ output }) => output.includes('the issue of morning for'))
  expect(isLeader.filter(Boolean).length).toBe(1)
  await servers[isLeader.indexOf(true)]?.kill()
  const counts = await vi.waitUntil(() => desk.counts('sent'), WAIT)
  // The two that were with the mail server when the process ended: nobody knows of them.
  const { sent = 0, unsure = 0 } = counts
  expect([sent + unsure, unsure <= 2]).toEqual([150, true])
  const { recipients } = desk.sink
  expect(recipients.length).toBe(new Set(recipients).size)
  expect(recipients.length).toBeGreaterThanOrEqual(sent)
}, 120_000)

test('a server that is stopped finishes what it has in hand, and the next one goes on where it was', async () => {
  await using desk = await press(100, 40)
  const first = desk.spawn()
  await vi.waitUntil(() => desk.sink.mails.length > 20, WAIT)
  expect(await first.stop()).toBe(0)
  const had = desk.sink.mails.length
  expect(had).toBeLessThan(100)
  desk.spawn()
  expect(await vi.waitUntil(() => desk.counts('sent'), WAIT)).toEqual({ sent: 100 })
  expect(desk.sink.recipients).toEqual(desk.addresses)
}, 120_000)

test('the command gets along with a running site: it asks its catalog, and pages of the issue are there', async () => {
  await using desk = await press(3, 1000)
  const server = await desk.spawn().ready()
  await vi.waitUntil(() => desk.counts('sent'), WAIT)
  await server.shows('/newsletters/morning', 'New today')
  await desk.room.write({
    'articles/2026/b.md': article({ title: 'Newer still', published: new Date().toISOString() }),
  })
  await server.shows('/world', 'Newer still')
  const env = { CONTENT_DIR: desk.room.root, DATA_DIR: desk.room.data, ...desk.env }
  const sent = await command('newsletter', ['send', 'morning', '--early'], env)
  expect([sent.code, sent.stdout]).toEqual([0, expect.stringMatching(/: sent; 3 sent\.\n$/)])
  await server.shows('/newsletters/morning', 'Newer still')
  expect((await readdir(desk.room.data)).filter((name) => name.startsWith('catalog-'))).toEqual([])
  expect(await server.text('/metrics')).toMatch(/^broadsheet_newsletter_mails_sent_total 6$/m)
}, 120_000)
