import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Application, Subscriber } from '../model.ts'
import type { Decision, Facts } from '../store/repository.ts'
import { isSameAddress, LINK_LIFE, settleRule } from './settle.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const application = (parts: Partial<Application> = {}): Application => ({
  id: 'new',
  kind: 'sign-up',
  address: 'jo@example.org',
  newsletters: ['morning'],
  subscriber: null,
  form: 'article',
  text: '',
  asked: NOW,
  expires: NOW + LINK_LIFE,
  mails: 0,
  confirmed: null,
  ...parts,
})

const jo = (parts: Partial<Subscriber> = {}): Subscriber => ({
  id: 'jo',
  address: 'jo@example.org',
  newsletters: ['morning', 'weekend'],
  pausedUntil: null,
  stopped: null,
  epoch: 0,
  joined: 0,
  ...parts,
})

const decide = (facts: Partial<Facts>): Decision =>
  settleRule({ application: application(), subscriber: null, pending: null, told: null, ...facts })

const change = (parts: Partial<Application> = {}) => application({ kind: 'change', subscriber: 'jo', ...parts })

test('an address that nobody knows is asked to confirm', () => {
  expect(decide({})).toEqual({ type: 'keep', letter: 'confirm' })
})

test('someone who gets it all already is told so', () => {
  expect(decide({ subscriber: jo() })).toEqual({ type: 'drop', letter: 'known' })
  expect(decide({ subscriber: jo({ pausedUntil: NOW + HOUR }) })).toEqual({ type: 'drop', letter: 'known' })
})

test('they are told so once a day, however often somebody asks', () => {
  expect(decide({ subscriber: jo(), told: NOW - 24 * HOUR + 1 })).toEqual({ type: 'drop', letter: null })
  expect(decide({ subscriber: jo(), told: NOW - 24 * HOUR })).toEqual({ type: 'drop', letter: 'known' })
})

test('someone who asks for one more has to confirm that', () => {
  const more = application({ newsletters: ['morning', 'puzzles'] })
  expect(decide({ application: more, subscriber: jo() })).toEqual({ type: 'keep', letter: 'confirm' })
})

test('someone who has left, and someone whose address took no mail, can come back', () => {
  expect(decide({ subscriber: jo({ newsletters: [] }) })).toEqual({ type: 'keep', letter: 'confirm' })
  expect(decide({ subscriber: jo({ stopped: 'bounced' }) })).toEqual({ type: 'keep', letter: 'confirm' })
})

test('a second press of the button mails nothing more', () => {
  const pending = application({ id: 'first', asked: NOW - 3_000, mails: 1 })
  expect(decide({ pending })).toEqual({ type: 'merge', letter: null })
})

test('who asks again later, because no mail came, gets the second mail', () => {
  const pending = application({ id: 'first', asked: NOW - 10 * MINUTE, mails: 1 })
  expect(decide({ pending })).toEqual({ type: 'merge', letter: 'reminder' })
})

test('there is no third mail for an application', () => {
  const pending = application({ id: 'first', asked: NOW - 40 * HOUR, mails: 2 })
  expect(decide({ pending })).toEqual({ type: 'merge', letter: null })
})

test('another address is asked whether it wants to be one', () => {
  expect(decide({ application: change() })).toEqual({ type: 'keep', letter: 'change' })
})

test('an address that is changed to itself stays', () => {
  expect(decide({ application: change(), subscriber: jo() })).toEqual({ type: 'drop', letter: null })
})

test('somebody else’s address is told that it is known, once a day, and not to the one who asks', () => {
  const amy = jo({ id: 'amy' })
  expect(decide({ application: change(), subscriber: amy })).toEqual({ type: 'drop', letter: 'known' })
  expect(decide({ application: change(), subscriber: amy, told: NOW - HOUR })).toEqual({ type: 'drop', letter: null })
})

test('the same change asked for again joins the first', () => {
  const pending = change({ id: 'first', asked: NOW - 10 * MINUTE, mails: 1 })
  expect(decide({ application: change(), pending })).toEqual({ type: 'merge', letter: 'change' })
})

test('no order of sign-ups within the life of a link mails an address more than twice', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 48 * 60 - 1 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(minutes, (times) => {
      const moments = times.map((minute) => NOW + minute * MINUTE).toSorted((one, other) => one - other)
      const [first = NOW, ...later] = moments
      const begun = { pending: application({ asked: first, mails: 1 }), kept: 1 }
      const { pending, kept } = later.reduce(({ pending, kept }, asked) => {
        const { type, letter } = decide({ application: application({ asked }), pending })
        const mails = pending.mails + (letter === null ? 0 : 1)
        return { pending: { ...pending, mails }, kept: kept + (type === 'keep' ? 1 : 0) }
      }, begun)
      return kept === 1 && pending.mails <= 2
    }),
  )
})

test('addresses are compared without regard to case', () => {
  expect(isSameAddress('Jo@example.org', 'jo@example.org')).toBe(true)
  expect(isSameAddress('jo@example.org', 'amy@example.org')).toBe(false)
})
