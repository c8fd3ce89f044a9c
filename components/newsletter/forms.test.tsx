// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { SignUpState } from '#lib/newsletter/signup/state.ts'
import { MORNING, PUZZLES } from '#tests/fixtures/newsletters.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { ChooseForm } from './choose-form.tsx'
import { FooterForm } from './footer-form.tsx'
import { SignUpForm } from './sign-up-form.tsx'
import { SubscribeView } from './subscribe-view.tsx'

const HOSTILE = '"><script>alert(1)</script>@example.org'

const sent = (): [string, string][] => {
  const form = document.querySelector('form')
  return form === null ? [] : Array.from(new FormData(form), ([name, value]) => [name, String(value)])
}

const subscribe = (state: SignUpState | null) =>
  show(<SubscribeView publication={publication()} newsletters={[MORNING, PUZZLES]} token="a.second" state={state} />)

test('a form for one newsletter sends it, where it stands and its token, and says what pressing its button means', () => {
  const screen = show(<SignUpForm newsletter={MORNING} form="article" publication="Broadsheet" token="a.day" />)
  expect(sent()).toEqual([
    ['newsletter', 'morning'],
    ['form', 'article'],
    ['token', 'a.day'],
    ['website', ''],
    ['address', ''],
  ])
  expect(screen.getByText(/Broadsheet will mail you “Broadsheet Morning” until you unsubscribe/)).toBeTruthy()
  expect(screen.getByLabelText('Email address')).toMatchObject({ type: 'email', autocomplete: 'email', required: true })
})

test('a form whose token could not be made goes without', () => {
  show(<SignUpForm newsletter={MORNING} form="article" publication="Broadsheet" token="" />)
  expect(sent().map(([name]) => name)).not.toContain('token')
})

test('the form at the foot asks for an address alone', () => {
  show(<FooterForm />)
  expect(sent()).toEqual([
    ['form', 'footer'],
    ['website', ''],
    ['address', ''],
  ])
})

test('no newsletter is ticked for a reader who has not ticked it', () => {
  const screen = subscribe(null)
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox')
  expect(boxes.map(({ name, value, checked }) => [name, value, checked])).toEqual([
    ['newsletter', 'morning', false],
    ['newsletter', 'puzzles', false],
  ])
})

test('a form for the only newsletter there is, is for that one', () => {
  show(<ChooseForm publication={publication()} newsletters={[MORNING]} form="newsletters" token="a" />)
  expect(sent()).toContainEqual(['newsletter', 'morning'])
})

test('what was filled in is there again, as text', () => {
  const screen = subscribe({ address: HOSTILE, newsletters: ['puzzles'], form: 'article', errors: [] })
  expect(screen.getByLabelText('Email address')).toHaveProperty('value', HOSTILE)
  expect(document.querySelector('script')).toBeNull()
  expect(sent()).toContainEqual(['newsletter', 'puzzles'])
  expect(sent()).not.toContainEqual(['newsletter', 'morning'])
})

test('a mistake is told before the form, with a way to its field, and beside the field', () => {
  const screen = subscribe({
    address: 'jo',
    newsletters: [],
    form: 'newsletters',
    errors: [
      { field: 'address', code: 'address-wrong', message: 'That is none.' },
      { field: 'newsletter', code: 'newsletter-missing', message: 'Choose one.' },
    ],
  })
  expect(screen.getByRole('link', { name: 'That is none.' }).getAttribute('href')).toBe('#address')
  const field = document.querySelector('#address')
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  const described = (element: Element | null) =>
    document.getElementById(element?.getAttribute('aria-describedby') ?? '')?.textContent
  expect(described(field)).toBe('That is none.')
  expect(screen.getByRole('link', { name: 'Choose one.' }).getAttribute('href')).toBe('#newsletters')
  expect(described(document.querySelector('#newsletters'))).toBe('Choose one.')
})

test('what is about the whole form is told before it, and is no mistake of a field', () => {
  const errors = [{ field: 'form', code: 'again', message: 'Once more.' }] as const
  const screen = subscribe({ address: 'jo@example.org', newsletters: ['morning'], form: 'article', errors })
  expect(screen.getByRole('status').textContent).toBe('Once more.')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('One more step')
  expect(document.querySelector('[aria-invalid]')).toBeNull()
})

test('every field and group that a page leads to has a name of its own', () => {
  subscribe(null)
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
