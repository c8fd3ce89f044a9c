import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { openStore } from '#lib/content/catalog/store.ts'
import { article, markdown, site } from '#tests/fixtures/content.ts'
import { issueContent } from '#tests/fixtures/issues.ts'
import { DAY_BEFORE, pressed, SLOT } from '#tests/fixtures/pressed.ts'
import { settleRule } from '../signup/settle.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Threads and mail servers take as long as the machine lets them. */
const WAIT = { timeout: 20_000, interval: 10 }
vi.setConfig({ testTimeout: 30_000 })

test('the issue that is due is made once, mailed to everybody who gets it, and told to its pages', async () => {
  await using room = await pressed()
  const { press, kept, sink, made } = room
  await kept.subscriber('ann@example.org', ['morning'])
  await kept.subscriber('bob@example.org', ['morning'])
  await press.look(DAY_BEFORE)
  await press.look(SLOT - 1)
  expect(await room.state('2026-01-02')).toBe('none')
  await press.look(SLOT)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  expect(sink.recipients).toEqual(['ann@example.org', 'bob@example.org'])
  expect((await sink.mail(0)).text).toContain('New on the first')
  expect(made).toEqual(['morning'])
  await press.look(SLOT + MINUTE)
  expect(sink.mails.length).toBe(2)
})

test('a newsletter that was never sent begins with its next slot', async () => {
  await using room = await pressed()
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.press.look(SLOT + MINUTE)
  expect([await room.state('2026-01-02'), room.log]).toEqual([
    'skipped',
    ['newsletter: morning is new; its first issue comes with its next slot.'],
  ])
})

test('of two processes on one store one sends', async () => {
  await using room = await pressed()
  for (const name of ['ann', 'bob', 'cal', 'dee']) await room.kept.subscriber(`${name}@example.org`, ['morning'])
  const presses = [room.press, room.another(), room.another()]
  for (const press of presses) await press.look(DAY_BEFORE)
  await Promise.all(presses.map((press) => press.look(SLOT)))
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  await Promise.all(presses.map((press) => press.look(SLOT + 11_000)))
  expect(room.sink.recipients).toEqual(['ann', 'bob', 'cal', 'dee'].map((name) => `${name}@example.org`))
})

test('what an operator has stopped is gone on with by no process, until it is let', async () => {
  await using room = await pressed()
  const { kept, sink } = room
  await kept.subscriber('ann@example.org', ['morning'])
  const record = { newsletter: 'morning', date: '2026-01-01', slot: DAY_BEFORE, revision: null, built: DAY_BEFORE }
  await kept.repository.issues.create({ ...record, state: 'sending', content: issueContent() })
  await kept.repository.issues.stop('morning', DAY_BEFORE)
  for (const press of [room.press, room.another()]) await press.look(DAY_BEFORE + MINUTE)
  expect([await room.state('2026-01-01'), sink.mails]).toEqual(['stopped', []])
  await kept.repository.issues.resume('morning')
  await room.press.look(DAY_BEFORE + 2 * MINUTE)
  await vi.waitUntil(async () => (await room.state('2026-01-01')) === 'sent', WAIT)
  expect(sink.recipients).toEqual(['ann@example.org'])
})

test('a slot that was missed is made up for, and one that was missed long ago is left out', async () => {
  await using room = await pressed()
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.press.look(DAY_BEFORE)
  await room.another().look(SLOT + 5 * HOUR)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  await room.site.change({ 'articles/2026/01/b.md': article({ published: '2026-01-02T20:00:00Z' }) }, SLOT + 20 * HOUR)
  await room.another().look(SLOT + 31 * HOUR)
  expect([await room.state('2026-01-03'), room.sink.mails.length]).toEqual(['skipped', 1])
  expect(room.log.at(-1)).toContain('is left out, 7 hours late (ISSUE_MAX_AGE_HOURS)')
})

test('where nothing is new there is no mail, and that is the end of it for the day', async () => {
  await using room = await pressed({ 'articles/2026/01/new.md': null })
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.press.look(DAY_BEFORE)
  await room.press.look(SLOT)
  expect(await room.state('2026-01-02')).toBe('empty')
  await room.site.change({ 'articles/2026/01/late.md': article({ published: '2026-01-02T11:31:00Z' }) }, SLOT + HOUR)
  await room.press.look(SLOT + HOUR)
  expect([await room.state('2026-01-02'), room.sink.mails.length, room.press.isSending]).toEqual(['empty', 0, false])
})

test('an issue that another process is making is left to it, until that gives up', async () => {
  await using room = await pressed()
  const { leases } = room.kept.repository
  await room.press.look(DAY_BEFORE)
  await leases.take('issue:morning:2026-01-02', 'another', Date.now(), Date.now() + HOUR)
  await room.press.look(SLOT)
  expect([await room.state('2026-01-02'), room.press.troubles]).toEqual(['none', []])
  await leases.release('issue:morning:2026-01-02', 'another')
  await room.press.look(SLOT + MINUTE)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
})

test('an issue that cannot be made is a trouble, is tried again, and is none when it can', async () => {
  await using room = await pressed()
  await room.press.look(DAY_BEFORE)
  const { issues } = room.kept.repository
  const list = issues.list.bind(issues)
  issues.list = async () => {
    throw new Error('the disk is gone')
  }
  await room.press.look(SLOT)
  expect(room.press.troubles).toEqual([
    {
      newsletter: 'morning',
      message: 'The issue of morning for 2026-01-02 cannot be made, and is tried again each minute: the disk is gone',
      since: expect.any(String),
    },
  ])
  issues.list = list
  await room.press.look(SLOT + MINUTE)
  expect(room.press.troubles).toEqual([])
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
})

