import { expect, test } from 'vitest'
import { sent, signUps, tokenOf, whereTo } from '#tests/fixtures/sign-ups.ts'
import { UNTIL_RESUMED } from './pause.ts'
import { changePreferences } from './preferences.ts'
import { signUp } from './sign-up.ts'
import { openChange } from './state.ts'

const WEEK = 604_800_000

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Jo, who gets two newsletters, and what the page of preferences sends for her. */
async function joAtTheDesk(env: Readonly<Record<string, string>> = {}) {
  const desk = await signUps(env)
  const jo = await desk.subscriber('jo@example.org', ['morning', 'weekend'])
  const token = tokenOf(desk.links.preferences(jo))
  const act = (fields: Fields) => desk.post(changePreferences, { token, ...fields })
  const now = () => desk.repository.subscribers.byId(jo.id)
  desk.asked.length = 0
  desk.woken = 0
  return { desk, jo, token, act, now, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('newsletters are chosen, and each that is new comes with a consent', async () => {
  await using at = await joAtTheDesk()
  at.desk.now += 5_000
  const answer = await at.act({ do: 'choose', newsletter: ['puzzles', 'weekend', 'nothing'] })
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/subscribe/preferences')
  expect([sent(answer, 'said'), sent(answer, 'token')]).toEqual(['chosen', at.token])
  expect((await at.now())?.newsletters).toEqual(['puzzles', 'weekend'])
  expect(await at.desk.repository.subscribers.consents(at.jo.id)).toContainEqual(
    expect.objectContaining({ newsletter: 'puzzles', form: 'preferences', confirmed: at.desk.now }),
  )
})

test('choosing none, and leaving, end all; the link still works, so that one can come back', async () => {
  for (const fields of [{ do: 'choose' }, { do: 'leave' }]) {
    await using at = await joAtTheDesk()
    await at.act(fields)
    expect((await at.now())?.newsletters).toEqual([])
    expect(sent(await at.act({ do: 'choose', newsletter: 'morning' }), 'said')).toBe('chosen')
    expect((await at.now())?.newsletters).toEqual(['morning'])
  }
})

test.each([
  ['1', WEEK],
  ['4', 4 * WEEK],
  ['12', 12 * WEEK],
])('a pause of %s weeks ends by itself', async (weeks, length) => {
  await using at = await joAtTheDesk()
  expect(sent(await at.act({ do: 'pause', weeks }), 'said')).toBe('paused')
  expect((await at.now())?.pausedUntil).toBe(at.desk.now + length)
})

test('a pause without end lasts until it is ended', async () => {
  await using at = await joAtTheDesk()
  await at.act({ do: 'pause', weeks: '0' })
  expect((await at.now())?.pausedUntil).toBe(UNTIL_RESUMED)
  expect(sent(await at.act({ do: 'resume' }), 'said')).toBe('resumed')
  expect((await at.now())?.pausedUntil).toBeNull()
})

test.each(['', '2', '-1', '1e9', 'Infinity', '01', ' 1'])('there is no pause of %j weeks', async (weeks) => {
  await using at = await joAtTheDesk()
  expect(sent(await at.act({ do: 'pause', weeks }), 'said')).toBe('')
  expect((await at.now())?.pausedUntil).toBeNull()
})

test('each action done twice is done once', async () => {
  const actions: Fields[] = [
    { do: 'choose', newsletter: 'puzzles' },
    { do: 'pause', weeks: '4' },
    { do: 'resume' },
    { do: 'leave' },
  ]
  await using at = await joAtTheDesk()
  for (const fields of actions) {
    const first = whereTo(await at.act(fields)).href
    const then = await at.now()
    expect(whereTo(await at.act(fields)).href).toBe(first)
    expect(await at.now()).toEqual(then)
  }
})

test('another address is asked first, and nothing changes before it has said yes', async () => {
  await using at = await joAtTheDesk()
  const answer = await at.act({ do: 'address', address: ' Jo@Bücher.example ' })
  expect(sent(answer, 'said')).toBe('address-sent')
  expect(openChange(at.desk.newsletters, sent(answer, 'state'), at.desk.now)).toEqual({
    address: 'Jo@xn--bcher-kva.example',
    error: null,
  })
  expect(at.desk.woken).toBe(1)
  expect(await at.desk.settle()).toEqual([
    expect.objectContaining({ kind: 'change', address: 'Jo@xn--bcher-kva.example' }),
  ])
  expect((await at.now())?.address).toBe('jo@example.org')
})

test.each([
  ['nonsense', 'address-wrong'],
  ['', 'address-wrong'],
  ['a@example.org\r\nBcc: b@example.org', 'address-wrong'],
  ['JO@EXAMPLE.ORG', 'address-same'],
])('%j is refused as another address: %s', async (address, said) => {
  await using at = await joAtTheDesk()
  const answer = await at.act({ do: 'address', address })
  expect(sent(answer, 'said')).toBe(said)
  expect(openChange(at.desk.newsletters, sent(answer, 'state'), at.desk.now)?.error).toBe(said)
  expect(await at.desk.settle()).toEqual([])
})

test('the same is said of another address, whether somebody has it or not', async () => {
  await using at = await joAtTheDesk()
  await at.desk.subscriber('amy@example.org', ['morning'])
  const ends = []
  for (const address of ['amy@example.org', 'new@example.org']) {
    at.desk.asked.length = 0
    ends.push([sent(await at.act({ do: 'address', address }), 'said'), [...at.desk.asked]])
  }
  expect(ends[0]).toEqual(ends[1])
  const letters = await at.desk.settle()
  expect(letters.map(({ kind, address }) => `${kind} ${address}`).sort()).toEqual([
    'change new@example.org',
    'known amy@example.org',
  ])
})

test('a change that somebody asked for keeps nobody from signing up with that address', async () => {
  await using at = await joAtTheDesk()
  await at.act({ do: 'address', address: 'new@example.org' })
  await at.desk.post(signUp, at.desk.form({ address: 'new@example.org' }))
  expect((await at.desk.settle()).map(({ kind }) => kind).sort()).toEqual(['change', 'confirm'])
})

test('nobody can have mails sent to others without end by changing an address', async () => {
  await using at = await joAtTheDesk({ SIGNUPS_PER_NETWORK: '3' })
  const said = []
  for (let index = 0; index < 5; index++)
    said.push(sent(await at.act({ do: 'address', address: `a${index}@example.org` }), 'said'))
  expect(said).toEqual(['address-sent', 'address-sent', 'address-sent', 'limited', 'limited'])
})

test('those who delete what is kept of them are gone, also when they press the button twice', async () => {
  await using at = await joAtTheDesk()
  for (let time = 0; time < 2; time++) {
    const answer = await at.act({ do: 'erase' })
    expect(whereTo(answer).href).toBe('https://paper.example/subscribe/deleted')
  }
  expect(await at.now()).toBeNull()
  expect(whereTo(await at.act({ do: 'leave' })).pathname).toBe('/subscribe/preferences')
})

test.each(['', 'CHOOSE', 'toString', '__proto__', 'constructor'])('nothing is done for %j', async (what) => {
  await using at = await joAtTheDesk()
  const before = await at.now()
  const answer = await at.act({ do: what })
  expect(sent(answer, 'said')).toBe('')
  expect(await at.now()).toEqual(before)
})

test('without a good token nothing is done, not even what a good one could', async () => {
  await using at = await joAtTheDesk()
  const other = await at.desk.subscriber('amy@example.org', ['morning'])
  const wrong = [
    '',
    at.token.slice(0, -1),
    tokenOf(at.desk.links.unsubscribe(at.jo, 'morning')),
    tokenOf(at.desk.links.preferences({ id: at.jo.id, epoch: 1 })),
    at.token.replace(at.jo.id, other.id),
  ]
  const before = await at.now()
  for (const token of wrong) {
    for (const what of ['choose', 'pause', 'resume', 'address', 'leave', 'erase']) {
      const answer = await at.desk.post(changePreferences, { token, do: what, address: 'x@example.org', weeks: '1' })
      expect(sent(answer, 'said')).toBe('')
    }
  }
  expect(await at.now()).toEqual(before)
  expect((await at.desk.repository.subscribers.byId(other.id))?.newsletters).toEqual(['morning'])
})
