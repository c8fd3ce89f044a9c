import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { mailing, readers } from '#tests/fixtures/mail/mailing.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'

const READERS = 2000
const KILLS = 20
const SCRIPT = new URL('../fixtures/mail/sender-process.ts', import.meta.url)

test('a process that is killed again and again while it sends loses nobody and mails nobody twice', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: readers(READERS) })
  morning.now = Date.now()
  const issue = await morning.issue()
  const load = async () => {
    const sender = fork(SCRIPT, [path.dirname(morning.settings.file), sink.url, issue.date], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(sender, 'message')
    return sender
  }
  // The next one is loaded while this one sends.
  let next = load()
  for (let kill = 0; kill < KILLS; kill++) {
    const sender = await next
    next = load()
    const ended = once(sender, 'exit')
    // Each may send a part, so that all of them have something to do; some are killed before their first mail.
    const share = Math.floor((READERS - sink.mails.length) / (KILLS - kill + 1))
    const enough = sink.mails.length + Math.floor(Math.random() * share)
    sender.send('go')
    while (sink.mails.length < enough && sender.exitCode === null) await sleep(1)
    await sleep(Math.random() * 20)
    sender.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
  }
  const last = await next
  last.send('go')
  expect(await once(last, 'exit')).toEqual([0, null])

  expect(sink.recipients).toEqual([...new Set(sink.recipients)])
  const got = new Set(sink.recipients)
  const states = Object.entries(await morning.states(issue))
  expect(states).toHaveLength(READERS)
  const without = states.filter(([address]) => !got.has(address))
  expect(without.filter(([, state]) => state !== 'unsure')).toEqual([])
  const unsure = states.filter(([, state]) => state === 'unsure').length
  expect(unsure).toBeLessThanOrEqual(KILLS * morning.settings.mailConnections)
  expect(states.filter(([, state]) => state !== 'sent' && state !== 'unsure')).toEqual([])
}, 120_000)
