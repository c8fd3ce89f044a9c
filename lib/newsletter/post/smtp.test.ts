import { expect, test } from 'vitest'
import type { Outcome } from '#lib/newsletter/model.ts'
import { until } from '#tests/fixtures/kept.ts'
import { MAIL_FROM, mailing } from '#tests/fixtures/mail/mailing.ts'
import { type Step, scriptedServer } from '#tests/fixtures/mail/scripted-server.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { MailServerDown } from './line.ts'
import { composeMessage, messageIdOf } from './message.ts'
import { QuotedText } from './quoted.ts'
import type { Mail, Transport } from './transport.ts'

const TO = 'jo@mail.example'

function mail(to = TO): Mail {
  const part = new QuotedText('Good morning.', []).fill([])
  const head = { from: { name: 'News', address: MAIL_FROM }, to, subject: 'Morning', date: 0, more: [] }
  const message = composeMessage({ ...head, messageId: messageIdOf(MAIL_FROM, to) }, { text: part, html: part })
  return { kind: 'issue', to, attempt: 1, message }
}

/** More than systems keep for a server that has not read it. */
const longMail = () => ({ ...mail(), message: Buffer.concat([mail().message, Buffer.alloc(24e6, 'All of it.\r\n')]) })

/** What becomes of one mail at a server that does something else than usual at one step, the first time. */
async function sendTo(step: Step, action: string | 'drop' | 'hang', sent = mail()) {
  let isDone = false
  await using server = await scriptedServer((at) => {
    if (at !== step || isDone) return null
    isDone = true
    return action
  })
  await using post = await mailing(server.url, { timeouts: { greeting: 200, silence: 200 } })
  return { ...(await sendWith(post.transport, sent)), whole: server.whole.length, log: post.log }
}

async function sendWith(transport: Transport, sent: Mail): Promise<Partial<Outcome> & { down?: string }> {
  try {
    return await transport.send(sent)
  } catch (error) {
    if (error instanceof MailServerDown) return { down: error.message }
    throw error
  }
}

test('a mail that the server takes is sent', async () => {
  await using sink = await mailSink()
  await using post = await mailing(sink.url)
  expect(await post.transport.send(mail())).toMatchObject({ type: 'sent' })
  expect(sink.mails[0]).toMatchObject({ from: MAIL_FROM, to: TO })
  expect(sink.mails[0]?.raw.equals(mail().message)).toBe(true)
})

test.each(['drop', 'hang', '554 go away', '421 too busy', 'what?'])(
  'a server that greets with %s is down, and nobody is to blame',
  async (action) => {
    const { down, whole } = await sendTo('greeting', action)
    expect(down).toBeTruthy()
    expect(whole).toBe(0)
  },
)

test('nobody listens: the server is down, the log says which and when it is tried again', async () => {
  await using post = await mailing('smtp://127.0.0.1:1')
  expect(await sendWith(post.transport, mail())).toHaveProperty('down')
  expect(post.transport.retryAt).toBeGreaterThan(post.now)
  expect(post.log).toEqual([expect.stringMatching(/^The mail server 127\.0\.0\.1 takes no mails: .* Nothing is lost/)])
  post.now = post.transport.retryAt ?? 0
  expect(post.transport.retryAt).toBeNull()
})

test.each(['MAIL', 'RCPT', 'DATA'] as const)('a connection that is cut after %s is tried again later', async (step) => {
  expect(await sendTo(step, 'drop')).toMatchObject({ type: 'later', whole: 0 })
})

test.each(['MAIL', 'RCPT', 'DATA'] as const)('a server that says nothing to %s is tried again later', async (step) => {
  expect(await sendTo(step, 'hang')).toMatchObject({ type: 'later', whole: 0 })
})

test('a connection that is cut in the middle of a long text is tried again later', async () => {
  expect(await sendTo('text', 'drop', longMail())).toMatchObject({ type: 'later', whole: 0 })
})

test('a server that takes a mail before it has seen all of it leaves us unsure', async () => {
  expect(await sendTo('text', '250 2.0.0 taken already', longMail())).toMatchObject({ type: 'unsure' })
})

test.each(['drop', 'hang', 'what?', '250-half'])(
  'after the whole text %s leaves us unsure, and the mail is not handed over again',
  async (action) => {
    expect(await sendTo('dot', action)).toMatchObject({ type: 'unsure', whole: 1 })
  },
)

