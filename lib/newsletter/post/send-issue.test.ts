import { expect, test } from 'vitest'
import { mailing, readers } from '#tests/fixtures/mail/mailing.ts'
import { type Step, scriptedServer } from '#tests/fixtures/mail/scripted-server.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'

const PEOPLE = readers(20)

test('an issue goes to everybody who gets the newsletter, once, and is finished', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: PEOPLE })
  const issue = await morning.issue()
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.recipients).toEqual(PEOPLE.toSorted())
  expect((await morning.repository.issues.byDate('morning', issue.date))?.state).toBe('sent')
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.mails).toHaveLength(20)
})

test('an issue that nobody gets is finished', async () => {
  await using morning = await mailing('smtp://127.0.0.1:1')
  expect(await morning.send(await morning.issue())).toBe('sent')
})

test('addresses that do not exist fail, and are written to no more after some issues', async () => {
  await using sink = await mailSink({
    refuse: (at, to) => (at === 'recipient' && /[02468]@/.test(to) ? '550 5.1.1 No such user' : null),
  })
  await using morning = await mailing(sink.url, { to: PEOPLE })
  for (const date of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    const issue = await morning.issue(date)
    expect(await morning.send(issue)).toBe('sent')
    const states = Object.entries(await morning.states(issue))
    for (const [to, state] of states) expect(state).toBe(/[02468]@/.test(to) ? 'failed' : 'sent')
  }
  expect(await morning.repository.tallies()).toMatchObject({ sent: 30, bounces: 30, unsure: 0 })
  expect((await morning.repository.subscribers.byAddress(PEOPLE[2] as string))?.stopped).toBe('bounced')
  expect((await morning.repository.subscribers.byAddress(PEOPLE[1] as string))?.stopped).toBeNull()
})

test('those whom the server puts off get it at the next attempt', async () => {
  const seen = new Set<string>()
  await using sink = await mailSink({
    refuse: (at, to) => {
      if (at !== 'recipient' || seen.has(to)) return null
      seen.add(to)
      return '451 4.7.1 Greylisted, try again later'
    },
  })
  await using morning = await mailing(sink.url, { to: PEOPLE })
  const issue = await morning.issue()
  expect(await morning.send(issue)).toBe('later')
  expect(sink.mails).toEqual([])
  expect(await morning.repository.issues.due(issue.id)).toBeGreaterThan(morning.now + 60_000)
  await morning.sendAll(issue)
  expect(sink.recipients).toEqual(PEOPLE.toSorted())
})

test('those whom the server puts off for ever fail in the end, and are not held to be bounces', async () => {
  await using sink = await mailSink({ refuse: (at) => (at === 'recipient' ? '452 4.2.2 Mailbox full' : null) })
  await using morning = await mailing(sink.url, { to: readers(3) })
  const issue = await morning.issue()
  const began = morning.now
  await morning.sendAll(issue)
  expect(await morning.repository.issues.progress(issue.id)).toEqual([{ state: 'failed', count: 3 }])
  expect(await morning.repository.tallies()).toMatchObject({ sent: 0, bounces: 0 })
  expect(morning.now - began).toBeLessThan(24 * 3_600_000)
})

test.each(['greeting', 'MAIL', 'RCPT', 'DATA'] as const)(
  'a server that breaks off at %s now and then gets every mail once',
  async (fault) => {
    let count = 0
    await using server = await scriptedServer((step) => (step === fault && ++count % 4 === 0 ? 'drop' : null))
    await using morning = await mailing(server.url, { to: PEOPLE })
    const issue = await morning.issue()
    await morning.sendAll(issue)
    expect(server.whole.toSorted()).toEqual(PEOPLE.toSorted())
    expect(await morning.repository.issues.progress(issue.id)).toEqual([{ state: 'sent', count: 20 }])
  },
)

test('a server that takes mails and breaks off before it says so gets none of them twice', async () => {
  let count = 0
  await using server = await scriptedServer((step) => (step === 'dot' && ++count % 4 === 0 ? 'drop' : null))
  await using morning = await mailing(server.url, { to: PEOPLE })
  const issue = await morning.issue()
  await morning.sendAll(issue)
  expect(server.whole.toSorted()).toEqual(PEOPLE.toSorted())
  const progress = new Map(
    (await morning.repository.issues.progress(issue.id)).map(({ state, count }) => [state, count]),
  )
  expect(progress).toEqual(
    new Map([
      ['sent', 15],
      ['unsure', 5],
    ]),
  )
})

test('a server that breaks off in the middle of a text gets no mail twice, and whom it may have had whole is known', async () => {
  let count = 0
  await using server = await scriptedServer((step) => (step === 'text' && ++count % 4 === 0 ? 'drop' : null))
  await using morning = await mailing(server.url, { to: PEOPLE })
  const issue = await morning.issue()
  await morning.sendAll(issue)
  expect(server.whole).toHaveLength(new Set(server.whole).size)
  const states = await morning.states(issue)
  for (const to of PEOPLE) expect(states[to]).toBe(server.whole.includes(to) ? 'sent' : 'unsure')
})

