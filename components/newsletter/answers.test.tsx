// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { publication } from '#tests/fixtures/publication.ts'
import { show, words } from '#tests/fixtures/show.ts'
import { ConfirmView } from './confirm-view.tsx'
import { DeletedView } from './deleted-view.tsx'
import { SentView } from './sent-view.tsx'
import { UnsubscribeView } from './unsubscribe-view.tsx'
import { VoidView } from './void-view.tsx'

const HOSTILE = '<img src=x onerror=alert(1)>@example.org'

test('who has sent the form is told where to look, whatever they typed', () => {
  expect(words(<SentView publication={publication()} address={HOSTILE} />)).toContain(`We have written to ${HOSTILE}`)
  expect(document.querySelector('img')).toBeNull()
  expect(words(<SentView publication={publication()} address={null} />)).toContain('the address you gave')
})

test('a link that confirms leads to a button, and only that sends anything', () => {
  const application = { kind: 'sign-up', address: 'jo@example.org' } as const
  const screen = show(<ConfirmView token="a.b" application={application} titles={['Morning', 'Puzzles']} />)
  const form = document.querySelector('form')
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/subscribe/do/confirm'])
  expect(form && Object.fromEntries(new FormData(form))).toEqual({ token: 'a.b' })
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Morning', 'Puzzles'])
})

test('a new address is asked whether it is one', () => {
  const application = { kind: 'change', address: 'new@example.org' } as const
  const shown = words(<ConfirmView token="a" application={application} titles={['Morning']} />)
  expect(shown).toMatch(/Is this your new address\?.*new@example\.org/)
})

test('unsubscribing takes one button, at the address that mail programs post to', () => {
  show(<UnsubscribeView token="a_b-c.d/e" title="Morning" href="/newsletters/morning" gets />)
  const form = document.querySelector('form')
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/unsubscribe/one-click?token=a_b-c.d%2Fe'])
  const button = document.querySelector('button')
  expect([button?.name, button?.value]).toEqual(['by', 'button'])
})

test('what has ended says so, and how to begin again while there is such a newsletter', () => {
  const ended = (href: string | null) => words(<UnsubscribeView token="a" title="Morning" href={href} gets={false} />)
  expect(ended('/newsletters/morning')).toMatch(/Morning is not sent to you any more.*sign up again/)
  expect(ended(null)).not.toContain('sign up again')
  expect(document.querySelector('form')).toBeNull()
})

test.for(['confirm', 'preferences', 'unsubscribe'] as const)(
  'a link to %s that is void says why, and how to get another one',
  (kind) => {
    const screen = show(<VoidView kind={kind} email="desk@example.org" />)
    expect(screen.getByRole('link', { name: 'sign up again' }).getAttribute('href')).toBe('/subscribe')
    expect(screen.getByRole('link', { name: 'desk@example.org' })).toBeTruthy()
    expect(words(<VoidView kind={kind} email={null} />)).not.toContain('Or write')
  },
)

test('who had all of it deleted is told that it is', () => {
  expect(words(<DeletedView />)).toContain('All of it is deleted')
})
