import { expect, test } from 'vitest'
import { mailSink, type SinkOptions } from '#tests/fixtures/mail/sink.ts'
import { Conversation, TIMEOUTS } from './conversation.ts'
import type { MailServer } from './server-url.ts'

const LOGIN = { user: 'us', pass: 'secret' }

/** Opens a conversation with a mail server as if it were another machine. @returns why there was none, and who logged in */
async function openWith(options: SinkOptions, over: Partial<MailServer>) {
  const logins: string[] = []
  const refuse = (at: string, name: string) => {
    if (at === 'login') logins.push(name)
    return null
  }
  await using sink = await mailSink({ refuse, ...options })
  const server = { host: '127.0.0.1', port: sink.port, isSecure: false, isLocal: false, login: LOGIN, ...over }
  const failure = await Conversation.open(server, 'paper.example', { ...TIMEOUTS, greeting: 500 }).then(
    (conversation) => conversation.close(),
    (error: unknown) => error,
  )
  return { failure, logins }
}

test('no password goes to another machine without TLS', async () => {
  const { failure, logins } = await openWith({}, {})
  expect(failure).toMatchObject({ name: 'NoConversation', isLasting: true })
  expect(logins).toEqual([])
})

test.each([
  ['from the first byte', { secure: true }, { isSecure: true }],
  ['by STARTTLS', { hideSTARTTLS: false }, {}],
])('a certificate that nobody vouches for is not believed, %s', async (_how, server, over) => {
  const { failure, logins } = await openWith({ server }, over)
  expect(failure).toMatchObject({ name: 'NoConversation', isLasting: true })
  expect(String(failure)).toMatch(/certificate/)
  expect(logins).toEqual([])
})

test('a password may pass within this machine', async () => {
  expect(await openWith({}, { isLocal: true })).toEqual({ failure: undefined, logins: ['us'] })
})

test('another machine that asks for no password may do without TLS', async () => {
  expect(await openWith({}, { login: null })).toEqual({ failure: undefined, logins: [] })
})
