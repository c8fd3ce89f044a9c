import type { Author, Byline, Publication, Section, Story } from '../../content/model.ts'
import type { ShareSubject } from './address.ts'

/** What the share image of a story shows. Of a list's `Story` and of a whole `Article` it is the same. */
export function articleSubject(publication: Publication, story: Story): ShareSubject {
  return {
    kind: 'articles',
    slug: story.slug,
    title: story.headline,
    kicker: story.kicker,
    byline: signed(story.byline, publication.locale),
    picture: cropped(story.picture),
    tint: story.section.tint,
    publication: publication.name,
  }
}

/** What the share image of an author's page shows. */
export function authorSubject(
  publication: Publication,
  { slug, name, role, photo }: Pick<Author, 'slug' | 'name' | 'role' | 'photo'>,
): ShareSubject {
  return {
    kind: 'authors',
    slug,
    title: name,
    kicker: role ?? '',
    byline: '',
    picture: cropped(photo),
    tint: 1,
    publication: publication.name,
  }
}

/** What the share image of a section's front shows. */
export function sectionSubject(publication: Publication, { slug, title, tint }: Section): ShareSubject {
  return {
    kind: 'sections',
    slug,
    title,
    kicker: '',
    byline: '',
    picture: null,
    tint,
    publication: publication.name,
  }
}

/** Only what is drawn, so that an edit of anything else leaves the image's address alone. */
const cropped = (picture: Story['picture']): ShareSubject['picture'] =>
  picture && { src: picture.src, focus: picture.focus }

/** As the story itself is signed: “By A and B, Broadsheet US”. */
export function signed({ authors, edition }: Byline, locale: string): string {
  const names = new Intl.ListFormat(locale).format(authors.map(({ name }) => name))
  const signers = [names, edition?.name ?? ''].filter((signer) => signer !== '')
  return signers.length > 0 ? `By ${signers.join(', ')}` : ''
}
