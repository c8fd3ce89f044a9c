import { expect, test } from 'vitest'
import { shownFolder } from './shown.ts'

test('a folder inside the working folder is shown from there', () => {
  expect(shownFolder('/paper/content', '/paper')).toBe('content')
})

test('a folder elsewhere is shown whole', () => {
  expect(shownFolder('/paper-2/content', '/paper')).toBe('/paper-2/content')
})
