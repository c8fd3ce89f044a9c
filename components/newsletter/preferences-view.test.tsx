// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Subscriber } from '#lib/newsletter/model.ts'
import { UNTIL_RESUMED } from '#lib/newsletter/signup/pause.ts'
import type { Said } from '#lib/newsletter/signup/said.ts'
import { MORNING, PUZZLES, subscriber } from '#tests/fixtures/newsletters.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { PreferencesView } from './preferences-view.tsx'

const TOKEN = 'a_token-with.signs'

const page = (over: Partial<Subscriber> = {}, said: Said | null = null, typed = '') =>
  show(
    <PreferencesView
      publication={publication()}
      newsletters={[MORNING, PUZZLES]}
      subscriber={subscriber(over)}
      {...{ token: TOKEN, said, typed }}
    />,
  )

/** What each form sends when nothing is changed, by what it does. */
const forms = () =>
  Object.fromEntries(
    Array.from(document.querySelectorAll('form'), (form) => {
      const { token, do: name, ...rest } = Object.fromEntries(new FormData(form))
      expect([form.method, form.getAttribute('action'), token]).toEqual(['post', '/subscribe/do/preferences', TOKEN])
      return [name, rest]
    }),
  )

test('there is a form for each thing that a reader can do', () => {
  page()
  expect(forms()).toEqual({
    choose: { newsletter: 'morning' },
    pause: { weeks: '1' },
    address: { address: '' },
    leave: {},
    erase: {},
  })
})

test('what is kept can be had', () => {
  const link = page().getByRole('link', { name: 'Download it' })
  expect(link.getAttribute('href')).toBe(`/subscribe/data?token=${TOKEN}`)
})

test('a pause can be ended, and says when it ends by itself', () => {
  const screen = page({ pausedUntil: Date.parse('2026-12-24T12:00:00Z') })
  expect(Object.keys(forms())).toContain('resume')
  expect(Object.keys(forms())).not.toContain('pause')
  expect(screen.getByText('Nothing is sent until December 24, 2026.')).toBeTruthy()
})

test('a pause without end says so', () => {
  expect(page({ pausedUntil: UNTIL_RESUMED }).getByText('Nothing is sent until you resume.')).toBeTruthy()
})

test('who is not written to any more learns why', () => {
  expect(page({ stopped: 'bounced' }).getByText(/your address refused our mails/)).toBeTruthy()
})

test.for([
  ['confirmed', /You are signed up: it goes to jo@example\.org/],
  ['chosen', /This is what you get from now on/],
  ['resumed', /pause is over/],
  ['address-sent', /written to new@example\.org/],
  ['address-changed', /Everything goes to jo@example\.org/],
  ['address-same', /that is the address you have/],
  ['limited', /Try again tomorrow/],
  ['left', /Nothing is sent to you any more/],
] as const)('after %s the page says what was done', ([said, words]) => {
  expect(page({}, said, 'new@example.org').getByRole('status').textContent).toMatch(words)
})

test('who has left all of it reads that, in place of what they get', () => {
  expect(page({ newsletters: [] }, 'chosen').getByRole('status').textContent).toContain(
    'Nothing is sent to you any more',
  )
})

test('an address that cannot be is told beside its field, with what was typed', () => {
  page({}, 'address-wrong', '<b>jo')
  const field = document.querySelector<HTMLInputElement>('#address')
  expect(field?.value).toBe('<b>jo')
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById('address-error')?.textContent).toMatch(/Nothing was changed/)
})
