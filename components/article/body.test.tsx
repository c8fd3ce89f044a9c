// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { BodyBlock } from '#lib/content/model.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { picture, story } from '#tests/fixtures/stories.ts'
import { Body } from './body.tsx'

const place = publication()
const html = (text: string): BodyBlock => ({ type: 'html', html: `<p>${text}</p>` })
const body = (...blocks: BodyBlock[]) => show(<Body blocks={blocks} place={place} ends />)

test('keeps the order of its blocks', () => {
  body(html('one'), { type: 'pullquote', by: 'Ben Jonson', html: '<p>quoted</p>' }, html('two'))
  expect(document.body.textContent).toBe('onequotedBen Jonsontwo')
})

test('ends with its last run of text', () => {
  body(html('one'), html('two'), { type: 'figure', picture: picture() })
  expect([...document.querySelectorAll('.ends')].map((run) => run.textContent)).toEqual(['two'])
})

test('shows a figure with caption and credit', () => {
  const figure = body({ type: 'figure', picture: picture({ captionHtml: 'Seen <em>at night</em>.' }) }).getByRole(
    'figure',
  )
  expect(figure.textContent).toBe('Seen at night. Illustration: Broadsheet')
})

test('shows a fact box under its title, and what stands in it', () => {
  const box = body({ type: 'aside', title: 'In figures', blocks: [html('420 tonnes')] }).getByRole('note')
  expect(box.getAttribute('aria-label')).toBe('In figures')
  expect(box.textContent).toContain('420 tonnes')
})

test('shows one story to read more of, without a heading', () => {
  const screen = body({ type: 'related', story: story() })
  expect(screen.getByRole('link').getAttribute('href')).toBe('/science/how-a-space-station-stays-up')
  expect(screen.queryByRole('heading')).toBeNull()
})

const morning: BodyBlock = {
  type: 'newsletter',
  newsletter: { slug: 'morning', href: '/newsletters/morning', title: 'Morning', description: 'At six.' },
}

test('leads to a newsletter', () => {
  const screen = body(morning)
  expect(screen.getByRole('link', { name: 'Morning' }).getAttribute('href')).toBe('/newsletters/morning')
  expect(document.querySelector('form')).toBeNull()
})

test('has a form for the first newsletter in it, and only for that one', () => {
  const signUp = { publication: 'Broadsheet', token: 'a.day' }
  const screen = show(<Body blocks={[morning, html('one'), morning]} place={place} signUp={signUp} />)
  expect(document.querySelectorAll('form')).toHaveLength(1)
  expect(screen.getAllByRole('region', { name: 'Newsletter: Morning' })).toHaveLength(2)
})

test('shows the promotion with its link', () => {
  const promotion = { title: 'Read more', text: 'Every day.', label: 'Subscribe', link: '/about' }
  expect(body({ type: 'promotion', promotion }).getByRole('link', { name: 'Subscribe' }).getAttribute('href')).toBe(
    '/about',
  )
})
