// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { ISSUE_PICTURE, issueCorrection, issueStory } from '#tests/fixtures/issues.ts'
import { MORNING, publishedIssue } from '#tests/fixtures/newsletters.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { show } from '#tests/fixtures/show.ts'
import { IssueList } from './issue-list.tsx'
import { IssueView } from './issue-view.tsx'

const SIGN_UP = { publication: 'Broadsheet', token: 'a.day' }

const view = (content: Parameters<typeof publishedIssue>[1] = {}, newsletter: typeof MORNING | null = MORNING) =>
  show(<IssueView issue={publishedIssue('2026-11-23', content)} newsletter={newsletter} signUp={SIGN_UP} />)

test('an issue has its day as its title, and its stories in their order with a way to each', () => {
  const screen = view({ stories: [issueStory({ slug: 'a', headline: 'A' }), issueStory({ slug: 'b', headline: 'B' })] })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Monday, November 23, 2026')
  expect(screen.getAllByRole('link', { name: /^[AB]$/ }).map((link) => link.getAttribute('href'))).toEqual([
    '/science/a',
    '/science/b',
  ])
})

test('corrections come before the stories', () => {
  const screen = view({ corrections: [issueCorrection(), issueCorrection({ slug: 'x', kind: 'withdrawn' })] })
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(headings.slice(0, 2)).toEqual(['Corrections to what we sent you', 'How a space station stays up'])
  expect(screen.getByText(/^Withdrawn: An earlier version/)).toBeTruthy()
  expect(screen.getAllByText('In the issue of Friday, November 20, 2026')).toHaveLength(2)
})

test('pictures have their words and their size', () => {
  view({ stories: [issueStory({ picture: ISSUE_PICTURE }), issueStory({ slug: 'b', picture: ISSUE_PICTURE })] })
  const pictures = Array.from(document.querySelectorAll('img'), ({ alt, width, height }) => ({ alt, width, height }))
  const { alt, width, height } = ISSUE_PICTURE
  expect(pictures).toEqual([
    { alt, width, height },
    { alt, width, height },
  ])
})

test('an issue of a newsletter that is sent no more asks for nothing', () => {
  const screen = view({}, null)
  expect(document.querySelector('form')).toBeNull()
  expect(screen.getByRole('link', { name: 'All newsletters' }).getAttribute('href')).toBe('/newsletters')
})

test('a list of issues leads to each and to older ones, and says when there is none or none can be shown', () => {
  const list = (issues: Parameters<typeof IssueList>[0]['list']) =>
    show(<IssueList newsletter={MORNING} list={issues} place={publication()} />)
  const screen = list({ issues: [publishedIssue()], older: '?before=2026-11-23' })
  const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(link('How a space station stays up')).toBe('/newsletters/morning/2026-11-23')
  expect(link('Older issues')).toBe('/newsletters/morning?before=2026-11-23')
  expect(list({ issues: [], older: null }).getByText('None has been sent yet.')).toBeTruthy()
  expect(list(null).getByText(/cannot be shown just now/)).toBeTruthy()
})
