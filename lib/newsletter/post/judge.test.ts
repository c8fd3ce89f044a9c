import { expect, test } from 'vitest'
import { judge, waitAfter } from './judge.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const at = { attempt: 1, now: NOW, random: 0.5 }
const refused = (where: 'sender' | 'recipient' | 'text', said: string) =>
  judge({ type: 'refused', at: where, said }, at)

test.each([
  ['recipient', '550 5.1.1 No such user'],
  ['recipient', '550 No such user'],
  ['recipient', '551 User not local'],
  ['recipient', '553 5.1.3 Bad address'],
  ['recipient', '556 5.1.10 The domain takes no mail'],
  ['recipient', '550 5.2.1 The mailbox is disabled'],
  ['recipient', '552 5.2.2 Over quota'],
  ['recipient', '550 5.4.1 Recipient address rejected: Access denied'],
  ['recipient', '550 5.4.4 Unable to route'],
  ['recipient', '550 5.5.0 Mailbox unavailable'],
  ['text', '550 5.1.1 No such user'],
  ['text', '554 5.2.2 Mailbox full'],
] as const)('at the %s “%s” is the fault of the address', (where, said) => {
  expect(refused(where, said)).toMatchObject({ outcome: { type: 'failed', isBounce: true }, isOurs: false })
})

test.each([
  ['recipient', '550 5.7.1 Relaying denied'],
  ['recipient', '554 Rejected'],
  ['recipient', '550 5.7.26 Not authenticated'],
  ['recipient', '501 5.5.4 Syntax'],
  ['text', '550 Message content rejected'],
  ['text', '554 5.7.1 Spam'],
  ['text', '554 5.6.0 Content'],
  ['text', '552 5.3.4 Message too big'],
  ['text', '550 5.2.3 Message too long for this mailbox'],
  ['sender', '552 5.3.4 Message size exceeds the limit'],
] as const)('at the %s “%s” is final, and not held against the reader', (where, said) => {
  expect(refused(where, said)).toMatchObject({ outcome: { type: 'failed', isBounce: false }, isOurs: true })
})

test.each(['530 5.7.0 Authentication required', '535 5.7.8 No', '550 5.1.8 Bad sender', '550 5.7.11 Use TLS'])(
  'at the recipient “%s” is about us: it is tried again',
  (said) => {
    expect(refused('recipient', said)).toMatchObject({ outcome: { type: 'later' }, isOurs: true })
  },
)

test.each([
  ['450 4.2.0 Greylisted', false],
  ['452 4.2.2 Mailbox full', false],
  ['421 4.7.0 Too many mails', true],
] as const)('“%s” is for later', (said, isOurs) => {
  expect(refused('recipient', said)).toMatchObject({ outcome: { type: 'later', next: NOW + 300_000 }, isOurs })
})

test.each([
  ['550 5.7.1 You may not send as that', true],
  ['530 5.7.0 Log in first', true],
  ['451 4.3.0 Not now', false],
] as const)('a sender who hears “%s” stops, and nobody fails', (said, isLasting) => {
  expect(refused('sender', said)).toEqual({ type: 'down', reply: said, isLasting })
})

test('what breaks before the end of the text is for later, what breaks after it is unsure', () => {
  const lost = { type: 'lost', isBegun: true, said: 'Connection closed' } as const
  expect(judge({ ...lost, isComplete: false }, at)).toMatchObject({ outcome: { type: 'later' } })
  expect(judge({ ...lost, isComplete: true }, at)).toMatchObject({ outcome: { type: 'unsure' }, isOurs: true })
})

test('words that are no reply leave us unsure after the text, and are for later before it', () => {
  expect(refused('text', 'what?')).toMatchObject({ outcome: { type: 'unsure' } })
  expect(refused('recipient', 'what?')).toMatchObject({ outcome: { type: 'later' } })
})

test('attempts come at longer and longer intervals, end within a day, and not as bounces', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => waitAfter(attempt, 0.999))
  expect(waits.at(-1)).toBeNull()
  expect(waits.slice(0, -1)).toEqual((waits.slice(0, -1) as number[]).toSorted((a, b) => a - b))
  expect((waits.slice(0, -1) as number[]).reduce((sum, wait) => sum + wait)).toBeLessThan(24 * 3_600_000)
  const last = judge({ type: 'refused', at: 'recipient', said: '450 4.2.0 No' }, { ...at, attempt: 8 })
  expect(last).toMatchObject({ outcome: { type: 'failed', isBounce: false } })
})
