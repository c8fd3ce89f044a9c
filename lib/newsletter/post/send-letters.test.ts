import { expect, test } from 'vitest'
import { MAIL_FROM, mailing } from '#tests/fixtures/mail/mailing.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { settleRule } from '../signup/settle.ts'
import { readConfirm } from '../tokens/links.ts'
import { sendLetters } from './send-letters.ts'

type Mailing = Awaited<ReturnType<typeof mailing>>

/** Lets some people sign up for the morning newsletter. */
async function signUp(post: Mailing, ...addresses: readonly string[]): Promise<void> {
  for (const address of addresses)
    await post.repository.desk.apply({
      ...{ kind: 'sign-up', address, newsletters: ['morning'], subscriber: null, form: 'footer', text: 'Yes.' },
      ...{ asked: post.now, expires: post.now + 48 * 3_600_000 },
    })
  await post.repository.desk.settle(post.now, settleRule)
}

test('who signs up gets one mail with the link that confirms, and says it is automatic', async () => {
  await using sink = await mailSink()
  await using post = await mailing(sink.url)
  await signUp(post, 'jo@mail.example', 'flo@mail.example')
  expect(await sendLetters(post.parts)).toBe(2)
  expect(await sendLetters(post.parts)).toBe(0)
  expect(sink.recipients).toEqual(['flo@mail.example', 'jo@mail.example'])
  const mail = await sink.mail(0)
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.from?.value).toEqual([{ address: MAIL_FROM, name: 'Broadsheet' }])
  expect(mail.headers.has('list')).toBe(false)
  const link = /https:\/\/paper\.example\/subscribe\/confirm\?token=[\w.-]+/
  expect(mail.text).toMatch(link)
  expect(mail.html).toContain(link.exec(mail.text ?? '')?.[0])
})

test('a letter that the server puts off is sent later', async () => {
  let isBusy = true
  await using sink = await mailSink({ refuse: (at) => (at === 'recipient' && isBusy ? '451 4.7.1 Greylisted' : null) })
  await using post = await mailing(sink.url)
  await signUp(post, 'jo@mail.example')
  expect(await sendLetters(post.parts)).toBe(0)
  isBusy = false
  expect(await sendLetters(post.parts)).toBe(0)
  post.now = (await post.repository.desk.backlog()).due ?? 0
  expect(await sendLetters(post.parts)).toBe(1)
})

test('letters wait for a server that is down, however long, and the log names nobody', async () => {
  await using post = await mailing('smtp://127.0.0.1:1')
  await signUp(post, 'jo@mail.example')
  for (let round = 0; round < 12; round++) {
    expect(await sendLetters(post.parts)).toBe(0)
    expect((await post.repository.desk.backlog()).count).toBe(1)
    post.now = post.transport.retryAt ?? 0
  }
  expect(post.log.join()).not.toContain('jo@')
  expect(post.troubles).toContainEqual(expect.stringContaining('ECONNREFUSED'))
})

test('a letter to an address that does not exist is sent once', async () => {
  await using sink = await mailSink({ refuse: (at) => (at === 'recipient' ? '550 5.1.1 No such user' : null) })
  await using post = await mailing(sink.url)
  await signUp(post, 'nobody@mail.example')
  expect(await sendLetters(post.parts)).toBe(0)
  expect((await post.repository.desk.backlog()).count).toBe(0)
  expect(await post.repository.tallies()).toMatchObject({ bounces: 1 })
})

test('who has moved to another address gets no link to the preferences at the old one', async () => {
  await using sink = await mailSink()
  await using post = await mailing(sink.url, { to: ['old@mail.example'] })
  const { desk, subscribers } = post.repository
  const subscriber = (await subscribers.byAddress('old@mail.example'))?.id ?? null
  const asked = { asked: post.now, expires: post.now + 1000 }
  await desk.apply({
    ...asked,
    kind: 'change',
    address: 'new@mail.example',
    newsletters: [],
    subscriber,
    form: 'preferences',
    text: '',
  })
  await desk.settle(post.now, settleRule)
  await sendLetters(post.parts)
  const token = /token=(\S+)/.exec((await sink.mail(0)).text ?? '')?.[1] ?? ''
  await desk.confirm(readConfirm(Buffer.alloc(32, 7), token, post.now)?.id ?? '', post.now)
  expect(await sendLetters(post.parts)).toBe(1)
  expect(sink.mails[1]?.to).toBe('old@mail.example')
  const { text = '', html } = await sink.mail(1)
  expect(text).toContain('https://paper.example/subscribe\n')
  expect(`${text}${html}`).not.toContain('token=')
  expect(`${text}${html}`).not.toContain('new@mail.example')
})

test('a letter is left for the next start when everything ends', async () => {
  await using sink = await mailSink()
  await using post = await mailing(sink.url)
  await signUp(post, 'jo@mail.example')
  post.ending.abort()
  expect(await sendLetters(post.parts)).toBe(0)
  expect((await post.repository.desk.backlog()).count).toBe(1)
})
