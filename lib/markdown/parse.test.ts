import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { withTree } from './parse.ts'

const parse = (text: string): Root => withTree(text, (tree) => tree)
const typesOf = (text: string) => parse(text).children.map(({ type }) => type)

test('block directives are parsed', () => {
  expect(typesOf('::promotion\n\n:::aside\na\n:::')).toEqual(['leafDirective', 'containerDirective'])
})

test.each(['12:30', '3:2', 'a :name[b] c', 'a ::name b', ':name'])('%s is text', (text) => {
  expect(parse(text).children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: text }] }])
})

test('one tilde strikes nothing out', () => {
  expect(parse('~a~ ~~b~~').children).toMatchObject([{ children: [{ value: '~a~ ' }, { type: 'delete' }] }])
})

test('a picture by reference has the address, title and place of a plain one', () => {
  expect(parse('![a][b]\n\n[b]: /media/x.jpg "c"\n[b]: /media/y.jpg').children[0]).toMatchObject({
    children: [
      { type: 'image', url: '/media/x.jpg', title: 'c', alt: 'a', position: { start: { line: 1, column: 1 } } },
    ],
  })
})

test('a text too deep to be walked is plain text', () => {
  const text = `${'> '.repeat(100)}a`
  expect(withTree(text, ({ children }, tooDeep) => ({ children, tooDeep }))).toEqual({
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    tooDeep: true,
  })
})

test('work that runs out of stack is done again on plain text', () => {
  const overflow = (): number => overflow() + 1
  expect(withTree('a', (_, tooDeep) => (tooDeep ? 'plain' : overflow()))).toBe('plain')
})

test('any other error stays an error', () => {
  const fail = () => {
    throw new TypeError('a bug')
  }
  expect(() => withTree('a', fail)).toThrow('a bug')
})
