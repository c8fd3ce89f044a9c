import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { issueContent } from '#tests/fixtures/issues.ts'
import { MAIL_FROM, mailing, PUBLICATION, readers } from '#tests/fixtures/mail/mailing.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { renderIssueMail } from '../mail/issue-mail.ts'
import { PREFERENCES, UNSUBSCRIBE } from '../mail/placeholders.ts'
import type { Delivery, IssueContent } from '../model.ts'
import { Links } from '../tokens/links.ts'
import { issueMessages } from './issue-message.ts'

const ISSUE = { id: 'issue-1', newsletter: 'morning' }
const DELIVERY: Delivery = {
  issue: 'issue-1',
  subscriber: 'reader-1',
  address: 'jo@mail.example',
  epoch: 0,
  attempt: 1,
}
const NOW = Date.parse('2026-11-23T11:30:00Z')

function messages(over: Partial<IssueContent> = {}, url = PUBLICATION.url) {
  const links = new Links(Buffer.alloc(32, 7), url)
  const rendered = {
    html: `<a href="${PREFERENCES}">Größe</a> <a href="${UNSUBSCRIBE}">out</a>`,
    text: `Größe: ${PREFERENCES}\n\n${UNSUBSCRIBE}`,
  }
  const by = { publication: { ...PUBLICATION, url }, links, from: MAIL_FROM }
  return { links, make: issueMessages(ISSUE, issueContent(over), rendered, by) }
}

const rawHeaders = (message: Buffer) =>
  message
    .toString('latin1')
    .split('\r\n\r\n')[0]
    ?.split(/\r\n(?![ \t])/) ?? []

test('both headers of unsubscribing by one click stand on a line of their own', () => {
  const { links, make } = messages()
  const unsubscribe = links.unsubscribe({ id: 'reader-1', epoch: 0 }, 'morning')
  expect(unsubscribe).toMatch(/^https:/)
  const headers = rawHeaders(make(DELIVERY, NOW))
  expect(headers.filter((line) => /^list-unsubscribe/i.test(line))).toEqual([
    `List-Unsubscribe: <${unsubscribe}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ])
})

test('an issue says which list it is of, where its archive is, and that nobody wrote it by hand', () => {
  const headers = rawHeaders(messages().make(DELIVERY, NOW))
  expect(headers).toEqual([
    'From: Broadsheet Morning <news@paper.example>',
    'To: jo@mail.example',
    'Subject: How a space station stays up',
    'Date: Mon, 23 Nov 2026 11:30:00 +0000',
    expect.stringMatching(/^Message-ID: <[0-9a-f]{32}@paper\.example>$/),
    'Auto-Submitted: auto-generated',
    'List-ID: "Broadsheet Morning" <morning.newsletters.paper.example>',
    'List-Archive: <https://paper.example/newsletters/morning>',
    'List-Post: NO',
    expect.stringMatching(/^List-Unsubscribe: /),
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    expect.stringMatching(/^Content-Type: multipart\/alternative;\r\n boundary="=_[0-9a-f]{32}"$/),
  ])
})

test('a recipient finds their own links in both parts, text first', async () => {
  const { links, make } = messages()
  const message = make(DELIVERY, NOW)
  const whom = { id: 'reader-1', epoch: 0 }
  const [preferences, unsubscribe] = [links.preferences(whom), links.unsubscribe(whom, 'morning')]
  const { html, text } = await simpleParser(message)
  expect(html).toBe(`<a href="${preferences}">Größe</a> <a href="${unsubscribe}">out</a>`)
  expect(text).toBe(`Größe: ${preferences}\n\n${unsubscribe}`)
  const types = [...message.toString().matchAll(/^Content-Type: (text\/\w+)/gm)].map(([, type]) => type)
  expect(types).toEqual(['text/plain', 'text/html'])
})

test('a mail is 7-bit text on lines that every server takes, and ends in a line break', () => {
  const message = messages({ sender: 'Zeitung für alle', subject: 'Größe '.repeat(40) })
    .make(DELIVERY, NOW)
    .toString('latin1')
  expect(message).toMatch(/^(?:[\x20-\x7e\t]{0,998}\r\n)+$/)
})

test('the same mail has the same id however often it is made, and others have others', () => {
  const { make } = messages()
  const id = (delivery: Delivery, now = NOW) =>
    rawHeaders(make(delivery, now)).find((line) => line.startsWith('Message-ID'))
  expect(id({ ...DELIVERY, attempt: 3 }, NOW + 1000)).toBe(id(DELIVERY))
  expect(id({ ...DELIVERY, subscriber: 'reader-2' })).not.toBe(id(DELIVERY))
  expect(id(DELIVERY)).not.toContain('reader')
})

test('what stands in a title, a sender or a subject makes no header', async () => {
  const hostile = 'Morning"\r\nBcc: spy@mail.example\r\n\r\n<b>\u2028x'
  const message = messages({ title: hostile, sender: hostile, subject: hostile }).make(DELIVERY, NOW)
  const mail = await simpleParser(message)
  expect(mail.headers.has('bcc')).toBe(false)
  expect(mail.from?.value).toEqual([{ address: MAIL_FROM, name: 'Morning" Bcc: spy@mail.example <b> x' }])
  expect(mail.subject).toBe('Morning" Bcc: spy@mail.example <b> x')
  expect(rawHeaders(message)).toContain('List-ID: <morning.newsletters.paper.example>')
})

test.each(['jürgen@xn--bcher-kva.example', '"odd, name"@mail.example', "o'neil+news@mail.example"])(
  'a mail to %s is to that address only',
  async (address) => {
    const mail = await simpleParser(messages().make({ ...DELIVERY, address }, NOW))
    const to = Array.isArray(mail.to) ? mail.to[0] : mail.to
    expect(to?.value).toHaveLength(1)
  },
)

test('a trial under a number has a list that no network knows', () => {
  const headers = rawHeaders(messages({}, 'http://127.0.0.1:3000').make(DELIVERY, NOW))
  expect(headers).toContain('List-ID: "Broadsheet Morning" <morning.newsletters.localhost>')
})

test('an issue that went through a mail server reads as it was made', async () => {
  await using sink = await mailSink()
  await using morning = await mailing(sink.url, { to: readers(1) })
  const issue = await morning.issue()
  await morning.send(issue)
  const mail = await sink.mail(0)
  const { html, text } = await renderIssueMail(issueContent(), {
    ...{ siteUrl: PUBLICATION.url, newsletter: 'morning', date: issue.date },
    ...{ publisher: PUBLICATION.publisher, address: PUBLICATION.address },
  })
  const one = await morning.repository.subscribers.byAddress('reader-0@mail.example')
  const whom = { id: one?.id ?? '', epoch: one?.epoch ?? 0 }
  const own = (part: string) =>
    part
      .replaceAll(PREFERENCES, morning.links.preferences(whom))
      .replaceAll(UNSUBSCRIBE, morning.links.unsubscribe(whom, 'morning'))
  expect(mail.html).toBe(own(html))
  expect(mail.text).toBe(own(text))
  expect(mail.headers.has('x-mailer')).toBe(false)
})
