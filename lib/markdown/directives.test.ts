import { expect, test } from 'vitest'
import { isDirective } from './directives.ts'

test('the directives of the contract are known', () => {
  expect(['newsletter', 'promotion', 'related', 'pullquote', 'aside', 'figure'].every(isDirective)).toBe(true)
})

test.each(['video', 'Aside', '', 'constructor', '__proto__'])('"%s" is no directive', (name) => {
  expect(isDirective(name)).toBe(false)
})
