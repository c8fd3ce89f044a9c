import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueCorrection, issueStory } from '#tests/fixtures/issues.ts'
import { headerText, preheaderOf, subjectOf } from './headlines.ts'

test('the subject is the headline that leads, what follows it the others', () => {
  const stories = [issueStory(), issueStory({ headline: 'Salt' }), issueStory({ headline: 'A bridge' })]
  expect(subjectOf(stories, [issueCorrection()])).toBe('How a space station stays up')
  expect(preheaderOf(stories, [issueCorrection()])).toBe('Salt · A bridge')
})

test('of a single story the dek follows, or what kind it is', () => {
  expect(preheaderOf([issueStory()], [])).toBe('It falls all the time, and misses.')
  expect(preheaderOf([issueStory({ dek: null })], [])).toBe('Explainer')
})

test('an issue without stories says what it corrects', () => {
  const correction = issueCorrection({ text: 'It was 1957.' })
  expect(subjectOf([], [correction])).toBe('Correction: The first beep')
  expect(subjectOf([], [issueCorrection({ kind: 'withdrawn' })])).toBe('Withdrawn: The first beep')
  expect(preheaderOf([], [correction])).toBe('It was 1957.')
})

test('text for a header is cut between words, or where there are none', () => {
  expect(headerText('One two three', 13)).toBe('One two three')
  expect(headerText('One two three', 12)).toBe('One two…')
  expect(headerText('a'.repeat(20), 10)).toBe(`${'a'.repeat(9)}…`)
})

test('a character of two units is never cut in half', () => {
  expect(headerText('👩'.repeat(20), 10)).toBe(`${'👩'.repeat(4)}…`)
})

test('no text makes another header, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, longest) => {
      const header = headerText(`Bcc: a@b.c\r\n${text}`, longest)
      expect(header).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      expect(header.length).toBeLessThanOrEqual(longest)
      expect(header.isWellFormed() || !text.isWellFormed()).toBe(true)
    }),
  )
})