test.each([
  ['RCPT', '450 4.2.0 greylisted', 'later'],
  ['RCPT', '421 4.3.2 shutting down', 'later'],
  ['DATA', '451 4.3.0 not now', 'later'],
  ['dot', '451 4.3.0 not now', 'later'],
  ['dot', '421 4.3.2 shutting down', 'later'],
  ['RCPT', '550 5.1.1 no such user', 'failed'],
  ['dot', '554 5.7.1 looks like spam', 'failed'],
] as const)('at %s “%s” means %s', async (step, reply, type) => {
  expect(await sendTo(step, reply)).toMatchObject({ type, reply })
})

test('a server that refuses us as the sender is down', async () => {
  expect(await sendTo('MAIL', '550 5.7.1 you may not send as that')).toMatchObject({
    down: expect.stringContaining('5.7.1'),
  })
})

test('after a refusal the same connection takes the next mail', async () => {
  const seen: Step[] = []
  await using server = await scriptedServer((step, to) => {
    seen.push(step)
    return step === 'RCPT' && to === TO ? '550 5.1.1 no such user' : null
  })
  await using post = await mailing(server.url)
  await post.transport.send(mail())
  expect(await post.transport.send(mail('flo@mail.example'))).toMatchObject({ type: 'sent' })
  expect(seen.filter((step) => step === 'greeting')).toHaveLength(1)
})

test('a connection that ended while nobody used it is replaced by another one', async () => {
  let isFirst = true
  await using server = await scriptedServer((step) => {
    if (step !== 'MAIL' || isFirst) {
      if (step === 'dot') isFirst = false
      return null
    }
    isFirst = true
    return 'drop'
  })
  await using post = await mailing(server.url)
  await post.transport.send(mail())
  expect(await post.transport.send(mail('flo@mail.example'))).toMatchObject({ type: 'sent' })
  expect(server.whole).toEqual([TO, 'flo@mail.example'])
})

test('there are no more connections than the settings allow', async () => {
  let most = 0
  const sink = await mailSink({
    delay: async () => {
      most = Math.max(most, sink.connections)
    },
  })
  await using _ = sink
  await using post = await mailing(sink.url, { env: { MAIL_CONNECTIONS: '3' } })
  await Promise.all(Array.from({ length: 30 }, (_, at) => post.transport.send(mail(`reader-${at}@mail.example`))))
  expect(most).toBe(3)
  expect(sink.mails).toHaveLength(30)
})

test('a server that takes fewer connections gets all mails over those', async () => {
  await using sink = await mailSink({ server: { maxClients: 2 } })
  await using post = await mailing(sink.url)
  const sending = Array.from({ length: 30 }, (_, at) => post.transport.send(mail(`reader-${at}@mail.example`)))
  expect(new Set((await Promise.all(sending)).map(({ type }) => type))).toEqual(new Set(['sent']))
  expect(sink.mails).toHaveLength(30)
  expect(post.log).toEqual([])
})

test('after a hundred mails a connection is replaced by another one', async () => {
  let greetings = 0
  await using server = await scriptedServer((step) => {
    if (step === 'greeting') greetings++
    return null
  })
  await using post = await mailing(server.url)
  for (let at = 0; at < 101; at++) await post.transport.send(mail(`reader-${at}@mail.example`))
  expect(greetings).toBe(2)
})

test('refusals in a row that may be our fault make everybody wait, before all recipients fail', async () => {
  let asked = 0
  await using sink = await mailSink({ refuse: (at) => (at === 'text' && ++asked ? '554 5.7.1 looks like spam' : null) })
  await using post = await mailing(sink.url, { env: { MAIL_CONNECTIONS: '1' } })
  const outcomes = []
  for (let at = 0; at < 20; at++) outcomes.push(await sendWith(post.transport, mail(`reader-${at}@mail.example`)))
  expect(asked).toBe(5)
  expect(outcomes.at(-1)).toHaveProperty('down')
})

test('addresses that do not exist make nobody wait', async () => {
  await using sink = await mailSink({ refuse: (at) => (at === 'recipient' ? '550 5.1.1 no such user' : null) })
  await using post = await mailing(sink.url)
  for (let at = 0; at < 20; at++)
    expect(await post.transport.send(mail(`reader-${at}@mail.example`))).toMatchObject({
      type: 'failed',
      isBounce: true,
    })
})

