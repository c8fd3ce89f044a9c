import { expect, test } from 'vitest'
import type { Repository } from '../repository.ts'
import { application, crowd, HOUR, made, NOW, type Open, progressOf, welcome } from './kept.ts'

/** Those who do the same thing at the same time. */
const WRITERS = 20

const each = <T>(work: (writer: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: WRITERS }, (_, writer) => work(writer)))

/**
 * What holds when several processes share a store.
 * @param view of a writer: a connection or process of its own where the engine has them
 */
export function writersContract(open: Open, view: (kept: Awaited<ReturnType<Open>>) => Promise<Repository>): void {
  test('twenty writers at once lose nothing and take nobody on twice', async () => {
    await using kept = await open()
    await crowd(kept.repository, 400)
    const issue = await made(kept.repository)
    const views = await each(() => view(kept))
    const claimed = await each(async (writer) => {
      const { desk, issues, subscribers } = views[writer] as Repository
      await desk.apply(application(`new-${writer}@example.org`, { newsletters: ['weekly'] }))
      await desk.settle(NOW, welcome)
      const mine: string[] = []
      for (;;) {
        const deliveries = await issues.claim(issue.id, 7, NOW)
        if (deliveries.length === 0) break
        mine.push(...deliveries.map(({ subscriber }) => subscriber))
        await issues.record(
          deliveries.map((delivery) => ({ delivery, outcome: { type: 'sent', reply: '250' } })),
          { now: NOW, bounceLimit: 3 },
        )
        for (const { id, application: about } of await desk.claimLetters(2, NOW)) {
          await desk.recordLetter(id, { type: 'sent', reply: '250' }, NOW)
          await Promise.all([desk.confirm(about?.id ?? '', NOW), desk.confirm(about?.id ?? '', NOW)])
        }
      }
      for (const { id, application: about } of await desk.claimLetters(99, NOW)) {
        await desk.recordLetter(id, { type: 'sent', reply: '250' }, NOW)
        await desk.confirm(about?.id ?? '', NOW)
      }
      const known = await subscribers.byAddress(`reader-${writer}@example.org`)
      await subscribers.unsubscribe(known?.id ?? '', null, NOW)
      return mine
    })
    expect(claimed.flat()).toHaveLength(400)
    expect(new Set(claimed.flat()).size).toBe(400)
    expect(await progressOf(kept.repository, issue.id)).toEqual({ sent: 400 })
    expect(await kept.repository.subscribers.counts(NOW)).toEqual(
      new Map([
        ['morning', 380],
        ['weekly', 20],
      ]),
    )
    expect(await kept.repository.tallies()).toEqual({
      signups: 20,
      confirmations: 20,
      unsubscriptions: 20,
      sent: 420,
      bounces: 0,
      unsure: 0,
    })
    await Promise.all(views.map((one) => one !== kept.repository && one.close()))
  })

  test('of those who make the issue of a day, one does', async () => {
    await using kept = await open()
    await crowd(kept.repository, 10)
    const made = await each(() => kept.repository.issues.create({ ...ISSUE }))
    expect(made.filter((issue) => issue !== null)).toHaveLength(1)
    expect(await kept.repository.issues.revision()).toBe(1)
  })

  test('of those who want a lease, one has it until its time is over', async () => {
    await using kept = await open()
    const { leases } = kept.repository
    const taken = await each((writer) => leases.take('press', `writer-${writer}`, NOW, NOW + HOUR))
    expect(taken.filter(Boolean)).toHaveLength(1)
    const holder = `writer-${taken.indexOf(true)}`
    expect(await leases.take('press', holder, NOW + 1, NOW + 2 * HOUR)).toBe(true)
    expect(await leases.take('press', 'another', NOW + 2 * HOUR - 1, NOW + 9 * HOUR)).toBe(false)
    await leases.release('press', 'another')
    expect(await leases.take('press', 'another', NOW + 2 * HOUR, NOW + 9 * HOUR)).toBe(true)
    await leases.release('press', 'another')
    expect(await leases.take('press', holder, NOW, NOW + HOUR)).toBe(true)
  })

  test('a secret is the same for all who ask for it, and another one by another name', async () => {
    await using kept = await open()
    const secrets = await each(() => kept.repository.secret('links'))
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1)
    expect(secrets[0]).toHaveLength(32)
    expect(await kept.repository.secret('forms')).not.toEqual(secrets[0])
  })
}

const ISSUE = {
  newsletter: 'morning',
  date: '2026-11-23',
  slot: NOW,
  state: 'sending',
  revision: null,
  built: NOW,
  content: null,
} as const
