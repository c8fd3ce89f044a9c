import { expect, test } from 'vitest'
import { addressesIn, addressesInText, expectPortable } from '#tests/fixtures/mail-html.ts'
import { HOSTILE, HOSTILE_NAMES } from '#tests/fixtures/seo/hostile-texts.ts'
import type { Application, Letter, Subscriber } from '../model.ts'
import { renderLetter } from './letters.ts'

const LINK = 'https://broadsheet.example/subscribe/confirm?token=abc.def-_1'
const PUBLICATION = {
  name: 'Broadsheet',
  url: 'https://broadsheet.example',
  locale: 'en-US',
  timeZone: 'America/New_York',
  publisher: 'The Broadsheet Press',
  address: '1 Press Row, Anytown',
}
const TITLES = new Map([
  ['morning', 'Broadsheet Morning'],
  ['weekend', 'Broadsheet Weekend'],
])

const APPLICATION: Application = {
  id: 'a1',
  kind: 'sign-up',
  address: 'jo@example.org',
  newsletters: ['morning', 'weekend'],
  subscriber: null,
  form: 'article',
  text: 'Broadsheet will mail you.',
  asked: Date.parse('2026-11-23T14:00:00Z'),
  expires: Date.parse('2026-11-25T14:00:00Z'),
  mails: 1,
  confirmed: null,
}
const SUBSCRIBER: Subscriber = {
  id: 's1',
  address: 'jo@example.org',
  newsletters: ['morning'],
  pausedUntil: null,
  stopped: null,
  epoch: 1,
  joined: 0,
}

const KINDS = ['confirm', 'reminder', 'known', 'change', 'changed'] as const

function letter(kind: Letter['kind'], over: Partial<Letter> = {}): Letter {
  const asks = kind !== 'known' && kind !== 'changed'
  return {
    id: 'l1',
    kind,
    address: 'jo@example.org',
    application: asks ? APPLICATION : null,
    subscriber: kind === 'confirm' || kind === 'reminder' ? null : SUBSCRIBER,
    attempt: 1,
    ...over,
  }
}

const rendered = (kind: Letter['kind'], over: Partial<Letter> = {}, publication = PUBLICATION, titles = TITLES) =>
  renderLetter(letter(kind, over), { publication, titles, link: LINK })

/** The words of a text part in one line. */
const wordsIn = (text: string) => text.replace(/\s+/g, ' ')

test.each(KINDS)('%s is a mail in two parts with one link and the publisher', async (kind) => {
  const { html, text, subject } = await rendered(kind)
  const document = expectPortable(html)
  expect(addressesIn(document)).toEqual([LINK])
  expect(addressesInText(text)).toEqual([LINK])
  expect(document.title).toBe(subject)
  for (const part of [document.body.textContent, wordsIn(text)]) {
    expect(part).toContain('The Broadsheet Press, 1 Press Row, Anytown')
    expect(part).not.toContain('undefined')
  }
})

test.each(['confirm', 'reminder'] as const)('%s says what was asked for, when, where and how long', async (kind) => {
  const { text, subject } = await rendered(kind)
  const words = wordsIn(text)
  expect(subject).toContain('Broadsheet Morning and Broadsheet Weekend')
  expect(words).toMatch(/On November 23, 2026 at 9:00 AM EST somebody, we hope you, asked for/)
  expect(words).toContain('That was at broadsheet.example, with the form in one of our stories.')
  expect(words).toMatch(/The link is good until November 25, 2026 at 9:00 AM EST/)
  expect(words).toContain('If it was not you, you need do nothing.')
})

test('a confirmation says that one reminder may follow, the reminder that none does', async () => {
  expect(wordsIn((await rendered('confirm')).text)).toContain('we remind you once at most')
  expect(wordsIn((await rendered('reminder')).text)).toContain('This is the last mail about it.')
})

test('who is known is told what they get, and that nothing has changed', async () => {
  const words = wordsIn((await rendered('known')).text)
  expect(words).toContain('You get Broadsheet Morning already, so nothing has changed.')
  expect(words).not.toContain('paused')
  const paused = { subscriber: { ...SUBSCRIBER, pausedUntil: Date.parse('2026-12-23T14:00:00Z') } }
  expect(wordsIn((await rendered('known', paused)).text)).toContain('They are paused')
})

test('a new address is asked, the old one told', async () => {
  expect(wordsIn((await rendered('change')).text)).toContain('Until you do, they go to the old address.')
  const { subject, text } = await rendered('changed')
  expect(subject).toBe('Your newsletters from Broadsheet go to another address now')
  expect(wordsIn(text)).toContain('If it was not you, or you want them here too, sign up again. Sign up: https://')
})

test('a form that is not known, and a newsletter that is gone, are named all the same', async () => {
  const application = { ...APPLICATION, form: 'elsewhere', newsletters: ['gone'] }
  expect(wordsIn((await rendered('confirm', { application })).text)).toContain('asked for gone at this address')
})

test.each(HOSTILE_NAMES)('hostile names make no markup and no header line: %s', async (name) => {
  const words = HOSTILE[name]
  const titles = new Map([['morning', `${words}\r\nBcc: all@example.org`]])
  const application = { ...APPLICATION, newsletters: ['morning'] }
  const { html, subject } = await rendered('confirm', { application }, { ...PUBLICATION, name: words }, titles)
  const document = expectPortable(html)
  expect(document.querySelector('h1')?.textContent).toBe(words)
  expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u2066]/u)
  expect(subject.length).toBeLessThanOrEqual(150)
})
