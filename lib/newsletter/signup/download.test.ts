import { expect, test } from 'vitest'
import { sent, signUps, tokenOf, whereTo } from '#tests/fixtures/sign-ups.ts'
import { download } from './download.ts'

const fetchData = (link: string) => new Request(link.replace('/subscribe/preferences', '/subscribe/data'))

test('a reader gets all that is kept of them, as a file', async () => {
  await using desk = await signUps()
  const jo = await desk.subscriber('jo@example.org', ['morning'])
  const answer = await desk.send(download, fetchData(desk.links.preferences(jo)))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="newsletters.json"')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({
    address: 'jo@example.org',
    joined: '2026-11-23T12:00:00.000Z',
    newsletters: ['morning'],
    pausedUntil: null,
    stopped: null,
    consents: [
      {
        newsletter: 'morning',
        asked: '2026-11-23T12:00:00.000Z',
        confirmed: '2026-11-23T12:00:00.000Z',
        form: 'subscribe',
        text: 'yes',
      },
    ],
    issues: [],
  })
})

test('a link that is void leads to the page that says so', async () => {
  await using desk = await signUps()
  const jo = await desk.subscriber('jo@example.org', ['morning'])
  const link = desk.links.preferences({ ...jo, epoch: jo.epoch + 1 })
  const answer = await desk.send(download, fetchData(link))
  expect(answer.status).toBe(303)
  expect(whereTo(answer).pathname).toBe('/subscribe/preferences')
  expect(sent(answer, 'token')).toBe(tokenOf(link))
})
