import { expect, test } from 'vitest'
import { paragraph, RULE, textOfParagraphs } from './text.ts'

test('lines are broken between words, before they are longer than a rule', () => {
  const text = paragraph('word '.repeat(40))
  expect(text.split('\n').map((line) => line.length)).toEqual([69, 69, 59])
  expect(RULE).toHaveLength(72)
})

test('an address is never broken, however long', () => {
  const address = `https://broadsheet.example/${'a'.repeat(100)}`
  expect(paragraph('See:', `${address} and more`)).toBe(`See:\n${address}\nand more`)
})

test('lines that say nothing are left out, and so are paragraphs', () => {
  expect(paragraph('One', null, '', 'two\n three')).toBe('One\ntwo three')
  expect(textOfParagraphs(['One', '', 'Two'])).toBe('One\n\nTwo\n')
})
