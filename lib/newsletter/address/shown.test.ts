import { expect, test } from 'vitest'
import { readMailAddress } from './mail-address.ts'
import { shownAddress } from './shown.ts'

test.for(['Jo@bücher.example', 'jo.march+news@example.org', 'ján@例え.example'])(
  '%s is shown as it was typed',
  (typed) => {
    expect(shownAddress(readMailAddress(typed) ?? '')).toBe(typed)
  },
)

test.for(['', 'jo', '@', 'jo@', 'jo@xn--a', 'jo@a b'])('%j, which is none, is shown as it is', (text) => {
  expect(shownAddress(text)).toBe(text)
})
