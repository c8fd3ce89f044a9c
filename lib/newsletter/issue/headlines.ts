import type { IssueCorrection, IssueStory } from '../model.ts'

/** Mail programs show fewer of each. In UTF-16 units. */
const SUBJECT = 150
const PREHEADER = 150

/** Line ends, other control characters, and marks that turn the direction of what follows: none may reach a header. */
const UNFIT = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/**
 * Text for a header of a mail: one line without anything that could begin another, cut between words.
 * @param longest in UTF-16 units
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-2.2
 */
export function headerText(text: string, longest: number): string {
  const line = text.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  // Not through the middle of a character of two units.
  const start = line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')
  return `${start.replace(/\s+\S*$/, '') || start}…`
}

/** The headline of the story that leads, or what an issue without stories corrects. */
export function subjectOf(stories: readonly IssueStory[], corrections: readonly IssueCorrection[]): string {
  const [lead] = stories
  const [first] = corrections
  if (lead) return headerText(lead.headline, SUBJECT)
  return headerText(`${first?.kind === 'withdrawn' ? 'Withdrawn' : 'Correction'}: ${first?.headline ?? ''}`, SUBJECT)
}

/** The other headlines; of a single story its dek, of corrections the first. */
export function preheaderOf(stories: readonly IssueStory[], corrections: readonly IssueCorrection[]): string {
  const [lead, ...others] = stories
  const [first] = corrections
  if (lead === undefined) return headerText(first?.text ?? '', PREHEADER)
  const rest = others.map(({ headline }) => headline).join(' · ')
  return headerText(rest || lead.dek || lead.kicker, PREHEADER)
}
