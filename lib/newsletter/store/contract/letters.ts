import { expect, test } from 'vitest'
import { application, DAY, HOUR, MINUTE, NOW, type Open, subscribed, welcome } from './kept.ts'

const SENT = { type: 'sent', reply: '250 2.0.0 taken' } as const

/** What becomes of letters, whatever is behind the desk. */
export function lettersContract(open: Open): void {
  test('a letter is taken on once, and not again after it was sent', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW, welcome)
    const [letter] = await desk.claimLetters(5, NOW)
    expect(letter).toMatchObject({ kind: 'confirm', address: 'jo@example.org', attempt: 1, application: { mails: 1 } })
    expect(await desk.claimLetters(5, NOW + HOUR)).toEqual([])
    await desk.recordLetter(letter?.id ?? '', SENT, NOW)
    expect(await desk.reclaimLetters(NOW + HOUR)).toBe(0)
    expect(await desk.claimLetters(5, NOW + HOUR)).toEqual([])
    expect(await kept.repository.tallies()).toMatchObject({ sent: 1, bounces: 0, unsure: 0 })
  })

  test('a letter that the server does not take now is due again when it says so', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW, welcome)
    const [letter] = await desk.claimLetters(5, NOW)
    await desk.recordLetter(letter?.id ?? '', { type: 'later', reply: '451 busy', next: NOW + HOUR }, NOW)
    expect(await desk.claimLetters(5, NOW + HOUR - 1)).toEqual([])
    expect(await desk.backlog()).toEqual({ count: 1, due: NOW + HOUR })
    expect(await desk.claimLetters(5, NOW + HOUR)).toMatchObject([{ id: letter?.id, attempt: 2 }])
  })

  test('a letter of a process that ended is sent again', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW, welcome)
    await desk.claimLetters(5, NOW)
    expect(await desk.backlog()).toEqual({ count: 1, due: null })
    expect(await desk.reclaimLetters(NOW)).toBe(0)
    expect(await desk.reclaimLetters(NOW + 1)).toBe(1)
    expect(await desk.claimLetters(5, NOW + 1)).toHaveLength(1)
  })

  test('a letter about what was confirmed meanwhile is not sent', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    await desk.apply(application('jo@example.org'))
    await desk.settle(NOW, welcome)
    const [letter] = await desk.claimLetters(5, NOW)
    await desk.recordLetter(letter?.id ?? '', { type: 'later', reply: '451 busy', next: NOW + MINUTE }, NOW)
    await desk.confirm(letter?.application?.id ?? '', NOW)
    expect(await desk.claimLetters(5, NOW + HOUR)).toEqual([])
    expect(await desk.backlog()).toEqual({ count: 0, due: null })
  })

  test('those who were written to and did not confirm are reminded once', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    for (const name of ['jo', 'kim', 'lee']) await desk.apply(application(`${name}@example.org`))
    await desk.settle(NOW, ({ application: { address } }) =>
      address.startsWith('lee') ? { type: 'keep', letter: null } : welcome(),
    )
    const letters = await desk.claimLetters(5, NOW)
    expect(await desk.remind(NOW + DAY, NOW + DAY)).toBe(0)
    for (const { id } of letters) await desk.recordLetter(id, SENT, NOW)
    const kim = letters.find(({ address }) => address.startsWith('kim'))
    await desk.confirm(kim?.application?.id ?? '', NOW)
    expect(await desk.remind(NOW, NOW + DAY)).toBe(0)
    expect(await desk.remind(NOW + 1, NOW + DAY)).toBe(1)
    expect(await desk.remind(NOW + 1, NOW + DAY)).toBe(0)
    const [reminder] = await desk.claimLetters(5, NOW + DAY)
    expect(reminder).toMatchObject({ kind: 'reminder', address: 'jo@example.org', application: { mails: 2 } })
    await desk.recordLetter(reminder?.id ?? '', SENT, NOW + DAY)
    expect(await desk.remind(NOW + 2 * DAY, NOW + DAY)).toBe(0)
  })

  test('what waits counts what has come in and what is to be sent', async () => {
    await using kept = await open()
    const { desk } = kept.repository
    expect(await desk.backlog()).toEqual({ count: 0, due: null })
    await desk.apply(application('jo@example.org', { asked: NOW + 5 }))
    await desk.apply(application('kim@example.org', { asked: NOW + 3 }))
    expect(await desk.backlog()).toEqual({ count: 2, due: NOW + 3 })
    await desk.settle(NOW + 9, welcome)
    expect(await desk.backlog()).toEqual({ count: 2, due: NOW + 9 })
  })

  test('applications are forgotten when their time is over, the subscription is not', async () => {
    await using kept = await open()
    const { desk, subscribers } = kept.repository
    const jo = await subscribed(kept.repository, 'jo@example.org')
    await desk.apply(application('kim@example.org'))
    await desk.settle(NOW, welcome)
    expect(await desk.forget(NOW + 2 * DAY)).toBe(0)
    expect(await desk.forget(NOW + 2 * DAY + 1)).toBe(2)
    expect(await desk.claimLetters(5, NOW)).toEqual([])
    expect(await subscribers.byId(jo.id)).toEqual(jo)
  })
}
