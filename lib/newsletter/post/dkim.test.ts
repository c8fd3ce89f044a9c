import { createHash, createVerify, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { dkimSigner } from './dkim.ts'
import { composeMessage, messageIdOf } from './message.ts'
import { QuotedText } from './quoted.ts'

/** A pair of keys as PEM. */
function pair(kind: 'rsa' | 'ed25519', modulusLength = 2048) {
  const keys = kind === 'rsa' ? generateKeyPairSync(kind, { modulusLength }) : generateKeyPairSync(kind)
  return {
    privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

const { privateKey, publicKey } = pair('rsa')

const body = new QuotedText('Good  morning,\n\nreaders of “The Paper”. \n\n\n', []).fill([])
const MESSAGE = composeMessage(
  {
    from: { name: 'Die Zeitung für “alle”, die gerne recht viel lesen', address: 'news@paper.example' },
    to: 'jo@mail.example',
    subject: 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich',
    date: Date.parse('2026-11-23T11:30:00Z'),
    messageId: messageIdOf('news@paper.example', 'a', 'b'),
    more: [
      ['List-Unsubscribe', `<https://paper.example/unsubscribe/one-click?token=${'t'.repeat(80)}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ],
  },
  { text: body, html: body },
)

const relaxed = (line: string) => {
  const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(line) ?? []
  return `${name.toLowerCase().trim()}:${value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()}`
}

/** Checks a signature as a receiver does. @see https://www.rfc-editor.org/rfc/rfc6376#section-6.1.3 */
function verify(mail: string): { readonly isGood: boolean; readonly tags: ReadonlyMap<string, string> } {
  const end = mail.indexOf('\r\n\r\n')
  const headers = mail.slice(0, end).split(/\r\n(?![ \t])/)
  const text = mail
    .slice(end + 4)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(' \r\n', '\r\n')
    .replace(/(?:\r\n)*$/, '\r\n')
  const signature = headers.find((line) => line.startsWith('DKIM-Signature:')) as string
  const tags = new Map(
    signature
      .slice(15)
      .replaceAll(/\s/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  )
  const covered = (tags.get('h') ?? '')
    .split(':')
    .map((name) => headers.findLast((line) => line.toLowerCase().startsWith(`${name}:`)) ?? '')
  const signed = [...covered.map(relaxed), relaxed(signature.replace(/b=[^;=]*={0,2}\s*$/, 'b='))].join('\r\n')
  const isBody = createHash('sha256').update(text, 'latin1').digest('base64') === tags.get('bh')
  const isHead = createVerify('RSA-SHA256')
    .update(signed, 'latin1')
    .verify(publicKey, tags.get('b') ?? '', 'base64')
  return { isGood: isBody && isHead, tags }
}

test('a receiver finds the signature good, and it covers both headers of unsubscribing by one click', async () => {
  const signed = await dkimSigner({ domain: 'paper.example', selector: 'news', key: privateKey })(MESSAGE)
  expect(signed.subarray(-MESSAGE.length).equals(MESSAGE)).toBe(true)
  const { isGood, tags } = verify(signed.toString('latin1'))
  expect(isGood).toBe(true)
  expect(Object.fromEntries(tags)).toMatchObject({ v: '1', a: 'rsa-sha256', d: 'paper.example', s: 'news' })
  expect(tags.get('h')?.split(':')).toEqual(
    expect.arrayContaining([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ]),
  )
})

test('a mail that was changed on its way has no good signature', async () => {
  const signed = (await dkimSigner({ domain: 'paper.example', selector: 'news', key: privateKey })(MESSAGE)).toString(
    'latin1',
  )
  expect(verify(signed.replace('Good', 'Bad')).isGood).toBe(false)
  expect(verify(signed.replace('tttt', 'uuuu')).isGood).toBe(false)
  expect(verify(signed.replace('One-Click', 'Two-Clicks')).isGood).toBe(false)
})

test.each([
  ['no key at all', 'secret'],
  ['a public key', publicKey],
  ['a key of another kind', pair('ed25519').privateKey],
  ['a key that is too short', pair('rsa', 512).privateKey],
])('%s is told at the start, and not shown', (_what, key) => {
  expect(() => dkimSigner({ domain: 'paper.example', selector: 'news', key })).toThrow(
    /DKIM_KEY_FILE: must hold a private RSA key/,
  )
})
