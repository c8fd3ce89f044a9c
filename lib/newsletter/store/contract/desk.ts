import { expect, test } from 'vitest'
import type { Application, Letter } from '../../model.ts'
import type { Facts, Repository } from '../repository.ts'
import { application, DAY, HOUR, MINUTE, NOW, type Open, subscribed, welcome } from './kept.ts'

/** Takes on one letter, which must be due. */
async function letterAt({ desk }: Repository, now: number): Promise<Letter> {
  const [letter] = await desk.claimLetters(10, now)
  if (letter === undefined) throw new Error('No letter is due.')
  return letter
}

/** Signs up, and hands back what waits for a confirmation. */
async function applied(repository: Repository, address: string): Promise<Application> {
  await repository.desk.apply(application(address))
  await repository.desk.settle(NOW, welcome)
  const { application: about } = await letterAt(repository, NOW)
  return about as Application
}

/** What a desk must do, whatever is behind it. */
export function deskContract(open: Open): void {
  test('an application is settled once, with what is known of its address', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    const known = await subscribed(kept.repository, 'Jo@example.org')
    const seen: Facts[] = []
    await desk.apply(application('jo@EXAMPLE.org'))
    const decide = (facts: Facts) => {
      seen.push(facts)
      return { type: 'drop', letter: 'known' } as const
    }
    expect(await desk.settle(NOW, decide)).toBe(1)
    expect(await desk.settle(NOW, decide)).toBe(0)
    expect(seen).toMatchObject([{ application: { address: 'jo@EXAMPLE.org' }, subscriber: known, pending: null }])
    expect(await letterAt(kept.repository, NOW)).toMatchObject({
      kind: 'known',
      address: 'Jo@example.org',
      application: null,
      subscriber: known,
      attempt: 1,
    })
  })

  test('applications are settled in the order in which they came', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    for (const minute of [3, 1, 2]) await desk.apply(application(`${minute}@example.org`, { asked: NOW + minute }))
    const order: string[] = []
    await desk.settle(NOW, (facts) => {
      order.push(facts.application.address)
      return welcome()
    })
    expect(order).toEqual(['1@example.org', '2@example.org', '3@example.org'])
  })

  test('a decision that fails leaves the application as it came', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await desk.apply(application('jo@example.org'))
    const failing = () => {
      throw new Error('undecided')
    }
    await expect(desk.settle(NOW, failing)).rejects.toThrow('undecided')
    expect(await kept.repository.tallies()).toMatchObject({ signups: 0 })
    expect(await desk.settle(NOW, welcome)).toBe(1)
    expect(await kept.repository.tallies()).toMatchObject({ signups: 1 })
  })

  test('a second application is merged into the one that waits for its confirmation', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    const first = await applied(kept.repository, 'jo@example.org')
    await desk.apply(application('Jo@example.org', { newsletters: ['weekly', 'morning'], text: 'Get The Weekly.' }))
    await desk.settle(NOW, ({ pending }) => {
      expect(pending).toEqual(first)
      return { type: 'merge', letter: null }
    })
    expect(await desk.application(first.id)).toEqual({
      ...first,
      newsletters: ['morning', 'weekly'],
      text: `${first.text}\nGet The Weekly.`,
    })
  })

  test('an application that is over waits for nothing', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    const { id, expires } = await applied(kept.repository, 'jo@example.org')
    await desk.apply(application('jo@example.org'))
    await desk.settle(expires, ({ pending }) => {
      expect(pending).toBeNull()
      return { type: 'drop', letter: null }
    })
    expect(await desk.confirm(id, expires)).toEqual({ type: 'gone' })
  })

  test('when someone known was told of it last is known for as long as it is kept', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await subscribed(kept.repository, 'jo@example.org')
    const told: (number | null)[] = []
    const tell = (facts: Facts) => {
      told.push(facts.told)
      return { type: 'drop', letter: 'known' } as const
    }
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW, tell)
    await desk.recordLetter((await letterAt(kept.repository, NOW)).id, { type: 'sent', reply: '250' }, NOW)
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW + HOUR, tell)
    await desk.recordLetter(
      (await letterAt(kept.repository, NOW + HOUR)).id,
      { type: 'sent', reply: '250' },
      NOW + HOUR,
    )
    await desk.forget(NOW + 2 * HOUR)
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW + 3 * HOUR, tell)
    expect(told).toEqual([null, NOW, null])
  })

  test('confirming makes a subscriber with consents; the same link again changes nothing', async () => {
    await using kept = await open()
    const { desk, subscribers } = kept.repository
    const { id } = await applied(kept.repository, 'Jo@example.org')
    const confirmed = await desk.confirm(id, NOW + MINUTE)
    const subscriber = await subscribers.byAddress('jo@example.org')
    expect(subscriber).toMatchObject({
      address: 'Jo@example.org',
      newsletters: ['morning'],
      pausedUntil: null,
      stopped: null,
      joined: NOW + MINUTE,
    })
    expect(confirmed).toMatchObject({ type: 'confirmed', subscriber, again: false })
    expect(await desk.confirm(id, NOW + HOUR)).toMatchObject({ type: 'confirmed', subscriber, again: true })
    expect(await subscribers.consents(subscriber?.id ?? '')).toEqual([
      { newsletter: 'morning', asked: NOW, confirmed: NOW + MINUTE, form: 'footer', text: 'Get The Morning by mail.' },
    ])
    expect(await kept.repository.tallies()).toMatchObject({ signups: 1, confirmations: 1 })
  })

  test('a link that is forged confirms nothing', async () => {
    await using kept = await open()
    expect(await kept.repository.desk.confirm("' OR 1=1 --", NOW)).toEqual({ type: 'gone' })
  })

  test('confirming anew adds to what someone gets, keeps the older consent, and ends a stop', async () => {
    await using kept = await open()
    const { desk, subscribers, issues } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org')
    const issue = await kept.repository.issues.create({
      newsletter: 'morning',
      date: '2026-11-23',
      slot: NOW,
      state: 'sending',
      revision: null,
      built: NOW,
      content: null,
    })
    const [delivery] = await issues.claim(issue?.id ?? '', 1, NOW)
    if (delivery === undefined) throw new Error('Nobody waits.')
    const refused = { type: 'failed', reply: '550', isBounce: true } as const
    await issues.record([{ delivery, outcome: refused }], { now: NOW, bounceLimit: 1 })
    expect(await subscribers.byId(id)).toMatchObject({ stopped: 'bounced' })
    await desk.apply(application('jo@example.org', { newsletters: ['morning', 'weekly'], form: 'after' }))
    await desk.settle(NOW, welcome)
    await desk.confirm((await letterAt(kept.repository, NOW)).application?.id ?? '', NOW + DAY)
    expect(await subscribers.byId(id)).toMatchObject({ stopped: null, newsletters: ['morning', 'weekly'] })
    expect(await subscribers.consents(id)).toMatchObject([{ form: 'footer' }, { form: 'after' }])
  })

  test('a change of address voids older links and tells the address before', async () => {
    await using kept = await open()
    const { desk, subscribers } = kept.repository
    const before = await subscribed(kept.repository, 'jo@example.org')
    await desk.apply(application('jo@example.com', { kind: 'change', subscriber: before.id, newsletters: [] }))
    await desk.settle(NOW, () => ({ type: 'keep', letter: 'change' }))
    const asked = await letterAt(kept.repository, NOW)
    expect(asked).toMatchObject({ kind: 'change', address: 'jo@example.com', subscriber: before })
    const after = { ...before, address: 'jo@example.com', epoch: before.epoch + 1 }
    const confirmed = await desk.confirm(asked.application?.id ?? '', NOW)
    expect(confirmed).toMatchObject({ type: 'confirmed', subscriber: after, again: false })
    expect(await subscribers.byAddress('jo@example.org')).toBeNull()
    expect(await letterAt(kept.repository, NOW)).toMatchObject({
      kind: 'changed',
      address: 'jo@example.org',
      subscriber: after,
    })
  })

  test('an address that is somebody else’s meanwhile is not taken over', async () => {
    await using kept = await open()
    const { desk, subscribers } = kept.repository
    const jo = await subscribed(kept.repository, 'jo@example.org')
    await desk.apply(application('jo@example.com', { kind: 'change', subscriber: jo.id, newsletters: [] }))
    await desk.settle(NOW, () => ({ type: 'keep', letter: 'change' }))
    const asked = await letterAt(kept.repository, NOW)
    await subscribed(kept.repository, 'JO@example.com')
    expect(await desk.confirm(asked.application?.id ?? '', NOW)).toEqual({ type: 'gone' })
    expect(await subscribers.byId(jo.id)).toEqual(jo)
  })

  test('the link of an address that was given up leads nobody to the new one', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    const first = await applied(kept.repository, 'jo@example.org')
    await desk.confirm(first.id, NOW)
    const jo = await kept.repository.subscribers.byAddress('jo@example.org')
    await desk.apply(application('jo@example.com', { kind: 'change', subscriber: jo?.id ?? null, newsletters: [] }))
    await desk.settle(NOW, () => ({ type: 'keep', letter: 'change' }))
    await desk.confirm((await letterAt(kept.repository, NOW)).application?.id ?? '', NOW)
    expect(await desk.confirm(first.id, NOW)).toEqual({ type: 'gone' })
  })

  test('nothing comes of a change that someone asked for who is erased', async () => {
    await using kept = await open()
    const { desk, subscribers } = kept.repository
    const { id } = await subscribed(kept.repository, 'jo@example.org')
    await subscribers.erase(id)
    await desk.apply(application('jo@example.com', { kind: 'change', subscriber: id, newsletters: [] }))
    expect(await desk.settle(NOW, welcome)).toBe(0)
  })
}
