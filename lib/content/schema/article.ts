import { z } from 'zod'
import { focus, link, mediaPath, moment, slug, slugs, text, webAddress } from './values.ts'

/** A picture as front matter names it. */
export const image = z.strictObject({
  src: mediaPath,
  alt: text(500),
  credit: text(200),
  caption: text(1000).optional(),
  focus: focus.optional(),
})

const LONGEST_TITLE = 110
/** Over this, lists and search results cut a headline off. */
export const LONG_TITLE = 90

/** The front matter of `articles/**`; `rules/article.ts` has what one field says of another. */
export const articleFields = {
  title: text(LONGEST_TITLE),
  dek: text(250).optional(),
  kind: slug,
  section: slug,
  topics: slugs,
  authors: slugs,
  edition: slug.optional(),
  published: moment,
  updated: moment.optional(),
  status: z.enum(['draft', 'published', 'withdrawn']).default('published'),
  withdrawn: z.strictObject({ date: moment, reason: text(1000) }).optional(),
  image: image.optional(),
  corrections: z.array(z.strictObject({ date: moment, text: text(2000) })).default([]),
  related: slugs,
  series: slug.optional(),
  original: slug.optional(),
  aliases: slugs,
  sources: z.array(z.strictObject({ name: text(200), url: webAddress })).default([]),
  seo: z.strictObject({ title: text(200).optional(), description: text(500).optional() }).default({}),
}

export const authorFields = {
  name: text(100),
  role: text(100).optional(),
  photo: z
    .strictObject({ src: mediaPath, alt: text(500), credit: text(200).optional(), focus: focus.optional() })
    .optional(),
  links: z.array(z.strictObject({ label: text(60), url: link })).default([]),
}
