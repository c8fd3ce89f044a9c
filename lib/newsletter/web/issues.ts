import { issuesKey } from '../../content/catalog/keys.ts'
import { currentReading, note } from '../../content/catalog/reading.ts'
import type { Issue, IssueContent } from '../model.ts'
import { openNewsletters } from '../open.ts'

/** An issue that was or is being sent, for who reads it on the web. */
export interface PublishedIssue {
  /** `2026-11-23` */
  readonly date: string
  /** The address of its web version, a path. */
  readonly href: string
  /** When it was made, in milliseconds. */
  readonly built: number
  readonly content: IssueContent
}

/** Issues of a newsletter, newest first. */
export interface IssueList {
  readonly issues: readonly PublishedIssue[]
  /** What follows the list's address in that of the next older page; null where there is none. */
  readonly older: string | null
}

const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * The issues of a newsletter, from before a day if that is given.
 * @param before as an address has it; what is no day leads to an empty list
 * @returns null while the store cannot be asked: then the page without them is not worth keeping
 */
export async function getIssues(
  newsletter: string,
  { before = null, limit }: { readonly before?: string | null; readonly limit: number },
): Promise<IssueList | null> {
  note(issuesKey(newsletter))
  if (before !== null && !DATE.test(before)) return { issues: [], older: null }
  try {
    const { repository } = await openNewsletters()
    const options = before === null ? { limit: limit + 1 } : { before, limit: limit + 1 }
    const found = await repository.issues.list(newsletter, options)
    const issues = found.flatMap(publishedOf).slice(0, limit)
    const last = issues.at(-1)
    return { issues, older: found.length > limit && last ? `?before=${last.date}` : null }
  } catch {
    currentReading()?.markPartial()
    return null
  }
}

/**
 * The issue of a newsletter and day; null where none was sent.
 * @throws when the store cannot be asked
 */
export async function getIssue(newsletter: string, date: string): Promise<PublishedIssue | null> {
  note(issuesKey(newsletter))
  if (!DATE.test(date)) return null
  const { repository } = await openNewsletters()
  const issue = await repository.issues.byDate(newsletter, date)
  return (issue && publishedOf(issue)[0]) ?? null
}

const publishedOf = ({ newsletter, date, built, content }: Issue): PublishedIssue[] =>
  content === null ? [] : [{ date, built, content, href: `/newsletters/${newsletter}/${date}` }]
