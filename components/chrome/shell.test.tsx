// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { publication, US } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { Shell } from './shell.tsx'

const NOW = Date.parse('2026-11-23T12:00:00Z')

test('the first thing in the document is the way past the head', () => {
  const [first] = show(<Shell publication={publication()}>text</Shell>).getAllByRole('link')
  expect(first?.getAttribute('href')).toBe('#main')
  expect(document.getElementById('main')?.textContent).toBe('text')
})

test('a front shows its day in the words of its edition', () => {
  const day = (href: string) => {
    show(
      <Shell publication={publication()} front={{ now: NOW, href }}>
        text
      </Shell>,
    )
    return document.querySelector('time')
  }
  expect(day('/')?.textContent).toBe('Monday, November 23, 2026')
  expect(day('/uk')?.textContent).toMatch(/^Monday,? 23 November 2026$/)
  expect(day('/uk')?.dateTime).toBe('2026-11-23')
})

test('a front marks its edition', () => {
  const screen = show(
    <Shell publication={publication()} front={{ now: NOW, href: '/uk' }}>
      text
    </Shell>,
  )
  const editions = within(screen.getByRole('navigation', { name: 'Editions' }))
  expect(editions.getByRole('link', { current: 'page' }).getAttribute('href')).toBe('/uk')
})

test('any other page marks its section and has no day that could grow old', () => {
  const screen = show(
    <Shell publication={publication()} current="/science">
      text
    </Shell>,
  )
  const sections = within(screen.getByRole('navigation', { name: 'Sections' }))
  expect(sections.getByRole('link', { current: 'page' }).textContent).toBe('Science')
  expect(document.querySelector('time')).toBeNull()
})

test('a publication of one edition offers no other', () => {
  const one = publication({ editions: [US] })
  const screen = show(
    <Shell publication={one} front={{ now: NOW, href: '/' }}>
      text
    </Shell>,
  )
  expect(screen.queryByRole('navigation', { name: 'Editions' })).toBeNull()
})

test('every page has a form that searches, and says where browsers find how to', () => {
  const screen = show(<Shell publication={publication()}>text</Shell>)
  const [field] = screen.getAllByRole('searchbox', { name: 'Search Broadsheet', hidden: true })
  expect(field).toMatchObject({ name: 'q', form: expect.objectContaining({ method: 'get' }) })
  expect(field?.closest('form')?.getAttribute('action')).toBe('/search')
  expect(screen.getAllByRole('link', { name: 'Search' })[0]?.getAttribute('href')).toBe('/search')
  expect(document.querySelector('link[rel=search]')?.getAttribute('href')).toBe('/opensearch.xml')
})

test('the page for searches has no second form', () => {
  show(
    <Shell publication={publication()} current="/search">
      text
    </Shell>,
  )
  expect(document.querySelector('form[action="/search"]')).toBeNull()
})

test('the foot asks for an address where there is a newsletter, and not where the page does', () => {
  const form = () => document.querySelector<HTMLFormElement>('footer form')
  show(<Shell publication={publication()}>text</Shell>)
  expect(form()).toMatchObject({ method: 'post', noValidate: true })
  expect(form()?.getAttribute('action')).toBe('/subscribe/do/sign-up')
  show(<Shell publication={publication({ hasNewsletters: false })}>text</Shell>)
  expect(form()).toBeNull()
  show(
    <Shell publication={publication()} asks={false}>
      text
    </Shell>,
  )
  expect(form()).toBeNull()
})
