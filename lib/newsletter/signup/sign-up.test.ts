import { expect, test } from 'vitest'
import { FROM_HERE, sent, signUps, whereTo } from '#tests/fixtures/sign-ups.ts'
import { dayToken, freshToken } from '../tokens/form-token.ts'
import { signUp } from './sign-up.ts'
import { openSent, openState } from './state.ts'

const DAY = 86_400_000

test('a form that is filled in is kept, and answered with a page that says where the mail went', async () => {
  await using desk = await signUps()
  const answer = await desk.post(signUp, desk.form({ newsletter: ['weekend', 'morning'] }))
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/subscribe/sent')
  expect(openSent(desk.newsletters, sent(answer, 'state'), desk.now)).toEqual({
    address: 'jo@example.org',
    newsletters: ['morning', 'weekend'],
  })
  expect(desk.woken).toBe(1)
  const [letter] = await desk.settle()
  expect(letter).toMatchObject({ kind: 'confirm', address: 'jo@example.org' })
  expect(letter?.application).toMatchObject({
    newsletters: ['morning', 'weekend'],
    form: 'subscribe',
    text: expect.stringContaining('Broadsheet will mail you the newsletters you choose'),
    asked: desk.now,
    expires: desk.now + 2 * DAY,
  })
})

test('what stood beside the button in a story is kept with the sign-up', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form({ form: 'article', token: dayToken(desk.key, 'article', desk.now) }))
  const [letter] = await desk.settle()
  expect(letter?.application).toMatchObject({ form: 'article', text: expect.stringContaining('“Broadsheet Morning”') })
})