test('what another process left is gone on with', async () => {
  await using room = await pressed()
  const { issues, leases } = room.kept.repository
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.press.look(DAY_BEFORE)
  await room.press.look(SLOT)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  const sent = await issues.byDate('morning', '2026-01-02')
  if (sent?.content == null) throw new Error('it has no content')
  const left = { ...sent, newsletter: 'morning', date: '2026-01-03', state: 'sending' } as const
  await leases.take('issue:morning:2026-01-03', 'dead', Date.now() - 60_000, Date.now() - 30_000)
  await issues.create(left)
  await room.press.look(SLOT + MINUTE)
  await vi.waitUntil(async () => (await room.state('2026-01-03')) === 'sent', WAIT)
  expect(room.sink.mails.length).toBe(2)
})

test('an issue that another process has made is told to pages', async () => {
  await using room = await pressed({
    'newsletters/weekend.md': markdown({ title: 'Weekend', description: 'Long.', schedule: 'weekly saturday 08:00' }),
  })
  const other = room.another()
  await room.press.look(DAY_BEFORE)
  await other.look(DAY_BEFORE)
  room.made.length = 0
  await other.look(SLOT)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  await room.press.look(SLOT + MINUTE)
  expect(room.made).toEqual(['morning', 'morning', 'weekend'])
})

test('a letter goes out as soon as somebody has asked, and what waits is found after a start', async () => {
  await using room = await pressed()
  await room.kept.apply('ann@example.org', ['morning'])
  room.press.wake()
  await room.sink.until(1)
  await room.kept.apply('bob@example.org', ['morning'])
  await room.another().look(Date.now())
  await room.sink.until(2)
  expect(room.sink.recipients).toEqual(['ann@example.org', 'bob@example.org'])
  expect((await room.sink.mail(0)).text).toContain('/subscribe/confirm?token=')
})

test('who does not confirm is reminded once after a day, and forgotten a day after the link is over', async () => {
  await using room = await pressed()
  const asked = Date.now() - 25 * HOUR
  await room.kept.apply('ann@example.org', ['morning'], asked)
  const { desk } = room.kept.repository
  await desk.settle(asked, settleRule)
  const [letter] = await desk.claimLetters(1, asked)
  await desk.recordLetter(letter?.id ?? '', { type: 'sent', reply: 'ok' }, asked)
  await room.press.look(Date.now())
  await room.sink.until(1)
  for (const later of [2, 5, 24, 48]) await room.press.look(Date.now() + later * HOUR)
  expect(room.sink.mails.length).toBe(1)
  expect(await desk.application(letter?.application?.id ?? '')).toBe(null)
})

test('a mail server that takes nothing is a trouble, and none any more when it does', async () => {
  let isDown = true
  const refuse = (at: string) => (isDown && at === 'sender' ? '530 5.7.0 Authentication required' : null)
  await using room = await pressed({}, { sink: { refuse } })
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.press.look(DAY_BEFORE)
  await room.press.look(SLOT)
  await vi.waitUntil(() => room.press.troubles.length > 0, WAIT)
  expect(room.press.troubles[0]).toMatchObject({ newsletter: null, message: expect.stringContaining('530 5.7.0') })
  expect([await room.state('2026-01-02'), room.sink.mails.length]).toEqual(['sending', 0])
  isDown = false
})

test('a thread that dies in the middle is followed by another, and nobody is mailed twice', async () => {
  await using room = await pressed({}, { env: { MAIL_RATE: '20', MAIL_CONNECTIONS: '2' } })
  for (let at = 0; at < 20; at++) await room.kept.subscriber(`reader-${at}@example.org`, ['morning'])
  await room.press.look(DAY_BEFORE)
  const begun = once(process, 'worker')
  await room.press.look(SLOT)
  const [worker] = (await begun) as [Worker]
  await room.sink.until(5)
  await worker.terminate()
  let now = SLOT
  await vi.waitUntil(async () => {
    now += MINUTE
    await room.press.look(now)
    return (await room.state('2026-01-02')) === 'sent'
  }, WAIT)
  const { recipients } = room.sink
  expect(new Set(recipients).size).toBe(recipients.length)
  // The two that were with the mail server: nobody knows of them.
  expect(recipients.length).toBeGreaterThanOrEqual(18)
})

test('no issue is made before all content has been read', async () => {
  await using room = await pressed()
  await room.press.look(DAY_BEFORE)
  Object.defineProperty(await openStore(), 'ready', { value: false, configurable: true })
  await room.press.look(SLOT)
  expect(await room.state('2026-01-02')).toBe('none')
})

test('no address is in any line of the log', async () => {
  await using room = await pressed(
    {},
    { sink: { refuse: (at) => (at === 'recipient' ? '550 5.1.1 No such user' : null) } },
  )
  await room.kept.subscriber('ann@example.org', ['morning'])
  await room.kept.apply('bob@example.org', ['morning'])
  room.press.wake()
  await room.press.look(DAY_BEFORE)
  await room.press.look(SLOT)
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
  await vi.waitUntil(async () => (await room.kept.repository.desk.backlog()).count === 0, WAIT)
  expect(room.log.join('\n')).not.toMatch(/ann@|bob@|example\.org/)
})

test('a schedule in another zone is looked at anew', async () => {
  await using room = await pressed()
  await room.press.look(DAY_BEFORE)
  await room.site.change({ 'site.yaml': site({ timezone: 'Europe/Berlin' }) }, DAY_BEFORE)
  await room.press.look(DAY_BEFORE + MINUTE)
  // 06:30 in Berlin on the next day.
  await room.press.look(Date.parse('2026-01-02T05:30:00Z'))
  await vi.waitUntil(async () => (await room.state('2026-01-02')) === 'sent', WAIT)
})
