import { findStory } from '../../content/queries/articles.ts'
import { getAuthor } from '../../content/queries/authors.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { getSection } from '../../content/queries/sections.ts'
import { canCut, cropAddress, readCropName } from '../crops/crop.ts'
import { type ShareSubject, shareAddress } from './address.ts'
import { articleSubject, authorSubject, sectionSubject } from './subject.ts'

/**
 * What the share image at an address shows.
 * @param kind `articles`, `authors` or `sections`; there is nothing of any other
 * @param file `<slug>.png`
 * @returns null where there is nothing that readers may see
 */
export async function findSubject(kind: string, file: string): Promise<ShareSubject | null> {
  const slug = /^(.+)\.png$/.exec(file)?.[1]
  if (slug === undefined) return null
  if (kind === 'articles') return subjectOf(await findStory(slug), articleSubject)
  if (kind === 'authors') return subjectOf(await getAuthor(slug), authorSubject)
  if (kind === 'sections') return subjectOf(await getSection(slug), sectionSubject)
  return null
}

const subjectOf = async <Found>(
  found: Found | null,
  subject: (publication: Awaited<ReturnType<typeof getPublication>>, found: Found) => ShareSubject,
): Promise<ShareSubject | null> => found && subject(await getPublication(), found)

/**
 * The address, with its version, that a picture below `/share/` has now: an image to share or a crop of a story's own.
 * @param path without a query
 * @returns null where there is none
 */
export async function findShareAddress(path: string): Promise<string | null> {
  const [, kind = '', file = ''] = /^\/share\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (kind === 'crops') return findCrop(file)
  const subject = await findSubject(kind, file)
  return subject && shareAddress(subject)
}

async function findCrop(file: string): Promise<string | null> {
  const name = readCropName(file)
  const picture = name && (await findStory(name.slug))?.picture
  return picture && canCut(picture) ? cropAddress(name.slug, picture, name.shape) : null
}
