import { expect, test } from 'vitest'
import { sent, signUps, tokenOf, whereTo } from '#tests/fixtures/sign-ups.ts'
import { readPreferences } from '../tokens/links.ts'
import { confirm } from './confirm.ts'
import { changePreferences } from './preferences.ts'
import { signUp } from './sign-up.ts'

const HOUR = 3_600_000

test('the button confirms, and leads to the preferences of the new subscriber', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form({ newsletter: ['morning', 'weekend'] }))
  const [letter] = await desk.settle()
  if (!letter?.application) throw new Error('There is no letter.')
  desk.now += HOUR
  const answer = await desk.post(confirm, { token: tokenOf(desk.links.confirm(letter.application)) })
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/subscribe/preferences')
  expect(sent(answer, 'said')).toBe('confirmed')
  const { id = '' } = readPreferences(desk.key, sent(answer, 'token')) ?? {}
  expect(await desk.repository.subscribers.byId(id)).toMatchObject({
    address: 'jo@example.org',
    newsletters: ['morning', 'weekend'],
  })
  expect(await desk.repository.subscribers.consents(id)).toContainEqual({
    newsletter: 'morning',
    asked: desk.now - HOUR,
    confirmed: desk.now,
    form: 'subscribe',
    text: expect.stringContaining('until you unsubscribe'),
  })
})

test('the same link again leads to the same page and changes nothing', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form())
  const [letter] = await desk.settle()
  if (!letter?.application) throw new Error('There is no letter.')
  const token = tokenOf(desk.links.confirm(letter.application))
  const first = await desk.post(confirm, { token })
  const subscriber = await desk.repository.subscribers.byAddress('jo@example.org')
  await desk.repository.subscribers.unsubscribe(subscriber?.id ?? '', null, desk.now)
  expect(whereTo(await desk.post(confirm, { token })).href).toBe(whereTo(first).href)
  expect((await desk.repository.subscribers.byAddress('jo@example.org'))?.newsletters).toEqual([])
})

test('a link whose time is over confirms nothing, and leads to the page that says so', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form())
  const [letter] = await desk.settle()
  if (!letter?.application) throw new Error('There is no letter.')
  desk.now += 48 * HOUR
  desk.asked.length = 0
  const token = tokenOf(desk.links.confirm(letter.application))
  expect(whereTo(await desk.post(confirm, { token })).pathname).toBe('/subscribe/confirm')
  expect(desk.asked).toEqual([])
  expect(await desk.repository.subscribers.byAddress('jo@example.org')).toBeNull()
})

test.each(['', 'x', '../..', 'a\r\nset-cookie: b=c', '__proto__', '&said=confirmed'])(
  'the token %j asks the store for nothing',
  async (token) => {
    await using desk = await signUps()
    const answer = await desk.post(confirm, { token })
    expect(whereTo(answer).pathname).toBe('/subscribe/confirm')
    expect(sent(answer, 'token')).toBe(token)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(desk.asked).toEqual([])
  },
)

test('another address is one once it is confirmed there; links to the old one are void, which is told', async () => {
  await using desk = await signUps()
  const jo = await desk.subscriber('jo@example.org', ['morning'])
  const before = tokenOf(desk.links.preferences(jo))
  await desk.post(changePreferences, { token: before, do: 'address', address: 'jo@new.example' })
  const [letter] = await desk.settle()
  expect(letter).toMatchObject({ kind: 'change', address: 'jo@new.example', subscriber: { address: 'jo@example.org' } })
  if (!letter?.application) throw new Error('There is no application.')
  const answer = await desk.post(confirm, { token: tokenOf(desk.links.confirm(letter.application)) })
  expect(sent(answer, 'said')).toBe('address-changed')
  expect(await desk.repository.subscribers.byId(jo.id)).toMatchObject({
    address: 'jo@new.example',
    newsletters: ['morning'],
  })
  expect(await desk.settle()).toEqual([expect.objectContaining({ kind: 'changed', address: 'jo@example.org' })])
  const old = await desk.post(changePreferences, { token: before, do: 'leave' })
  expect(sent(old, 'said')).toBe('')
  expect((await desk.repository.subscribers.byId(jo.id))?.newsletters).toEqual(['morning'])
})
