import { expect, test } from 'vitest'
import { htmlOf } from '#tests/fixtures/markdown.ts'
import type { Block } from './blocks.ts'
import { renderBody } from './render.ts'

/** What stands in a body, one letter a block: the text of a paragraph, N for a newsletter, P for the promotion. */
function order(text: string, newsletter: string | null = 'morning', promotion = true): string {
  const letter = (block: Block): string => {
    if (block.type === 'aside') return `(${block.blocks.map(letter).join('')})`
    if (block.type === 'html') return htmlOf([block]).replace(/<[^>]*>|[\s↩]/g, '')
    return block.type === 'newsletter' ? 'N' : block.type === 'promotion' ? 'P' : 'F'
  }
  return renderBody(text, () => null, { newsletter, promotion })
    .map(letter)
    .join('')
}

const FOUR = 'a\n\nb\n\nc\n\nd'

test('promotion and sign-up follow the third paragraph', () => {
  expect(order(FOUR)).toBe('abcPNd')
})

test('either comes alone where the publication has no other', () => {
  expect(order(FOUR, 'morning', false)).toBe('abcNd')
  expect(order(FOUR, null, true)).toBe('abcPd')
  expect(order(FOUR, null, false)).toBe('abcd')
})

test('the sign-up is of the newsletter that is asked for', () => {
  expect(renderBody('a', () => null, { newsletter: 'weekly', promotion: false })).toContainEqual({
    type: 'newsletter',
    name: 'weekly',
  })
})

test.each([
  ['a sign-up of the body draws the promotion before it', 'a\n\n::newsletter{name="m"}\n\nb', 'aPNb'],
  ['a promotion of the body leaves the sign-up its place', `::promotion\n\n${FOUR}`, 'PabcNd'],
  ['a body that has both gets neither', 'a\n\n::newsletter{name="m"}\n\nb\n\n::promotion', 'aNbP'],
  [
    'what stands in a fact box counts',
    `${FOUR}\n\n:::aside{title="t"}\n::newsletter{name="m"}\n::promotion\n:::`,
    'abcd(NP)',
  ],
  [
    'a sign-up in a fact box draws the promotion before the box',
    'a\n\n:::aside{title="t"}\n::newsletter{name="m"}\n:::',
    'aP(N)',
  ],
  ['a shorter body carries them at its end', 'a\n\nb', 'abPN'],
  ['an empty body too', '', 'PN'],
  ['they stand before the notes', 'a[^1]\n\n[^1]: n', 'a1PNn'],
  ['a section of the file is no note', 'a\n\n<section>b</section>', 'abPN'],
  ['only paragraphs at the top level count', '- x\n\n  y\n\n  z\n\n> q\n\na\n\n## h\n\nb\n\nc\n\nd', 'xyzqahbcPNd'],
  [
    'figures and fact boxes do not count',
    '![A](/media/a.jpg)\n\n:::aside{title="t"}\na\n\nb\n:::\n\nc\n\nd\n\ne\n\nf',
    'F(ab)cdePNf',
  ],
  ['a paragraph that a file writes as HTML counts', '<p>a</p>\n\nb\n\nc\n\nd', 'abcPNd'],
])('%s', (_, text, expected) => {
  expect(order(text)).toBe(expected)
})
