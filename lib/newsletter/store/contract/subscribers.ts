import { expect, test } from 'vitest'
import type { Row } from '../repository.ts'
import {
  application,
  crowd,
  dump,
  HOUR,
  made,
  NOW,
  newIssue,
  type Open,
  progressOf,
  subscribed,
  welcome,
} from './kept.ts'

const BUTTON = { form: 'preferences', text: 'Save.' }

/** Texts that would do harm wherever they stood in a statement, or that an engine cannot keep as they are. */
const HOSTILE = [
  "'; DROP TABLE subscribers; --",
  '"',
  '$1',
  '\\',
  '{"a":1}',
  "E'\\047'",
  '%s%n',
  '\u202e\u2028🗞️',
  'line\r\nline',
]

/** What is kept of those who get newsletters, whatever keeps it. */
export function subscribersContract(open: Open): void {
  test('choosing ends some newsletters and begins others, with a consent for those', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['morning', 'weekly'])
    const after = await subscribers.choose(id, ['evening', 'weekly'], BUTTON, NOW + HOUR)
    expect(after?.newsletters).toEqual(['evening', 'weekly'])
    expect(await subscribers.consents(id)).toEqual([
      { newsletter: 'evening', asked: NOW + HOUR, confirmed: NOW + HOUR, ...BUTTON },
      { newsletter: 'weekly', asked: NOW, confirmed: NOW, form: 'footer', text: 'Get The Morning by mail.' },
    ])
    expect(await subscribers.choose('nobody', ['evening'], BUTTON, NOW)).toBeNull()
  })

  test('unsubscribing ends one newsletter or all, and again changes nothing', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['evening', 'morning', 'weekly'])
    expect(await subscribers.unsubscribe(id, 'morning', NOW)).toBe(true)
    expect(await subscribers.unsubscribe(id, 'morning', NOW)).toBe(false)
    expect((await subscribers.byId(id))?.newsletters).toEqual(['evening', 'weekly'])
    expect(await subscribers.unsubscribe(id, null, NOW)).toBe(true)
    expect(await subscribers.unsubscribe(id, null, NOW)).toBe(false)
    expect((await subscribers.byId(id))?.newsletters).toEqual([])
    expect(await kept.repository.tallies()).toMatchObject({ unsubscriptions: 3 })
  })

  test('what waits to be sent of a newsletter is dropped with the subscription', async () => {
    await using kept = await open()
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['morning', 'weekly'])
    const [morning, weekly] = [await made(kept.repository), await made(kept.repository, { newsletter: 'weekly' })]
    await kept.repository.subscribers.unsubscribe(id, 'morning', NOW)
    expect(await progressOf(kept.repository, morning.id)).toEqual({ dropped: 1 })
    expect(await progressOf(kept.repository, weekly.id)).toEqual({ waiting: 1 })
  })

  test('those who pause or do not take mail are not counted among those who get a newsletter', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    await crowd(kept.repository, 3, ['morning', 'weekly'])
    const jo = await subscribers.byAddress('reader-1@example.org')
    await subscribers.pause(jo?.id ?? '', NOW + HOUR)
    expect(await subscribers.counts(NOW)).toEqual(
      new Map([
        ['morning', 2],
        ['weekly', 2],
      ]),
    )
    expect(await subscribers.counts(NOW + HOUR)).toEqual(
      new Map([
        ['morning', 3],
        ['weekly', 3],
      ]),
    )
    await subscribers.pause(jo?.id ?? '', null)
    expect(await subscribers.byId(jo?.id ?? '')).toMatchObject({ pausedUntil: null })
  })

  test('nothing but counts remains of someone who is erased', async () => {
    await using kept = await open()
    const { desk, subscribers, issues } = kept.repository
    const { id } = await subscribed(kept.repository, 'Erika.Doe@example.org', ['morning', 'weekly'])
    await subscribed(kept.repository, 'kim@example.org')
    const handed = await made(kept.repository)
    const waiting = await made(kept.repository, { newsletter: 'weekly' })
    const deliveries = await issues.claim(handed.id, 9, NOW)
    await desk.apply(application('erika.doe@example.org', { newsletters: ['evening'] }))
    await desk.settle(NOW, welcome)
    await desk.apply(application('new@example.org', { kind: 'change', subscriber: id }))
    await desk.settle(NOW, () => ({ type: 'keep', letter: 'change' }))
    const change = (await desk.claimLetters(9, NOW)).find(({ kind }) => kind === 'change')
    await desk.confirm(change?.application?.id ?? '', NOW)
    await desk.apply(application('erika.doe@example.org'))
    await desk.apply(application('NEW@example.org'))
    await subscribers.erase(id)
    // What was asked for at the address before is of somebody who has given it up: anybody's now.
    await kept.engine.run("DELETE FROM applications WHERE folded = 'erika.doe@example.org'")
    const rest = (await dump(kept.engine)).toLowerCase()
    expect(rest).not.toContain(id.toLowerCase())
    expect(rest).not.toContain('erika')
    expect(rest).not.toContain('new@')
    expect(rest).toContain('kim@example.org')
    expect(await progressOf(kept.repository, handed.id)).toEqual({ handed: 1, unsure: 1 })
    expect(await progressOf(kept.repository, waiting.id)).toEqual({ dropped: 1 })
    const sent = { type: 'sent', reply: '250' } as const
    await issues.record(
      deliveries.map((delivery) => ({ delivery, outcome: sent })),
      { now: NOW, bounceLimit: 3 },
    )
    expect(await progressOf(kept.repository, handed.id)).toEqual({ sent: 1, unsure: 1 })
    await subscribers.erase(id)
  })

  test('tallies never go down, whatever is erased', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['morning', 'weekly'])
    await subscribers.erase(id)
    await subscribers.erase(id)
    expect(await kept.repository.tallies()).toEqual({
      signups: 1,
      confirmations: 1,
      unsubscriptions: 2,
      sent: 0,
      bounces: 0,
      unsure: 0,
    })
  })

  test('someone can see what was sent to them, newest first', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['morning', 'weekly'])
    await made(kept.repository)
    await made(kept.repository, { newsletter: 'weekly', slot: NOW + HOUR, built: NOW + HOUR })
    expect(await subscribers.deliveries(id)).toEqual([
      { newsletter: 'weekly', date: '2026-11-23', state: 'waiting', at: NOW + HOUR },
      { newsletter: 'morning', date: '2026-11-23', state: 'waiting', at: NOW },
    ])
  })

  test('everybody comes out in the order of their addresses', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    await crowd(kept.repository, 1_200)
    const idle = await subscribed(kept.repository, 'ZOE@example.org', ['morning', 'weekly'])
    await subscribers.unsubscribe(idle.id, null, NOW)
    const rows = await Array.fromAsync(subscribers.all())
    const addresses = rows.map(({ subscriber }) => subscriber.address.toLowerCase())
    expect(addresses).toHaveLength(1_201)
    expect(addresses).toEqual(addresses.toSorted())
    expect(rows.at(-1)).toEqual({
      subscriber: { address: 'ZOE@example.org', pausedUntil: null, stopped: null, joined: NOW },
      consents: [],
    })
    expect(rows[0]?.consents).toEqual([
      { newsletter: 'morning', asked: NOW, confirmed: NOW, form: 'import', text: 'Asked on paper.' },
    ])
  })

  test('of those who are added, the ones that are known stay as they are', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    const jo = await subscribed(kept.repository, 'Jo@example.org', ['weekly'])
    await crowd(kept.repository, 2)
    const consent = { newsletter: 'morning', asked: NOW, confirmed: NOW, form: 'import', text: '' }
    const row = (address: string): Row => ({
      subscriber: { address, pausedUntil: NOW, stopped: 'bounced', joined: NOW },
      consents: [consent],
    })
    expect(await subscribers.add([row('jo@EXAMPLE.org'), row('kim@example.org')])).toEqual({ added: 1, known: 1 })
    expect(await subscribers.byId(jo.id)).toEqual(jo)
    expect(await subscribers.byAddress('kim@example.org')).toMatchObject({
      newsletters: ['morning'],
      pausedUntil: NOW,
      stopped: 'bounced',
    })
  })

  test('nobody is added when reading fails on the way', async () => {
    await using kept = await open()
    const { subscribers } = kept.repository
    async function* failing(): AsyncGenerator<Row> {
      for (let at = 0; at < 1_200; at += 1)
        yield {
          subscriber: { address: `r${at}@example.org`, pausedUntil: null, stopped: null, joined: NOW },
          consents: [],
        }
      throw new Error('line 1201')
    }
    await expect(subscribers.add(failing())).rejects.toThrow('line 1201')
    expect(await subscribers.byAddress('r0@example.org')).toBeNull()
    expect(await subscribers.add([])).toEqual({ added: 0, known: 0 })
  })

  test.for(HOSTILE)('a text does no harm and comes back as it was: %j', async (text) => {
    await using kept = await open()
    const { desk, subscribers, issues, leases } = kept.repository
    const address = `${text}@example.org`
    const jo = await subscribed(kept.repository, address, [text])
    await desk.apply(application(address, { newsletters: [text], form: text, text }))
    await desk.settle(NOW, welcome)
    const [letter] = await desk.claimLetters(1, NOW)
    expect(letter).toMatchObject({ address, application: { form: text, text, newsletters: [text] } })
    await desk.recordLetter(letter?.id ?? '', { type: 'later', reply: text, next: NOW }, NOW)
    const chosen = await subscribers.choose(jo.id, [text, `${text}2`], { form: text, text }, NOW)
    expect(chosen).toMatchObject({ address, newsletters: [text, `${text}2`] })
    const issue = await issues.create(newIssue({ newsletter: text, date: text, revision: text }))
    expect(await issues.byDate(text, text)).toEqual(issue)
    const [delivery] = await issues.claim(issue?.id ?? '', 1, NOW)
    if (delivery === undefined) throw new Error('Nobody waits.')
    const outcome = { type: 'failed', reply: text, isBounce: true } as const
    await issues.record([{ delivery, outcome }], { now: NOW, bounceLimit: 9 })
    expect(await leases.take(text, text, NOW, NOW + 1)).toBe(true)
    expect(await kept.repository.secret(text)).toEqual(await kept.repository.secret(text))
    expect(await subscribers.unsubscribe(jo.id, text, NOW)).toBe(true)
    await subscribers.erase(text)
    expect(await subscribers.byId(jo.id)).toMatchObject({ newsletters: [`${text}2`] })
  })

  test('what no engine can keep is replaced, not refused', async () => {
    await using kept = await open()
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['a\0b', 'c\ud800'])
    expect((await kept.repository.subscribers.byId(id))?.newsletters).toEqual(['a\ufffdb', 'c\ufffd'])
  })
}
