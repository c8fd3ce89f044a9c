import { expect, test } from 'vitest'
import type { Marked } from './model.ts'
import { snippetOf } from './snippet.ts'

const is = (...words: string[]) => words.map((word) => (written: string) => written === word)
const shown = (marked: Marked) => marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('a short body is shown whole, without its markup, and with its hits', () => {
  expect(shown(snippetOf('The **Café** [opens](https://x.example) at ten.', null, [is('cafe'), is('ten')]))).toBe(
    'The [Café] opens at [ten].',
  )
})

test('of a long body the part is shown that has most of what was searched for, cut at words', () => {
  const body = `${'Nothing moon here. '.repeat(40)}Then the moon met mars. ${'Nothing more. '.repeat(40)}`
  const snippet = shown(snippetOf(body, null, [is('moon'), is('mars')]))
  expect(snippet).toContain('Then the [moon] met [mars].')
  expect(snippet).toMatch(/^… \S.*\S …$/)
})

test('words beside each other are marked together, and only there', () => {
  expect(shown(snippetOf('Moon base. A moon landing. Landing.', null, [is('moon', 'landing')]))).toBe(
    'Moon base. A [moon landing]. Landing.',
  )
})

test('the dek is shown where the body has nothing of it', () => {
  expect(shown(snippetOf('A body.', 'On the moon.', [is('moon')]))).toBe('On the [moon].')
})
