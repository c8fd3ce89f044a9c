import { expect, test } from 'vitest'
import { sent, signUps, tokenOf, whereTo } from '#tests/fixtures/sign-ups.ts'
import { oneClick, showUnsubscribe } from './one-click.ts'

/** Jo, who gets two newsletters, and the link that ends one of them. */
async function joWithALink() {
  const desk = await signUps()
  const jo = await desk.subscriber('jo@example.org', ['morning', 'weekend'])
  const link = desk.links.unsubscribe(jo, 'morning')
  const now = async () => (await desk.repository.subscribers.byId(jo.id))?.newsletters
  const send = (body: BodyInit | null, headers: Readonly<Record<string, string>> = {}, url = link) =>
    desk.send(oneClick, new Request(url, { method: 'POST', body, headers }))
  return { desk, jo, link, now, send, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

const inParts = () => {
  const body = new FormData()
  body.append('List-Unsubscribe', 'One-Click')
  return body
}

test('one click ends one newsletter and no other', async () => {
  await using at = await joWithALink()
  expect((await at.send('List-Unsubscribe=One-Click', URLENCODED)).status).toBe(200)
  expect(await at.now()).toEqual(['weekend'])
})

test.each([
  ['as a form in parts', () => inParts(), {}],
  ['urlencoded', () => 'List-Unsubscribe=One-Click', URLENCODED],
  ['with no type at all', () => new TextEncoder().encode('List-Unsubscribe=One-Click'), {}],
  ['as plain text', () => 'List-Unsubscribe=One-Click', { 'content-type': 'text/plain' }],
  ['with a line end behind it', () => 'List-Unsubscribe=One-Click\r\n', URLENCODED],
])('it is answered 200, with no redirect and no cookie, when it comes %s', async (_, body, headers) => {
  await using at = await joWithALink()
  const answer = await at.send(body(), headers as Record<string, string>)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect([answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([null, null])
  expect(await answer.text()).toBe('You are unsubscribed.\n')
  expect(await at.now()).toEqual(['weekend'])
})

test('again is answered the same, also for those who have another address or were deleted meanwhile', async () => {
  await using at = await joWithALink()
  const answers = [await at.send(inParts()), await at.send(inParts())]
  await at.desk.repository.subscribers.erase(at.jo.id)
  answers.push(await at.send(inParts()))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(3).fill('You are unsubscribed.\n'))
})

test('a link that went to an earlier address ends nothing at the new one', async () => {
  await using at = await joWithALink()
  const old = at.desk.links.unsubscribe({ id: at.jo.id, epoch: at.jo.epoch - 1 }, 'morning')
  expect((await at.send(inParts(), {}, old)).status).toBe(200)
  expect(await at.now()).toEqual(['morning', 'weekend'])
})

test('a link of a newsletter that is no more still ends it', async () => {
  await using at = await joWithALink()
  at.desk.titles.delete('morning')
  await at.send(inParts())
  expect(await at.now()).toEqual(['weekend'])
})

test.each(['', 'List-Unsubscribe=', 'list-unsubscribe=One-Click', 'List-Unsubscribe=Two-Click', 'token=x', 'by=robot'])(
  'a body that says %j changes nothing',
  async (body) => {
    await using at = await joWithALink()
    expect((await at.send(body, URLENCODED)).status).toBe(400)
    expect(await at.now()).toEqual(['morning', 'weekend'])
  },
)

test('a token that cannot be read is answered 400 and asks the store for nothing', async () => {
  await using at = await joWithALink()
  at.desk.asked.length = 0
  const token = tokenOf(at.link)
  const forged = [
    '',
    token.slice(0, -1),
    token.replace('morning', 'weekend'),
    tokenOf(at.desk.links.preferences(at.jo)),
  ]
  for (const one of forged) {
    const url = `https://paper.example/unsubscribe/one-click?token=${encodeURIComponent(one)}`
    expect((await at.send(inParts(), {}, url)).status).toBe(400)
  }
  expect((await at.send(inParts(), {}, 'https://paper.example/unsubscribe/one-click')).status).toBe(400)
  expect(at.desk.asked).toEqual([])
})

test('the button of the page does the same and leads back to it', async () => {
  await using at = await joWithALink()
  const answer = await at.send('by=button', URLENCODED)
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/unsubscribe')
  expect([sent(answer, 'token'), sent(answer, 'said')]).toEqual([tokenOf(at.link), 'done'])
  expect(await at.now()).toEqual(['weekend'])
})

test('those who open the link get the page, and a scanner that opens it ends nothing', async () => {
  await using at = await joWithALink()
  const answer = showUnsubscribe(new Request(at.link))
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/unsubscribe')
  expect(sent(answer, 'token')).toBe(tokenOf(at.link))
  expect(await at.now()).toEqual(['morning', 'weekend'])
})
