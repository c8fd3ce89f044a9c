import { z } from 'zod'
import { link, mediaPath, slug, slugs, text, webAddress } from './values.ts'

const accepted = (probe: () => unknown): boolean => {
  try {
    probe()
    return true
  } catch {
    return false
  }
}

const locale = z.string().refine((tag) => accepted(() => new Intl.Locale(tag)), {
  error: 'must be a language tag such as en-US',
})
const timeZone = z.string().refine((zone) => accepted(() => new Intl.DateTimeFormat('en', { timeZone: zone })), {
  error: 'must be a time zone such as America/New_York',
})
const linkItem = z.strictObject({ label: text(60), link })

/** What a publication says of how it works: the name in `site.yaml` of each policy. */
const POLICIES = [
  'principles',
  'ethics',
  'corrections',
  'verification',
  'sources',
  'feedback',
  'diversity',
  'mission',
  'masthead',
  'ownership',
] as const
export type Policy = (typeof POLICIES)[number]

/** A robot as robots.txt names it. @see https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1 */
const crawler = z
  .string()
  .regex(/^[A-Za-z_-]{1,60}$/, 'must be the name of a robot as robots.txt writes it, such as GPTBot')

/** `site.yaml`: the publication. */
export const siteFields = {
  name: text(100),
  tagline: text(200).optional(),
  description: text(500),
  url: z.url({ protocol: /^https?$/, error: 'must be the http or https address of the site' }),
  locale,
  timezone: timeZone,
  publisher: z.strictObject({
    name: text(200),
    email: z.email('must be a mail address').optional(),
    address: text(300).optional(),
  }),
  editions: z
    .array(z.strictObject({ slug, name: text(100), label: text(20).optional(), locale: locale.optional() }))
    .default([]),
  kinds: z.record(slug, text(40)).default({}),
  navigation: z.array(linkItem).default([]),
  logo: mediaPath.optional(),
  profiles: z.array(webAddress).default([]),
  policies: z.partialRecord(z.enum(POLICIES), link).default({}),
  feeds: z.enum(['full', 'summary']).default('full'),
  crawlers: z.record(crawler, z.enum(['allow', 'disallow'])).default({}),
  promotion: z.strictObject({ title: text(120), text: text(400), label: text(40), link }).optional(),
}

export const sectionFields = { title: text(60), description: text(300), order: z.number().default(1000) }
export const seriesFields = { title: text(110), description: text(500) }
export const topicFields = { title: text(60).optional(), description: text(500).optional() }
export const pageFields = { title: text(110), description: text(300).optional() }

const SCHEDULE =
  /^(?:daily|weekdays|weekly (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)) (?:[01]\d|2[0-3]):[0-5]\d$/

export const newsletterFields = {
  title: text(60),
  description: text(300),
  sender: text(100)
    .refine((name) => !/[<>@]/.test(name), { error: 'must be a name, without a mail address' })
    .optional(),
  schedule: z.string().regex(SCHEDULE, 'must be such as "daily 06:30", "weekdays 18:00" or "weekly sunday 08:00"'),
  selection: z
    .strictObject({
      sections: slugs,
      topics: slugs,
      kinds: slugs,
      editions: slugs,
      limit: z.number().int().min(1).max(50).default(10),
      order: z.enum(['newest', 'front', 'most-read']).default('newest'),
    })
    .default({ sections: [], topics: [], kinds: [], editions: [], limit: 10, order: 'newest' }),
}

/** `fronts/<name>.yaml`: the stories that an editor has placed. */
export const frontFields = {
  lead: slug.optional(),
  second: slugs,
  blocks: z.array(slug).optional(),
}
