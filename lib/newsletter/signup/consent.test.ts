import { expect, test } from 'vitest'
import { consentOf, consentText } from './consent.ts'

test('the sentence names who mails what, and how that ends', () => {
  expect(consentText('Broadsheet', ['Broadsheet Morning'])).toBe(
    'Broadsheet will mail you “Broadsheet Morning” until you unsubscribe, which every issue lets you do with one click. Your address is used for nothing else.',
  )
})

test('a form for several names none of them before they are chosen, and that is what is kept', () => {
  expect(consentText('Broadsheet', [])).toContain('Broadsheet will mail you the newsletters you choose until')
  expect(consentOf('newsletters', 'Broadsheet', ['Morning'])).toBe(consentText('Broadsheet', []))
  expect(consentOf('subscribe', 'Broadsheet', ['Morning'])).toBe(consentText('Broadsheet', []))
  expect(consentOf('article', 'Broadsheet', ['Morning'])).toBe(consentText('Broadsheet', ['Morning']))
})