test('a login is made, and one that is refused has everybody wait without a word of the password', async () => {
  const named = (sink: { readonly port: number }) => `smtp://us%40paper.example:s3cret%2F@127.0.0.1:${sink.port}`
  const logins: string[] = []
  await using sink = await mailSink({ refuse: (at, name) => (at === 'login' && logins.push(name) ? null : null) })
  await using post = await mailing(named(sink))
  expect(await post.transport.send(mail())).toMatchObject({ type: 'sent' })
  expect(logins).toEqual(['us@paper.example'])
  await using strict = await mailSink({ refuse: (at) => (at === 'login' ? '535 5.7.8 s3cret/ is wrong' : null) })
  await using refused = await mailing(named(strict))
  expect(await sendWith(refused.transport, mail())).toHaveProperty('down')
  expect(refused.log.join()).toContain('535')
})

test('the reply that is kept has no address in it', async () => {
  const { reply } = await sendTo('RCPT', `550 5.1.1 <${TO}>: no ${TO} here`)
  expect(reply).toBe('550 5.1.1 …: no … here')
})

test('an address that is not ASCII goes out as SMTPUTF8', async () => {
  const heard: unknown[] = []
  await using sink = await mailSink({
    server: {
      onMailFrom: ({ args }, _session, done) => {
        heard.push(args)
        done()
      },
    },
  })
  await using post = await mailing(sink.url)
  expect(await post.transport.send(mail('jürgen@xn--bcher-kva.example'))).toMatchObject({ type: 'sent' })
  expect(heard).toMatchObject([{ SMTPUTF8: true }])
})

test('a mail that is larger than the server takes fails, and is not held against the reader', async () => {
  await using sink = await mailSink({ server: { size: 500 } })
  await using post = await mailing(sink.url)
  expect(await post.transport.send(mail())).toMatchObject({ type: 'failed', isBounce: false })
})

test('a server that is silent after a refusal is left, and the refusal counts', async () => {
  await using server = await scriptedServer((step) => {
    if (step === 'RSET') return 'hang'
    return step === 'RCPT' ? '550 5.1.1 no such user' : null
  })
  await using post = await mailing(server.url, { timeouts: { grace: 20 } })
  expect(await post.transport.send(mail())).toMatchObject({ type: 'failed', isBounce: true })
})

test('when everything ends while a connection is made, nobody waits for it', async () => {
  const seen: Step[] = []
  await using server = await scriptedServer((step) => {
    seen.push(step)
    return 'hang'
  })
  await using post = await mailing(server.url)
  const ending = new AbortController()
  const sending = post.transport.send(mail(), ending.signal)
  await until(
    () => seen.length,
    (count) => count > 0,
  )
  ending.abort(new Error('the end'))
  await expect(sending).rejects.toThrow('the end')
  expect(post.transport.retryAt).toBeNull()
})

test('a mail that waits when everything ends is not handed over', async () => {
  await using sink = await mailSink()
  await using post = await mailing(sink.url, { env: { MAIL_RATE: '1' } })
  const ending = new AbortController()
  const sending = Array.from({ length: 3 }, (_, at) =>
    post.transport.send(mail(`reader-${at}@mail.example`), ending.signal),
  )
  await sink.until(1)
  ending.abort(new Error('the end'))
  const results = await Promise.allSettled(sending)
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2)
  expect(sink.mails).toHaveLength(1)
})

test.each([
  ['DATA', 'rejected'],
  ['dot', 'unsure'],
] as const)('when everything ends while the server is silent at %s, the mail is %s', async (step, end) => {
  const seen: Step[] = []
  await using server = await scriptedServer((at) => {
    seen.push(at)
    return at === step ? 'hang' : null
  })
  await using post = await mailing(server.url, { timeouts: { grace: 20 } })
  const ending = new AbortController()
  const sending = post.transport.send(mail(), ending.signal).then(
    ({ type }) => type,
    () => 'rejected',
  )
  await until(
    () => seen.includes(step),
    (isThere) => isThere,
  )
  ending.abort()
  expect(await sending).toBe(end)
})
