// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Article, BodyBlock, NewsletterRef } from '#lib/content/model.ts'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { placeIn } from '#tests/fixtures/series.ts'
import { show } from '#tests/fixtures/show.ts'
import { article, author, authorRef, moment, picture, stories } from '#tests/fixtures/stories.ts'
import { ArticleView } from './article-view.tsx'
import { secondNewsletter } from './second-newsletter.ts'

const letter = (slug: string): NewsletterRef => ({ slug, href: `/newsletters/${slug}`, title: slug, description: '' })
const MORNING = letter('morning')
const PUZZLES = letter('puzzles')
const TOKENS = { article: 'a.day', after: 'another.day' }

function page(over: Partial<Article> = {}, more: Partial<Parameters<typeof ArticleView>[0]> = {}) {
  const props = { related: [], latest: [], series: null, newsletters: [MORNING, PUZZLES], tokens: TOKENS, ...more }
  return show(<ArticleView publication={publication()} article={article(over)} {...props} />)
}

test('has one h1, the headline', () => {
  const headings = page().getAllByRole('heading', { level: 1 })
  expect(headings.map((heading) => heading.textContent)).toEqual(['How a space station stays up'])
})

test('shows its section and its kind, and for plain news the section alone', () => {
  expect(page().getByText('Explainer')).toBeTruthy()
  expect(page({ kicker: 'Science' }).getAllByText('Science')).toHaveLength(1)
})

test('labels when it was published and updated, in the zone of the publication', () => {
  page({ updated: moment('2026-09-26T12:00:00Z') })
  const times = [...document.querySelectorAll('time')].map((time) =>
    time.parentElement?.textContent?.replace(/\s/g, ' '),
  )
  expect(times).toEqual(['Published September 25, 2026 at 7:05 AM EDT', 'Updated September 26, 2026 at 8:00 AM EDT'])
})

test('links its authors', () => {
  const links = page({ byline: { authors: [authorRef('Dev Raman')], edition: null } }).getAllByRole('link')
  expect(links.some((link) => link.getAttribute('href') === '/authors/dev-raman')).toBe(true)
})

test('shows corrections in full before the text', () => {
  page({ corrections: [{ date: moment('2026-10-01T09:00:00-04:00'), html: 'It said <em>up</em>.' }] })
  const [notice, text] = [document.getElementById('corrections'), document.querySelector('.run')]
  expect(notice?.textContent).toContain('October 1, 2026: It said up.')
  if (!notice || !text) throw new Error('both must be there')
  expect(notice.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('a withdrawn story shows why and when in place of its text', () => {
  const withdrawn = { date: moment('2026-11-02T09:00:00-05:00'), reason: 'The solution was wrong.' }
  const screen = page({ state: 'withdrawn', withdrawn, picture: picture() })
  expect(screen.getByText('The solution was wrong.')).toBeTruthy()
  expect(screen.getByText('November 2, 2026')).toBeTruthy()
  expect(screen.queryByText('It falls.')).toBeNull()
  expect(screen.queryByRole('img')).toBeNull()
})

test('a draft and a scheduled story say that readers cannot see them', () => {
  expect(page({ state: 'draft' }).getByRole('note').textContent).toContain('This is a draft')
  expect(page({ state: 'scheduled' }).getByRole('note').textContent).toContain('Scheduled for September 25, 2026')
  expect(page().queryByRole('note')).toBeNull()
})

test('lists related stories and eleven latest as articles, outside its own article', () => {
  page(
    {},
    { related: stories(3).map((story) => ({ ...story, why: { type: 'picked' } as const })), latest: stories(11) },
  )
  const inside = (id: string) => document.querySelectorAll(`section#${id} article`).length
  expect([inside('related'), inside('latest')]).toEqual([3, 11])
  expect(document.querySelector('article section#latest')).toBeNull()
})

test('leaves out empty lists', () => {
  page()
  expect(document.querySelector('#related, #latest, #sources, #topics, #authors')).toBeNull()
})

test('presents each author with a biography, with initials where there is no photo', () => {
  const biography: BodyBlock[] = [{ type: 'html', html: '<p>Counts orbits.</p>' }]
  const screen = page({ authors: [author('Rosa Delgado', { biography }), author('Dev Raman', { photo: picture() })] })
  const about = within(screen.getByRole('region', { name: 'About the authors' }))
  expect(about.getByText('RD')).toBeTruthy()
  expect(about.getByText('Counts orbits.')).toBeTruthy()
  expect(about.getAllByRole('img')).toHaveLength(1)
})

test('knows its place in a series, and after its text leads on', () => {
  const screen = page({}, { series: placeIn(2, 3) })
  expect(screen.getByRole('navigation', { name: 'Series: The Moon, again' })).toBeTruthy()
  const steps = screen.getByRole('navigation', { name: 'Parts before and after' })
  const text = document.querySelector('.run')
  expect((text as Node).compareDocumentPosition(steps) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('a withdrawn part leads to its series, and to no part of it', () => {
  const withdrawn = { date: moment('2026-11-02T09:00:00-05:00'), reason: 'The solution was wrong.' }
  const screen = page({ state: 'withdrawn', withdrawn }, { series: placeIn(null, 3) })
  const box = within(screen.getByRole('navigation', { name: 'Series: The Moon, again' }))
  expect(box.queryByText(/^Part/)).toBeNull()
  expect(screen.queryByRole('navigation', { name: 'Parts before and after' })).toBeNull()
})

test('shares its own full address', () => {
  const screen = page()
  const address = 'https://broadsheet.example/science/how-a-space-station-stays-up'
  expect(screen.getByRole('textbox', { name: 'Address to copy' })).toHaveProperty('value', address)
  expect(screen.getByText('Facebook').getAttribute('href')).toContain(encodeURIComponent(address))
})

test('offers after the text a newsletter that the text has not offered', () => {
  const body: BodyBlock[] = [{ type: 'newsletter', newsletter: MORNING }]
  expect(secondNewsletter(body, [MORNING, PUZZLES])).toBe(PUZZLES)
  expect(secondNewsletter(body, [MORNING])).toBe(MORNING)
  expect(secondNewsletter([], [MORNING, PUZZLES])).toBe(MORNING)
  expect(secondNewsletter([], [])).toBeNull()
})

test('asks for an address in the text and after it, each form for a newsletter of its own and with its own token', () => {
  page({ body: [{ type: 'newsletter', newsletter: MORNING }] })
  const forms = [...document.querySelectorAll('form')].map((form) => Object.fromEntries(new FormData(form)))
  expect(forms).toEqual([
    { newsletter: 'morning', form: 'article', token: 'a.day', website: '', address: '' },
    { newsletter: 'puzzles', form: 'after', token: 'another.day', website: '', address: '' },
  ])
})

test('a withdrawn story asks for nothing', () => {
  page({ withdrawn: { date: moment('2026-09-26T12:00:00Z'), reason: 'It was wrong.' } })
  expect(document.querySelector('form')).toBeNull()
})

test('a story for the readers of another edition says in which language it is', () => {
  const shown = page({ byline: { authors: [], edition: { ...UK, locale: 'he-IL' } } }).getAllByRole('article')[0]
  expect([shown?.getAttribute('lang'), shown?.getAttribute('dir')]).toEqual(['he-IL', 'rtl'])
})
