import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldAddress, readMailAddress } from './mail-address.ts'

test.each([
  ['jo@example.org', 'jo@example.org'],
  ['  jo@example.org \t', 'jo@example.org'],
  ['Jo.March@Example.ORG', 'Jo.March@example.org'],
  ["o'brien+news@example.co.uk", "o'brien+news@example.co.uk"],
  ['a@b.de', 'a@b.de'],
  ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
  ['jo@BÜCHER.example', 'jo@xn--bcher-kva.example'],
  ['jo@xn--bcher-kva.example', 'jo@xn--bcher-kva.example'],
  ['jo@пример.рф', 'jo@xn--e1afmkfd.xn--p1ai'],
  ['jo@例え。テスト', 'jo@xn--r8jz45g.xn--zckzah'],
  ['jörg@example.org', 'jörg@example.org'],
  ['jo\u0308rg@example.org', 'j\u00f6rg@example.org'],
  ['用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
])('%j is written to as %s', (typed, kept) => {
  expect(readMailAddress(typed)).toBe(kept)
})

test.each([
  '',
  ' ',
  'jo',
  '@example.org',
  'jo@',
  'jo@localhost',
  'jo@example',
  'jo@example.org.',
  'jo@.example.org',
  'jo@example..org',
  'jo@-example.org',
  'jo@exa_mple.org',
  'jo@example.1',
  'jo@127.0.0.1',
  'jo@0x7f.1',
  'jo@[127.0.0.1]',
  'jo@[IPv6:2001:db8::1]',
  'jo@ex%61mple.org',
  'jo@example.org/x',
  'jo@example.org:25',
  'jo@xn--.example',
  '.jo@example.org',
  'jo.@example.org',
  'j..o@example.org',
  'j o@example.org',
  '"jo"@example.org',
  '"jo\\"@example.org',
  'jo(comment)@example.org',
  'Jo March <jo@example.org>',
  '<jo@example.org>',
  'mailto:jo@example.org',
  'jo@example.org,amy@example.org',
  'jo@example.org;amy@example.org',
  'jo@example.org amy@example.org',
  'jo@amy@example.org',
  'jo\u200b@example.org',
  'jo\u202e@example.org',
  'jo\u2028@example.org',
  'jo\ufeff@example.org',
  'jo\ud800@example.org',
  'jo\0@example.org',
])('%j is no address', (typed) => {
  expect(readMailAddress(typed)).toBeNull()
})

test.each([
  'jo@example.org\nBcc: amy@example.org',
  'jo@example.org\r\nSubject: hello',
  'jo\r\nRCPT TO:<amy@example.org>@example.org',
  'jo%0aBcc:amy@example.org',
  'jo\u2029Bcc:@example.org',
  'jo\u0085Bcc:@example.org',
  'jo@example.org\u000bBcc: amy@example.org',
])('%j smuggles no header and no command in', (typed) => {
  const address = readMailAddress(typed)
  expect(address === null || /^[^\s:<>,;"]+@[a-z0-9.-]+$/.test(address)).toBe(true)
})

test.each([
  ['a part before the @ of 65 octets', `${'j'.repeat(65)}@example.org`],
  ['the same in two octets a letter', `${'ö'.repeat(33)}@example.org`],
  ['a label of 64 octets', `jo@${'e'.repeat(64)}.org`],
  ['more than 254 octets', `jo@${'example.'.repeat(40)}org`],
  ['100,000 characters', 'j'.repeat(100_000)],
])('%s is too long', (_, typed) => {
  expect(readMailAddress(typed)).toBeNull()
})

test('the longest part before the @ that SMTP knows is taken', () => {
  expect(readMailAddress(`${'j'.repeat(64)}@example.org`)).not.toBeNull()
  expect(readMailAddress(`${'ö'.repeat(32)}@example.org`)).not.toBeNull()
})

const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\.[a-z0-9+-]{1,20}){0,2}$/)
const host = fc.stringMatching(/^([a-z0-9]([a-z0-9]{0,10}[a-z0-9])?\.){1,4}[a-z]{2,10}$/)

test('whatever mail servers take in ASCII is kept as it is', () => {
  fc.assert(fc.property(local, host, (name, domain) => readMailAddress(`${name}@${domain}`) === `${name}@${domain}`))
})

test('reading what was read changes nothing', { timeout: 30_000 }, () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), host).map((parts) => parts.join('@')),
    fc
      .tuple(local, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))
      .map((parts) => `${parts.join('@')}.org`),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const address = readMailAddress(typed)
      return address === null || readMailAddress(address) === address
    }),
    { numRuns: 2_000 },
  )
})

test('no text makes an address with a line end, a space, a bracket, a quote or a second @', () => {
  const pieces = fc.constantFrom(
    'jo',
    '@',
    'example',
    '.',
    'org',
    '\r\n',
    '\n',
    ' ',
    '\t',
    '<',
    '>',
    '"',
    '\\',
    ',',
    ';',
    ':',
    '(',
    ')',
    '\0',
    '\u2028',
    '%0d%0a',
    'ö',
    '[',
    ']',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const address = readMailAddress(parts.join(''))
      return address === null || /^[^\p{C}\p{Z}<>"\\,;:()[\]@]+@[a-z0-9.-]+$/u.test(address)
    }),
    { numRuns: 3_000 },
  )
})

test('an address is the same in capitals', () => {
  expect(foldAddress('Jo.March@example.org')).toBe(foldAddress('jo.MARCH@example.org'))
  expect(foldAddress('JÖRG@example.org')).toBe(foldAddress('jörg@example.org'))
})
