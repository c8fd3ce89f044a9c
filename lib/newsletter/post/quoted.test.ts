import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QuotedText } from './quoted.ts'

const PLACES = ['https://a.invalid/one', 'https://a.invalid/two']

/** @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
const decode = (text: string) =>
  Buffer.from(
    text
      .replaceAll(/[ \t]+\r\n/g, '\r\n')
      .replaceAll('=\r\n', '')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

const filled = (text: string, values: readonly string[]) =>
  Buffer.concat([...new QuotedText(text, PLACES).fill(values)]).toString('latin1')

test('what is put in stands where the place was, and everything else is as it was', () => {
  const text = `Größe: ${PLACES[0]}, then “${PLACES[1]}” and ${PLACES[0]} again.`
  expect(decode(filled(text, ['https://x.example/?a=1&b=ü', 'two']))).toBe(
    'Größe: https://x.example/?a=1&b=ü, then “two” and https://x.example/?a=1&b=ü again.\r\n',
  )
})

test('every text comes back as it was, on lines that a mail may have', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(' ', '\n', '.', '=', ' \n', 'a'.repeat(80), ...PLACES),
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (parts, value) => {
        const text = parts.join('').replaceAll('\r', '')
        const own = value.replaceAll(/[\r\n]/g, '')
        const encoded = filled(text, [own, own])
        expect(encoded).toMatch(/^(?:[\x20-\x7e\t]{0,76}\r\n)*$/)
        const expected = text.replaceAll(PLACES[0] as string, () => own).replaceAll(PLACES[1] as string, () => own)
        expect(decode(encoded)).toBe(`${expected.replaceAll('\n', '\r\n')}\r\n`)
      },
    ),
  )
})

test('what is put in is no place itself', () => {
  expect(decode(filled(`${PLACES[0]} ${PLACES[1]}`, [PLACES[1] as string, 'two']))).toBe(`${PLACES[1]} two\r\n`)
})