test('no answer can be kept by a cache, tells another site where it came from, or sets a cookie', async () => {
  await using desk = await signUps()
  for (const fields of [desk.form(), desk.form({ address: '' })]) {
    const { headers } = await desk.post(signUp, fields)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('no address stands in the address of a page', async () => {
  await using desk = await signUps()
  for (const fields of [desk.form(), desk.form({ newsletter: 'none' })]) {
    const { href } = whereTo(await desk.post(signUp, fields))
    expect(decodeURIComponent(href)).not.toMatch(/jo@|example\.org/)
  }
})

test('whoever it is, the same is asked of the store and the same is answered', async () => {
  await using desk = await signUps()
  await desk.subscriber('known@example.org', ['morning'])
  const left = await desk.subscriber('left@example.org', ['morning'])
  await desk.repository.subscribers.unsubscribe(left.id, null, desk.now)
  const paused = await desk.subscriber('paused@example.org', ['morning'])
  await desk.repository.subscribers.pause(paused.id, desk.now + DAY)
  await desk.post(signUp, desk.form({ address: 'pending@example.org' }))
  await desk.settle()

  const seen = new Set<string>()
  for (const who of ['nobody', 'known', 'left', 'paused', 'pending']) {
    desk.asked.length = 0
    const address = `${who}@example.org`
    const answer = await desk.post(signUp, desk.form({ address }))
    const state = openSent(desk.newsletters, sent(answer, 'state'), desk.now)
    expect(state).toEqual({ address, newsletters: ['morning'] })
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value.replace(/state=.*/, '')}`)
    const size = sent(answer, 'state').length - Math.ceil((4 * address.length) / 3)
    seen.add(JSON.stringify([answer.status, headers, await answer.text(), desk.asked, Math.abs(size) < 200]))
  }
  expect([...seen]).toHaveLength(1)
  expect(desk.asked).toEqual(['desk.apply'])
})

test.each([
  [{ address: '' }, ['address-missing']],
  [{ address: '   ' }, ['address-missing']],
  [{ address: 'jo' }, ['address-wrong']],
  [{ address: 'jo@example.org\r\nBcc: amy@example.org' }, ['address-wrong']],
  [{ newsletter: [] }, ['newsletter-missing']],
  [{ newsletter: 'nothing' }, ['newsletter-missing']],
  [{ newsletter: ['__proto__', 'constructor', 'toString'] }, ['newsletter-missing']],
  [{ address: 'jo', newsletter: [] }, ['address-wrong', 'newsletter-missing']],
])('a form with %j is shown again, with what was filled in', async (fields, codes) => {
  await using desk = await signUps()
  const form = desk.form(fields)
  const answer = await desk.post(signUp, form)
  expect(whereTo(answer).pathname).toBe('/subscribe')
  const state = openState(desk.newsletters, sent(answer, 'state'), desk.now)
  expect(state?.errors.map(({ code }) => code)).toEqual(codes)
  expect(state?.errors.every(({ message }) => message.endsWith('.'))).toBe(true)
  expect(state?.address).toBe(form.address)
  expect(desk.asked).toEqual([])
})

test('a newsletter that is named twice, or does not exist, is left out', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form({ newsletter: ['puzzles', '../etc', 'morning', 'puzzles'] }))
  expect((await desk.settle())[0]?.application?.newsletters).toEqual(['morning', 'puzzles'])
})

test('of a field that comes twice the first counts', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form({ address: ['jo@example.org', 'amy@example.org'] }))
  expect((await desk.settle()).map(({ address }) => address)).toEqual(['jo@example.org'])
})

test('fields with the names of what every object has do nothing', async () => {
  await using desk = await signUps()
  const answer = await desk.post(signUp, { ...desk.form(), constructor: 'x', ['__proto__']: 'y', hasOwnProperty: 'z' })
  expect(whereTo(answer).pathname).toBe('/subscribe/sent')
})

test('the foot of a page asks for the address alone, and leads to where newsletters are chosen', async () => {
  await using desk = await signUps()
  const answer = await desk.post(signUp, { address: 'jo@example.org', form: 'footer' })
  expect(openState(desk.newsletters, sent(answer, 'state'), desk.now)).toEqual({
    address: 'jo@example.org',
    newsletters: [],
    form: 'footer',
    errors: [],
  })
})

test('a robot that fills in the field nobody sees is told that all is well, and nothing is kept', async () => {
  await using desk = await signUps()
  const answer = await desk.post(signUp, desk.form({ website: 'https://example.com' }))
  expect(whereTo(answer).pathname).toBe('/subscribe/sent')
  expect(desk.asked).toEqual([])
  expect(desk.woken).toBe(0)
})

test.each([
  ['no token', () => ''],
  ['a forged token', () => `${'A'.repeat(22)}.article.1`],
  ['the token of another place', (key: Buffer, now: number) => dayToken(key, 'after', now)],
  ['a token of 31 days ago', (key: Buffer, now: number) => dayToken(key, 'article', now - 31 * DAY)],
  ['the token of the page of its own', (key: Buffer, now: number) => freshToken(key, now - 10_000)],
])('a form in a story with %s takes one more step, and nothing is lost', async (_, token) => {
  await using desk = await signUps()
  const form = { form: 'article', token: token(desk.key, desk.now) }
  const answer = await desk.post(signUp, desk.form(form))
  expect(desk.asked).toEqual([])
  expect(openState(desk.newsletters, sent(answer, 'state'), desk.now)).toMatchObject({
    address: 'jo@example.org',
    newsletters: ['morning'],
    form: 'article',
    errors: [{ field: 'form', code: 'again' }],
  })
  await desk.post(signUp, desk.form(), {})
  expect(desk.asked).toEqual(['desk.apply'])
})

test.each([null, 'cross-site', 'same-site', 'none'])(
  'a form in a story of which the browser says %j takes one more step',
  async (site) => {
    const headers: Record<string, string> = site === null ? {} : { 'sec-fetch-site': site }
    await using desk = await signUps()
    const token = dayToken(desk.key, 'article', desk.now)
    const answer = await desk.post(signUp, desk.form({ form: 'article', token }), headers)
    expect(whereTo(answer).pathname).toBe('/subscribe')
    expect(desk.asked).toEqual([])
  },
)

test('a page that was kept yesterday still works', async () => {
  await using desk = await signUps()
  const token = dayToken(desk.key, 'after', desk.now - DAY)
  expect(whereTo(await desk.post(signUp, desk.form({ form: 'after', token }))).pathname).toBe('/subscribe/sent')
})

test('another site cannot send the form of the page of its own', async () => {
  await using desk = await signUps()
  await desk.post(signUp, desk.form(), { 'sec-fetch-site': 'cross-site' })
  expect(desk.asked).toEqual([])
})

test('a form that is sent sooner than a person could is not taken, and can be sent again', async () => {
  await using desk = await signUps({ SIGNUP_SECONDS: '3' })
  const token = freshToken(desk.key, desk.now)
  desk.now += 2_999
  expect(whereTo(await desk.post(signUp, desk.form({ token }))).pathname).toBe('/subscribe')
  desk.now += 1
  expect(whereTo(await desk.post(signUp, desk.form({ token }))).pathname).toBe('/subscribe/sent')
})

test('a form that was opened a day ago is shown again', async () => {
  await using desk = await signUps()
  const token = freshToken(desk.key, desk.now - DAY)
  expect(whereTo(await desk.post(signUp, desk.form({ token }))).pathname).toBe('/subscribe')
})

test('5,000 sign-ups from one network leave twenty in the store', { timeout: 60_000 }, async () => {
  await using desk = await signUps()
  const ends = new Map<string, number>()
  for (let index = 0; index < 5_000; index++) {
    const { pathname } = whereTo(await desk.post(signUp, desk.form({ address: `a${index}@example.org` })))
    ends.set(pathname, (ends.get(pathname) ?? 0) + 1)
  }
  expect(Object.fromEntries(ends)).toEqual({ '/subscribe/sent': 20, '/subscribe': 4_980 })
  expect(desk.asked).toHaveLength(20)
})

test('over a limit the same is said of an address that is known and of one that is not', async () => {
  await using desk = await signUps({ SIGNUPS_PER_ADDRESS: '1' })
  await desk.subscriber('known@example.org', ['morning'])
  const ends = []
  for (const address of ['known@example.org', 'nobody@example.org']) {
    await desk.post(signUp, desk.form({ address }))
    const answer = await desk.post(signUp, desk.form({ address }))
    ends.push(openState(desk.newsletters, sent(answer, 'state'), desk.now)?.errors)
  }
  expect(ends[0]).toEqual([expect.objectContaining({ field: 'form', code: 'limited' })])
  expect(ends[1]).toEqual(ends[0])
})

test('a store that takes nothing is said to the reader, and to the operator without the address', async () => {
  await using desk = await signUps()
  await desk.repository.close()
  const answer = await desk.post(signUp, desk.form())
  expect(openState(desk.newsletters, sent(answer, 'state'), desk.now)?.errors[0]?.code).toBe('unavailable')
  expect(desk.complaints).toEqual([expect.stringMatching(/^newsletters: a sign-up could not be kept: (?!.*jo@)/)])
})

test('a form that does not come as a form is refused, and so is one that is too large', async () => {
  await using desk = await signUps()
  const json = { method: 'POST', body: '{"address":"jo@example.org"}', headers: { 'content-type': 'application/json' } }
  expect((await desk.send(signUp, new Request('https://paper.example/', json))).status).toBe(415)
  expect((await desk.post(signUp, desk.form({ address: 'j'.repeat(70_000) }))).status).toBe(413)
  expect(desk.asked).toEqual([])
})

test('a form in parts is read like any other, and a file in it is not', async () => {
  await using desk = await signUps()
  const body = new FormData()
  for (const [name, value] of Object.entries(desk.form())) body.append(name, String(value))
  body.append('newsletter', new Blob(['weekend']), 'weekend')
  await desk.send(signUp, new Request('https://paper.example/', { method: 'POST', body, headers: FROM_HERE }))
  expect((await desk.settle())[0]?.application?.newsletters).toEqual(['morning'])
})

test('whatever is filled in, the address of the page that follows is no longer than a server takes', async () => {
  await using desk = await signUps()
  for (let index = 0; index < 60; index++) desk.titles.set(`a-newsletter-with-a-long-name-${index}`, `No. ${index}`)
  for (const address of [
    'j'.repeat(5_000),
    'ö'.repeat(5_000),
    '\0'.repeat(5_000),
    '\ud800'.repeat(5_000),
    '"\\'.repeat(5_000),
  ]) {
    const { href } = whereTo(await desk.post(signUp, desk.form({ address, newsletter: [...desk.titles.keys()] })))
    expect(href.length).toBeLessThan(1_900)
    const state = openState(desk.newsletters, new URL(href).searchParams.get('state') ?? '', desk.now)
    expect(state?.newsletters.length).toBeGreaterThan(20)
  }
})
