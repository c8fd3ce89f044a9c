import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Links, readConfirm, readPreferences, readUnsubscribe } from './links.ts'
import { readToken, signToken } from './mac.ts'

const KEY = Buffer.alloc(32, 7)
const NOW = Date.UTC(2026, 10, 23)
const HOUR = 3_600_000

const links = new Links(KEY, 'https://paper.example')
const jo = { id: 'a-Subscriber_1', epoch: 2 }
const application = { id: 'An-application', expires: NOW + 48 * HOUR }

const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? ''
const all = [
  ['confirm', tokenOf(links.confirm(application))],
  ['preferences', tokenOf(links.preferences(jo))],
  ['unsubscribe', tokenOf(links.unsubscribe(jo, 'morning'))],
] as const
const readAll = (token: string) => [
  readConfirm(KEY, token, NOW),
  readPreferences(KEY, token),
  readUnsubscribe(KEY, token),
]

test('links lead to the pages that they are for', () => {
  expect(links.confirm(application)).toMatch(/^https:\/\/paper\.example\/subscribe\/confirm\?token=[\w.-]+$/)
  expect(links.preferences(jo)).toMatch(/^https:\/\/paper\.example\/subscribe\/preferences\?token=[\w.-]+$/)
  expect(links.unsubscribe(jo, 'morning')).toMatch(/^https:\/\/paper\.example\/unsubscribe\/one-click\?token=[\w.-]+$/)
  expect(links.issue('morning', '2026-11-23')).toBe('https://paper.example/newsletters/morning/2026-11-23')
})

test('the address of a site may end with a slash', () => {
  expect(new Links(KEY, 'https://paper.example/').issue('morning', '2026-11-23')).toBe(
    'https://paper.example/newsletters/morning/2026-11-23',
  )
})

test('a link says whom it is for', () => {
  expect(readConfirm(KEY, all[0][1], NOW)).toEqual({ id: application.id })
  expect(readPreferences(KEY, all[1][1])).toEqual(jo)
  expect(readUnsubscribe(KEY, all[2][1])).toEqual({ ...jo, newsletter: 'morning' })
})

test('a link is the same whenever it is made', () => {
  expect(links.unsubscribe(jo, 'morning')).toBe(new Links(KEY, 'https://paper.example').unsubscribe(jo, 'morning'))
})

test('a link ends with a letter or digit, which no mail program cuts off', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{8,22}$/), fc.nat(), (id, epoch) =>
      [
        links.confirm({ id, expires: NOW + epoch }),
        links.preferences({ id, epoch }),
        links.unsubscribe({ id, epoch }, 'morning'),
      ].every((url) => /[a-z0-9]$/.test(url)),
    ),
  )
})

test('a link of one purpose is good for no other', () => {
  for (const [index, [, token]] of all.entries()) {
    expect(readAll(token).map((read) => read !== null)).toEqual([0, 1, 2].map((other) => other === index))
  }
})

test.each(all)('a %s link that lacks its end, or its beginning, is refused', (_, token) => {
  for (let length = 0; length < token.length; length++) {
    expect(readAll(token.slice(0, length))).toEqual([null, null, null])
    if (length > 0) expect(readAll(token.slice(length))).toEqual([null, null, null])
  }
})

test.each(all)('a %s link with one character changed, added or left out is refused', (_, token) => {
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.string({ maxLength: 2 }), (at, text) => {
      const forged = token.slice(0, at) + text + token.slice(at + 1)
      return forged === token || readAll(forged).every((read) => read === null)
    }),
  )
})

test('a link of another site is refused', () => {
  const other = new Links(randomBytes(32), 'https://paper.example')
  expect(readPreferences(KEY, tokenOf(other.preferences(jo)))).toBeNull()
})

test('a link to confirm is good until its time is over, and not a moment longer', () => {
  const token = tokenOf(links.confirm(application))
  expect(readConfirm(KEY, token, application.expires - 1)).toEqual({ id: application.id })
  expect(readConfirm(KEY, token, application.expires)).toBeNull()
})

test('whose link is asked for cannot be put into what another link says', () => {
  const token = tokenOf(links.unsubscribe({ id: 'x', epoch: 1 }, 'morning'))
  expect(readUnsubscribe(KEY, token.replace('.x.1.', '.y.1.'))).toBeNull()
  expect(readPreferences(KEY, token)).toBeNull()
})

test.each(['', '.', '..', 'constructor', '__proto__', 'a.b.c', '\0', '%', 'é'.repeat(30), 'x'.repeat(600)])(
  'the token %j is none',
  (token) => {
    expect(readAll(token)).toEqual([null, null, null])
  },
)

test('the same code written in another way is refused', () => {
  const token = signToken(KEY, 'form', 'said')
  const [code = '', said] = token.split('.')
  expect(readToken(KEY, 'form', `${code}=.${said}`)).toBeNull()
  expect(readToken(KEY, 'form', `${code} .${said}`)).toBeNull()
})

test('what is said keeps its dots', () => {
  expect(readToken(KEY, 'form', signToken(KEY, 'form', 'a.b..c'))).toBe('a.b..c')
})
