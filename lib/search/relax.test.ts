import { expect, test } from 'vitest'
import { readQuery } from './query.ts'
import { relax } from './relax.ts'
import type { Sought } from './terms.ts'

const DOCS: Readonly<Record<string, number>> = { how: 90, many: 80, clues: 3, does: 70, sudoku: 2, need: 40 }

/** The words that looser forms of a query keep. */
function forms(q: string) {
  const query = readQuery(q, 'UTC')
  const sought = query.needs.map(
    (need): Sought => ({
      ...need,
      stems: need.words.map((word) => ({ id: 1, stem: word, docs: DOCS[word] ?? 0 })),
      further: [],
    }),
  )
  return relax(query, sought)
}

const kept = (q: string) => forms(q).map(({ query }) => query.needs.map(({ words }) => words.join(' ')).join(' '))

test('each looser form keeps the rarer half of the words, in their order', () => {
  expect(kept('how many clues does sudoku need')).toEqual(['clues sudoku need', 'clues sudoku', 'sudoku'])
})

test('what is left out is named as it was typed, in its order', () => {
  expect(forms('how many clues does sudoku need')[0]?.left).toEqual(['how', 'many', 'does'])
})

test('what is quoted stays', () => {
  expect(kept('"how many" clues sudoku')).toEqual(['how many sudoku'])
})

test('there is nothing looser than one word, and nothing where a word is in no story', () => {
  expect([kept('sudoku'), kept('sudoku xyzzy many')]).toEqual([[], []])
})
