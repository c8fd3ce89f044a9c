import fc from 'fast-check'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { expect, test } from 'vitest'
import { HTML, MARKDOWN, made } from '#tests/fixtures/pieces.ts'
import { prose } from '#tests/fixtures/prose.ts'
import { lean, mayHoldAddress, mayHoldTable } from './dialect.ts'

const gfm = () => remark().use(remarkGfm, { singleTilde: false })
const whole = gfm().freeze()
const withTables = gfm().use(lean, { tables: true }).freeze()
const withoutTables = gfm().use(lean, { tables: false }).freeze()

const words = (list: string) => list.trim().split(/\s+/)

/** What addresses and tables are made of, and what stands beside them. */
const PIECES = [
  ...words('http:// https:// HTTPS:// www. wWw. w ww http https mailto: xmpp: a@b.example a@ @ b.example .example a.b'),
  ...words('&#64; &commat; &#58; &#119;ww. \\@ \\. / ? ( ) [ ] ]( ) ![ _ * ~~ ` < > " ; : :// - + , ! a 1 é'),
  ...[' ', '\n', '\n\n', '| ', '|-|\n', ':-\n', '-:\n', ':-:\n', '-\n', '--- | ---\n', ' :--- ', '> ', '- ', '\t'],
  ...['[a]: https://b.example\n', '[a@b.example]: /c\n', '[^1]', '[^1]: ', '<a href="https://b.example">', '</a>'],
]
const text = fc.oneof(made(...PIECES), made(...PIECES, ...MARKDOWN, ...HTML), prose)

test('a text that may hold no address is read as it would be with addresses', () => {
  fc.assert(
    fc.property(text, (body) => {
      const tree = withTables.parse(body)
      if (!mayHoldAddress(tree)) expect(tree).toEqual(whole.parse(body))
    }),
    { numRuns: 1000 },
  )
})

test('a text that may hold no table is read as it would be with tables', () => {
  fc.assert(
    fc.property(text, (body) => {
      if (!mayHoldTable(body)) expect(withoutTables.parse(body)).toEqual(withTables.parse(body))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  'https://a.example',
  'HTTP://a.example',
  'see www.a.example',
  'to a@b.example',
  'mailto:a@b.example',
  'xmpp:a@b.example',
  '&#119;ww.a.example',
  'a&commat;b.example',
  '![https://a.example](/media/a.jpg)',
])('%s may hold an address', (body) => {
  expect(mayHoldAddress(withTables.parse(body))).toBe(true)
})

test.each([
  '[a](https://a.example)',
  '[a]: https://a.example\n\n[a]',
  '`https://a.example`',
  '<a href="https://a.example">a</a>',
])('%s holds no bare address', (body) => {
  expect(mayHoldAddress(withTables.parse(body))).toBe(false)
})

test.each(['a | b\n-|-', '|a\n|-', 'a\n:-', 'a\n-:'])(
  '%j may hold a table, which only a parser for tables finds',
  (body) => {
    expect(mayHoldTable(body)).toBe(true)
    expect(withTables.parse(body).children[0]?.type).toBe('table')
    expect(withoutTables.parse(body).children[0]?.type).not.toBe('table')
  },
)
