import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { walk } from './walk.ts'

const tree: Root = {
  type: 'root',
  children: [
    { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: 'a' }] }] },
    { type: 'thematicBreak' },
  ],
}

test('every node is read, parents first', () => {
  const read: string[] = []
  walk(tree, ({ type }) => read.push(type))
  expect(read).toEqual(['root', 'paragraph', 'emphasis', 'text', 'thematicBreak'])
})

test('what is below a node can be left out', () => {
  const read: string[] = []
  walk(tree, ({ type }) => {
    read.push(type)
    return type !== 'paragraph'
  })
  expect(read).toEqual(['root', 'paragraph', 'thematicBreak'])
})
