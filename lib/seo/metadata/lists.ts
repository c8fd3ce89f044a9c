import type { Metadata } from 'next'
import type { Author, Publication, Section, Topic } from '../../content/model.ts'
import type { ListPage } from '../list-page.ts'
import { authorSubject, sectionSubject } from '../share/subject.ts'
import { describe } from './describe.ts'

/** The head of a section's front and of the pages behind it. */
export function describeSection(publication: Publication, section: Section, place: ListPage): Metadata {
  const { title, description, href } = section
  const share = { subject: sectionSubject(publication, section), alt: `${title} (${publication.name})` }
  return describe(publication, { title, description, href, place, feeds: [{ title, href }], share })
}

/** The head of the pages of a topic, which may have no description of its own. */
export function describeTopic(publication: Publication, topic: Topic, place: ListPage): Metadata {
  const { title, href } = topic
  const description = topic.description ?? `Every story on ${title}.`
  return describe(publication, { title, description, href, place, feeds: [{ title, href }] })
}

/**
 * The head of an author's pages.
 * @see https://ogp.me/#type_profile
 */
export function describeAuthor(publication: Publication, author: Author, place: ListPage): Metadata {
  const { name, role, href } = author
  const who = role ? `${name}, ${role}` : name
  return describe(publication, {
    title: name,
    description: `${who}: biography and stories.`,
    href,
    place,
    feeds: [{ title: name, href }],
    share: { subject: authorSubject(publication, author), alt: `${who} (${publication.name})` },
    preview: { type: 'profile' },
  })
}