test('a server that always breaks off after the text makes few unsure, not everybody', async () => {
  await using server = await scriptedServer((step) => (step === 'dot' ? 'drop' : null))
  await using morning = await mailing(server.url, { to: PEOPLE })
  const issue = await morning.issue()
  expect(await morning.send(issue)).toBe('later')
  expect(server.whole.length).toBeLessThan(10)
  expect(new Set(server.whole).size).toBe(server.whole.length)
})

test('a server that is down fails nobody', async () => {
  await using morning = await mailing('smtp://127.0.0.1:1', { to: PEOPLE })
  const issue = await morning.issue()
  expect(await morning.send(issue)).toBe('later')
  expect(await morning.repository.issues.progress(issue.id)).toEqual([{ state: 'waiting', count: 20 }])
  expect(morning.troubles).toContainEqual(expect.stringContaining('ECONNREFUSED'))
  expect(morning.log.filter((line) => line.includes('takes no mails'))).toHaveLength(1)
})

test('a login that is refused fails nobody, and all is sent when it is mended', async () => {
  let isMended = false
  await using sink = await mailSink({ refuse: (at) => (at === 'login' && !isMended ? '535 5.7.8 No' : null) })
  await using morning = await mailing(sink.url.replace('//', '//us:secret@'), { to: PEOPLE })
  const issue = await morning.issue()
  expect(await morning.send(issue)).toBe('later')
  expect(await morning.repository.issues.progress(issue.id)).toEqual([{ state: 'waiting', count: 20 }])
  expect(morning.log.join()).not.toContain('secret')
  isMended = true
  await morning.sendAll(issue)
  expect(sink.recipients).toEqual(PEOPLE.toSorted())
  expect(morning.troubles.at(-1)).toBeNull()
})

test('no more are with the mail server than there are connections, and each is recorded before', async () => {
  const handed: number[] = []
  const look = async () => {
    const progress = await morning.repository.issues.progress(issue.id)
    handed.push(progress.find(({ state }) => state === 'handed')?.count ?? 0)
  }
  await using sink = await mailSink({ delay: () => look() })
  await using morning = await mailing(sink.url, { to: readers(50), env: { MAIL_CONNECTIONS: '4' } })
  const issue = await morning.issue()
  await morning.send(issue)
  expect(Math.min(...handed)).toBeGreaterThan(0)
  expect(Math.max(...handed)).toBeLessThanOrEqual(4)
})

test('when everything ends, what is in flight is finished and the rest goes out at the next start', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: readers(100) })
  const issue = await morning.issue()
  const sending = morning.send(issue)
  await sink.until(10)
  morning.ending.abort()
  expect(await sending).toBe('stopped')
  const first = new Map((await morning.repository.issues.progress(issue.id)).map(({ state, count }) => [state, count]))
  expect(first.get('sent')).toBe(sink.mails.length)
  expect(first.get('waiting')).toBe(100 - sink.mails.length)
  expect(first.has('handed')).toBe(false)
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.recipients).toEqual(readers(100).toSorted())
})

test('those who were being handed over when a process ended are not written to again', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: PEOPLE })
  const issue = await morning.issue()
  const taken = await morning.repository.issues.claim(issue.id, 3, morning.now)
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.mails).toHaveLength(17)
  const states = await morning.states(issue)
  for (const { address } of taken) expect(states[address]).toBe('unsure')
  expect(morning.log).toContainEqual(
    expect.stringMatching(/^newsletter: morning of 2026-11-23 .* 3 recipients when that broke off/),
  )
})

test('who unsubscribes while an issue is being sent gets it no more', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: PEOPLE })
  const issue = await morning.issue()
  const one = await morning.repository.subscribers.byAddress(PEOPLE[7] as string)
  await morning.repository.subscribers.unsubscribe(one?.id ?? '', 'morning', morning.now)
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.recipients).not.toContain(PEOPLE[7])
  expect(sink.mails).toHaveLength(19)
})

test('a store that fails ends the run, and those in flight are not written to again', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: PEOPLE })
  const issue = await morning.issue()
  const full = new Error('disk full')
  await expect(morning.sendUnrecorded(issue, full)).rejects.toThrow('disk full')
  const reached = sink.mails.length
  expect(reached).toBeLessThanOrEqual(morning.settings.mailConnections)
  expect(await morning.send(issue)).toBe('sent')
  expect(sink.recipients).toEqual([...new Set(sink.recipients)])
  expect(await morning.repository.tallies()).toMatchObject({ unsure: reached, sent: 20 - reached })
})

test('a server that is slow to answer gets every mail once', async () => {
  let count = 0
  await using server = await scriptedServer((step: Step) => (step === 'dot' && ++count === 3 ? 'hang' : null))
  await using morning = await mailing(server.url, { to: PEOPLE, timeouts: { silence: 150 } })
  const issue = await morning.issue()
  expect(await morning.sendAll(issue)).toBe(1)
  expect(server.whole.toSorted()).toEqual(PEOPLE.toSorted())
  expect(await morning.repository.tallies()).toMatchObject({ sent: 19, unsure: 1 })
})
