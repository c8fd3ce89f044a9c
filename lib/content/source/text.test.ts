import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, EncodingError, placeAt } from './text.ts'

const encode = (text: string) => new TextEncoder().encode(text)

const failure = (...parts: (string | readonly number[])[]) => {
  try {
    decode(Buffer.concat(parts.map((part) => (typeof part === 'string' ? encode(part) : Uint8Array.from(part)))))
  } catch (error) {
    if (error instanceof EncodingError) return error.place
  }
  throw new Error('was decoded')
}

test('every line ending becomes a line feed', () => {
  expect(decode(encode('a\r\nb\rc\nd\r\r\ne'))).toBe('a\nb\nc\nd\n\ne')
})

test('a byte order mark goes, one further in stays', () => {
  expect(decode(encode('\ufeffa\ufeff'))).toBe('a\ufeff')
})

test('bytes that are not UTF-8 are found by line and column', () => {
  expect(failure('one\ntwo é', [0xff], ' three')).toEqual({ line: 2, column: 6 })
})

test('Windows line endings and a byte order mark do not shift the place', () => {
  expect(failure('\ufeffone\r\ntwo\r\nx', [0xe9], 't')).toEqual({ line: 3, column: 2 })
})

test('a replacement character that was typed is not the culprit', () => {
  expect(failure('\ufeff\ufffd ok\n\ufffd', [0xc3], '(')).toEqual({ line: 2, column: 2 })
})

test('a file that ends within a character is bad there', () => {
  expect(failure('ab', [0xf0, 0x9f, 0x9a])).toEqual({ line: 1, column: 3 })
})

test('whatever is before it, the first bad byte is found', () => {
  const bad = fc.constantFrom([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0x80], [0xf5, 0x80, 0x80, 0x80])
  const text = fc.string({ unit: fc.oneof(fc.constantFrom('\n', '\ufffd', 'é', '🚀'), fc.string({ maxLength: 1 })) })
  fc.assert(
    fc.property(text, bad, fc.uint8Array(), (before, bytes, after) => {
      expect(failure(before, bytes, [...after])).toEqual(placeAt(before, before.length))
    }),
  )
})

test('columns count UTF-16 units from the start of the line', () => {
  expect(placeAt('ab\n🚀c\nd', 5)).toEqual({ line: 2, column: 3 })
  expect(placeAt('ab\n', 3)).toEqual({ line: 2, column: 1 })
  expect(placeAt('', 0)).toEqual({ line: 1, column: 1 })
})

test.each([
  ['a bell', 'one\ntwo \u0007 three', { line: 2, column: 5 }, 'U+0007'],
  ['a null', 'a\0', { line: 1, column: 2 }, 'U+0000'],
  ['a delete', '\u007f', { line: 1, column: 1 }, 'U+007F'],
  ['what is no character', 'é\uffff', { line: 1, column: 2 }, 'U+FFFF'],
])('%s is found by line and column', (_, text, place, code) => {
  expect(() => decode(encode(text))).toThrow(code)
  expect(failure(text)).toEqual(place)
})

test('tabs, line ends, joiners and marks of direction are text', () => {
  const text = 'a\tb\n\u200d\u200e\u2067\u2028\u00ad'
  expect(decode(encode(text))).toBe(text)
})
