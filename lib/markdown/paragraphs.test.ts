import type { ElementContent } from 'hast'
import { expect, test } from 'vitest'
import { afterThirdParagraph, inOneLine, withoutParagraph } from './paragraphs.ts'

const text = (value: string): ElementContent => ({ type: 'text', value })
const element = (tagName: string, ...children: ElementContent[]): ElementContent => {
  return { type: 'element', tagName, properties: {}, children }
}
const p = (value: string) => element('p', text(value))

test('paragraphs run into one another with a space', () => {
  expect(inOneLine([p('a'), p('b')])).toEqual([text('a'), text(' '), text('b')])
})

test('what is no paragraph stays in the line', () => {
  expect(inOneLine([element('ul'), p('b')])).toEqual([element('ul'), text(' '), text('b')])
})

test('a paragraph alone gives its content', () => {
  expect(withoutParagraph([text('\n'), p('a'), text('\n')])).toEqual([text('a')])
})

test.each([
  ['two paragraphs', [p('a'), p('b')]],
  ['a list', [element('ul')]],
  ['text beside a paragraph', [text('a'), p('b')]],
  ['nothing', []],
])('%s stays as it is', (_, children) => {
  expect(withoutParagraph(children)).toEqual(children)
})

test('the third paragraph is found among other blocks', () => {
  expect(afterThirdParagraph([p('a'), element('ul'), p('b'), p('c'), p('d')])).toBe(4)
  expect(afterThirdParagraph([p('a'), p('b')])).toBe(2)
})
