import type { Metadata } from 'next'
import type { Newsletter, Publication } from '../../content/model.ts'
import { describe } from '../../seo/metadata/describe.ts'
import type { PublishedIssue } from './issues.ts'

/**
 * The head of a newsletter's page, or of an older page of its issues.
 * @param before the day before which the issues of the page were sent; null for the first page
 */
export function describeNewsletter(publication: Publication, newsletter: Newsletter, before: string | null): Metadata {
  const { title, description, href } = newsletter
  return describe(publication, {
    title: before === null ? title : `${title}: issues before ${before}`,
    description,
    href: before === null ? href : `${href}?before=${before}`,
    feeds: [{ title, href }],
  })
}

/** The head of an issue's web version. @param newsletter null when there is no such newsletter any more */
export function describeIssue(
  publication: Publication,
  { href, date, built, content }: PublishedIssue,
  newsletter: Newsletter | null,
): Metadata {
  const { subject, preheader, title } = content
  return describe(publication, {
    title: `${subject} (${title}, ${date})`,
    description: preheader || `${title}, ${date}.`,
    href,
    feeds: newsletter ? [{ title: newsletter.title, href: newsletter.href }] : [],
    preview: { type: 'article', title: subject, publishedTime: new Date(built).toISOString() },
  })
}
