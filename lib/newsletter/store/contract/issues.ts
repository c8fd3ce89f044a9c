import { expect, test } from 'vitest'
import type { Delivery, Outcome } from '../../model.ts'
import { CONTENT, crowd, DAY, HOUR, made, NOW, newIssue, type Open, progressOf, subscribed } from './kept.ts'

const SENT: Outcome = { type: 'sent', reply: '250 2.0.0 taken' }
const UNSURE: Outcome = { type: 'unsure', reply: 'connection lost' }
const BOUNCED: Outcome = { type: 'failed', reply: '550 5.1.1 no such user', isBounce: true }
const OPTIONS = { now: NOW, bounceLimit: 2 }

const all = (deliveries: readonly Delivery[], outcome: Outcome) => deliveries.map((delivery) => ({ delivery, outcome }))

/** What is kept of issues and of what becomes of them, whatever keeps it. */
export function issuesContract(open: Open): void {
  test('there is one issue a newsletter and day', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 2)
    const issue = await made(kept.repository)
    expect(issue).toMatchObject({ state: 'sending', content: CONTENT, finished: null, revision: 'abc' })
    expect(await issues.create(newIssue({ state: 'skipped', content: null }))).toBeNull()
    expect(await issues.byDate('morning', '2026-11-23')).toEqual(issue)
    expect(await issues.sending()).toEqual([issue])
    expect(await progressOf(kept.repository, issue.id)).toEqual({ waiting: 2 })
    expect(await issues.revision()).toBe(1)
  })

  test('an issue that is empty or was skipped has no recipients and is not listed', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 2)
    const empty = await made(kept.repository, { state: 'empty', content: null })
    expect(await issues.latest('morning')).toEqual(empty)
    expect(await issues.list('morning', { limit: 9 })).toEqual([])
    expect(await issues.due(empty.id)).toBeNull()
    expect(await issues.sending()).toEqual([])
  })

  test('issues are listed from the newest back', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    for (const day of [21, 23, 22])
      await made(kept.repository, { date: `2026-11-${day}`, slot: NOW - (23 - day) * DAY })
    const dates = async (before?: string) =>
      (await issues.list('morning', { limit: 2, ...(before === undefined ? {} : { before }) })).map(({ date }) => date)
    expect(await dates()).toEqual(['2026-11-23', '2026-11-22'])
    expect(await dates('2026-11-22')).toEqual(['2026-11-21'])
    expect((await issues.latest('morning'))?.date).toBe('2026-11-23')
    expect(await issues.latest('weekly')).toBeNull()
  })

  test('an issue goes to those who get the newsletter then', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    const [paused, back, other] = [
      await subscribed(kept.repository, 'paused@example.org'),
      await subscribed(kept.repository, 'back@example.org'),
      await subscribed(kept.repository, 'other@example.org', ['weekly']),
    ]
    await subscribers.pause(paused.id, NOW + 1)
    await subscribers.pause(back.id, NOW)
    const issue = await made(kept.repository)
    const deliveries = await issues.claim(issue.id, 9, NOW)
    expect(deliveries).toEqual([{ issue: issue.id, subscriber: back.id, address: back.address, epoch: 0, attempt: 1 }])
    expect(other.newsletters).toEqual(['weekly'])
  })

  test('a recipient is taken on once', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 5)
    const issue = await made(kept.repository)
    expect(await issues.claim(issue.id, 3, NOW - 1)).toEqual([])
    const first = await issues.claim(issue.id, 3, NOW)
    const second = await issues.claim(issue.id, 3, NOW)
    expect(new Set([...first, ...second].map(({ address }) => address)).size).toBe(5)
    expect(await issues.claim(issue.id, 3, NOW)).toEqual([])
    expect(await progressOf(kept.repository, issue.id)).toEqual({ handed: 5 })
  })

  test('who has left, paused, been stopped or erased meanwhile is dropped', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    const ids: string[] = []
    for (const name of ['left', 'paused', 'stopped', 'erased', 'stays'])
      ids.push((await subscribed(kept.repository, `${name}@example.org`)).id)
    const [left, paused, stopped, erased, stays] = ids
    const earlier = await made(kept.repository, { date: '2026-11-22' })
    const bounced = (await issues.claim(earlier.id, 9, NOW)).filter(({ subscriber }) => subscriber === stopped)
    const issue = await made(kept.repository)
    // Deleted beside the use case, which drops what waits at once.
    await kept.engine.run('DELETE FROM subscriptions WHERE subscriber = $1', left ?? '')
    await subscribers.pause(paused ?? '', NOW + HOUR)
    await issues.record(all(bounced, BOUNCED), { now: NOW, bounceLimit: 1 })
    await subscribers.erase(erased ?? '')
    const deliveries = await issues.claim(issue.id, 1, NOW)
    expect(deliveries.map(({ subscriber }) => subscriber)).toEqual([stays])
    expect(await issues.claim(issue.id, 9, NOW)).toEqual([])
    expect(await progressOf(kept.repository, issue.id)).toEqual({ handed: 1, dropped: 4 })
  })

  test('what became of recipients is recorded and counted', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 5)
    const issue = await made(kept.repository)
    const [a, b, c, d, e] = (await issues.claim(issue.id, 5, NOW)) as [Delivery, Delivery, Delivery, Delivery, Delivery]
    const outcomes = [
      { delivery: a, outcome: SENT },
      { delivery: b, outcome: UNSURE },
      { delivery: c, outcome: BOUNCED },
      { delivery: d, outcome: { type: 'failed', reply: '554 5.7.1 no', isBounce: false } as const },
      { delivery: e, outcome: { type: 'later', reply: '451 4.7.1 later', next: NOW + HOUR } as const },
    ]
    await issues.record(outcomes, OPTIONS)
    await issues.record(outcomes, OPTIONS)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ sent: 1, unsure: 1, failed: 2, waiting: 1 })
    expect(await kept.repository.tallies()).toMatchObject({ sent: 1, unsure: 1, bounces: 1 })
    expect(await issues.due(issue.id)).toBe(NOW + HOUR)
    expect(await issues.claim(issue.id, 5, NOW + HOUR - 1)).toEqual([])
    expect(await issues.claim(issue.id, 5, NOW + HOUR)).toEqual([{ ...e, attempt: 2 }])
  })

  test('who waits longest comes first', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 4)
    const issue = await made(kept.repository)
    const deliveries = await issues.claim(issue.id, 4, NOW)
    const later = (delivery: Delivery, at: number) => {
      return { delivery, outcome: { type: 'later', reply: '451', next: NOW + HOUR * ((at * 3) % 4) } as const }
    }
    await issues.record(deliveries.map(later), OPTIONS)
    const order: (string | undefined)[] = []
    for (let turn = 0; turn < 4; turn += 1) order.push((await issues.claim(issue.id, 1, NOW + DAY))[0]?.subscriber)
    expect(order).toEqual([0, 3, 2, 1].map((at) => deliveries[at]?.subscriber))
  })

  test('refusals in a row stop a subscriber; a success starts the count anew', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org')
    for (const [day, outcome] of [BOUNCED, SENT, BOUNCED, BOUNCED].entries()) {
      expect((await subscribers.byId(id))?.stopped).toBeNull()
      const issue = await made(kept.repository, { date: `2026-11-0${day + 1}` })
      await issues.record(all(await issues.claim(issue.id, 9, NOW), outcome), OPTIONS)
    }
    expect((await subscribers.byId(id))?.stopped).toBe('bounced')
    const issue = await made(kept.repository)
    expect(await progressOf(kept.repository, issue.id)).toEqual({})
  })

  test('outcomes of one batch count one after the other', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org', ['a', 'b', 'c'])
    const batch: Delivery[] = []
    for (const newsletter of ['a', 'b', 'c']) {
      const issue = await made(kept.repository, { newsletter })
      batch.push(...(await issues.claim(issue.id, 1, NOW)))
    }
    const [a, b, c] = batch as [Delivery, Delivery, Delivery]
    await issues.record([...all([a], BOUNCED), ...all([b], SENT), ...all([c], BOUNCED)], OPTIONS)
    expect((await subscribers.byId(id))?.stopped).toBeNull()
    expect(await kept.repository.tallies()).toMatchObject({ sent: 1, bounces: 2 })
  })

  test('a refusal of an address that was given up is not held against the new one', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org')
    const issue = await made(kept.repository)
    const deliveries = await issues.claim(issue.id, 1, NOW)
    await kept.engine.run('UPDATE subscribers SET epoch = epoch + 1 WHERE id = $1', id)
    await issues.record(all(deliveries, BOUNCED), { now: NOW, bounceLimit: 1 })
    expect((await subscribers.byId(id))?.stopped).toBeNull()
  })

  test('recipients that were not handed over after all wait again as if they had not been taken on', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 3)
    const issue = await made(kept.repository)
    const [first, ...others] = await issues.claim(issue.id, 3, NOW)
    await issues.record(all(first === undefined ? [] : [first], SENT), OPTIONS)
    await issues.release([...(first === undefined ? [] : [first]), ...others])
    expect(await progressOf(kept.repository, issue.id)).toEqual({ sent: 1, waiting: 2 })
    expect((await issues.claim(issue.id, 3, NOW)).map(({ attempt }) => attempt)).toEqual([1, 1])
  })

  test('those whom a process had taken on when it ended are unsure, and nobody writes to them by itself', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 3)
    const issue = await made(kept.repository)
    const [taken] = [await issues.claim(issue.id, 2, NOW), await issues.claim(issue.id, 1, NOW + HOUR)]
    expect(await issues.reconcile(issue.id, NOW)).toBe(0)
    expect(await issues.reconcile(issue.id, NOW + HOUR)).toBe(2)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ handed: 1, unsure: 2 })
    expect(await issues.claim(issue.id, 9, NOW + DAY)).toEqual([])
    expect(await kept.repository.tallies()).toMatchObject({ unsure: 2, sent: 0 })
    // It was not dead.
    await issues.record(all(taken, SENT), OPTIONS)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ handed: 1, sent: 2 })
  })

  test('an operator may have those sent again of whom nothing is known', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 2)
    const issue = await made(kept.repository)
    await issues.claim(issue.id, 2, NOW)
    await issues.reconcile(issue.id, NOW + 1)
    await issues.finish(issue.id, NOW + HOUR)
    expect(await issues.byDate('morning', '2026-11-23')).toMatchObject({ state: 'sent', finished: NOW + HOUR })
    expect(await issues.retryUnsure(issue.id)).toBe(2)
    expect(await issues.sending()).toMatchObject([{ id: issue.id, finished: null }])
    expect((await issues.claim(issue.id, 9, NOW + HOUR)).map(({ attempt }) => attempt)).toEqual([2, 2])
    expect(await issues.retryUnsure(issue.id)).toBe(0)
  })

  test('what is said of an attempt that is not the latest changes nothing', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 1)
    const issue = await made(kept.repository)
    const first = await issues.claim(issue.id, 1, NOW)
    await issues.reconcile(issue.id, NOW + 1)
    await issues.retryUnsure(issue.id)
    await issues.claim(issue.id, 1, NOW + HOUR)
    await issues.record(all(first, BOUNCED), OPTIONS)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ handed: 1 })
    expect(await kept.repository.tallies()).toMatchObject({ bounces: 0 })
  })

  test('an issue ends when nobody waits and nobody is with the mail server', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 2)
    const issue = await made(kept.repository)
    const state = async () => (await issues.byDate('morning', '2026-11-23'))?.state
    const [first] = await issues.claim(issue.id, 1, NOW)
    await issues.finish(issue.id, NOW)
    const [second] = await issues.claim(issue.id, 1, NOW)
    if (first === undefined || second === undefined) throw new Error('Nobody waits.')
    await issues.record(all([first], SENT), OPTIONS)
    expect(await issues.due(issue.id)).toBe(NOW)
    await issues.finish(issue.id, NOW)
    expect(await state()).toBe('sending')
    await issues.record(all([second], SENT), OPTIONS)
    expect(await issues.due(issue.id)).toBeNull()
    await issues.finish(issue.id, NOW)
    expect(await state()).toBe('sent')
  })

  test('of an issue that an operator has stopped nobody is taken on, until it is let go on', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 4)
    const issue = await made(kept.repository)
    const taken = await issues.claim(issue.id, 2, NOW)
    expect(await issues.stop('weekly', NOW)).toEqual([])
    expect(await issues.stop('morning', NOW)).toEqual([{ ...issue, state: 'stopped' }])
    expect(await issues.stop('morning', NOW + 1)).toEqual([])
    expect(await issues.claim(issue.id, 9, NOW + DAY)).toEqual([])
    expect(await issues.sending()).toEqual([])
    // What is with the mail server is not taken back.
    await issues.record(all(taken, SENT), OPTIONS)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ sent: 2, waiting: 2 })
    await issues.finish(issue.id, NOW)
    const listed = await issues.list('morning', { limit: 9 })
    expect([...listed, await issues.byDate('morning', issue.date)].map((one) => one?.state)).toEqual([
      'stopped',
      'stopped',
    ])
    expect(await issues.resume('weekly')).toEqual([])
    expect(await issues.resume('morning')).toEqual([issue])
    expect(await issues.resume('morning')).toEqual([])
    expect(await issues.sending()).toEqual([issue])
    expect(await issues.claim(issue.id, 9, NOW)).toHaveLength(2)
  })

  test('an issue that is stopped when nobody waits any more ends as any other', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 1)
    const issue = await made(kept.repository)
    const taken = await issues.claim(issue.id, 1, NOW)
    await issues.stop('morning', NOW)
    await issues.record(all(taken, UNSURE), OPTIONS)
    await issues.finish(issue.id, NOW)
    expect((await issues.byDate('morning', issue.date))?.state).toBe('sent')
    expect(await issues.stop('morning', NOW)).toEqual([])
    await issues.retryUnsure(issue.id)
    expect(await issues.claim(issue.id, 9, NOW)).toHaveLength(1)
  })

  test('of an issue that was stopped long ago nobody is kept, and nobody gets it any more', async () => {
    await using kept = await open()
    const { issues } = kept.repository
    await crowd(kept.repository, 3)
    const issue = await made(kept.repository)
    const [first] = await issues.claim(issue.id, 2, NOW)
    if (first === undefined) throw new Error('Nobody waits.')
    await issues.record(all([first], SENT), OPTIONS)
    await issues.stop('morning', NOW)
    expect(await issues.forget(NOW)).toBe(0)
    expect(await issues.forget(NOW + 1)).toBe(3)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ dropped: 1, sent: 1, unsure: 1 })
    await issues.resume('morning')
    expect(await issues.claim(issue.id, 9, NOW)).toEqual([])
  })

  test('of an issue that ended long ago is kept how many got it, not who', async () => {
    await using kept = await open()
    const { issues, subscribers } = kept.repository
    await crowd(kept.repository, 4)
    const [old, running] = [await made(kept.repository), await made(kept.repository, { date: '2026-11-24' })]
    const erased = (await subscribers.byAddress('reader-0@example.org'))?.id ?? ''
    await issues.record(all(await issues.claim(old.id, 4, NOW), SENT), OPTIONS)
    await issues.finish(old.id, NOW)
    await subscribers.erase(erased)
    expect(await issues.forget(NOW)).toBe(0)
    expect(await issues.forget(NOW + 1)).toBe(3)
    expect(await issues.forget(NOW + 1)).toBe(0)
    expect(await progressOf(kept.repository, old.id)).toEqual({ sent: 4 })
    expect(await progressOf(kept.repository, running.id)).toEqual({ dropped: 1, waiting: 3 })
    const reader = await subscribers.byAddress('reader-1@example.org')
    expect(await subscribers.deliveries(reader?.id ?? '')).toMatchObject([{ date: '2026-11-24' }])
    expect(await kept.repository.tallies()).toMatchObject({ sent: 4 })
  })
}
