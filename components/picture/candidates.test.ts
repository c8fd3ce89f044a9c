import { expect, test } from 'vitest'
import { usefulCandidates } from './candidates.ts'

const SET = '/a?w=160 160w, /a?w=320 320w, /a?w=640 640w, /a?w=2048 2048w'

test.each([
  [80, '/a?w=160 160w', '/a?w=160'],
  [100, '/a?w=160 160w, /a?w=320 320w', '/a?w=320'],
  [320, '/a?w=160 160w, /a?w=320 320w, /a?w=640 640w', '/a?w=640'],
  [2000, SET, '/a?w=2048'],
])('a picture of at most %i pixels has what fills it twice, and no more', (widest, srcSet, src) => {
  expect(usefulCandidates(SET, widest)).toEqual({ srcSet, src })
})
