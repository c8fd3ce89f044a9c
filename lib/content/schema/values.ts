import { z } from 'zod'
import { isMedia } from '../../markdown/links.ts'
import type { Moment } from '../model.ts'
import { CONTROL } from '../source/text.ts'

/** The form of every slug: lower-case letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => !CONTROL.test(value), { error: 'may hold no control characters' })

export const slug = z
  .string()
  .regex(SLUG, 'must be a slug: lower-case letters and digits, with single hyphens between words')
export const slugs = z.array(slug).default([])

/** Date, `T`, time and zone. @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
const ZONED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-](\d{2}):(\d{2}))$/
const ZONELESS = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/

/**
 * An ISO 8601 moment with its zone as a `Moment`, or the reason why it is none. A day that is not in the calendar is
 * refused, where `Date` would roll it over.
 */
export function readMoment(written: string): Moment | { readonly reason: string; readonly zoneless: boolean } {
  const parts = ZONED.exec(written)
  if (parts === null) {
    return ZONELESS.test(written)
      ? { reason: 'needs a time and a zone, as in 2022-04-02T15:04:00-04:00', zoneless: true }
      : { reason: 'must be a date with time and zone, as in 2022-04-02T15:04:00-04:00', zoneless: false }
  }
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = [1, 2, 3, 4, 5, 6, 8, 9].map((group) =>
    Number(parts[group] ?? 0),
  ) as [number, number, number, number, number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!real || hour > 23 || minute > 59 || second > 59 || zoneHour > 14 || zoneMinute > 59) {
    return { reason: `is no real date or time: ${written}`, zoneless: false }
  }
  return { iso: written, ms: Date.parse(written) }
}

export const moment = z.string().transform((written, context): Moment => {
  const read = readMoment(written)
  if ('ms' in read) return read
  context.addIssue({
    code: 'custom',
    message: read.reason,
    params: { rule: read.zoneless ? 'date-zone' : 'invalid-field' },
  })
  return z.NEVER
})

/** A link that readers may be sent to: a web or mail address, or a path of this site. */
export const link = z
  .string()
  .refine((value) => /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|\/[^\s]*)$/i.test(value) && !value.startsWith('//'), {
    error: 'must be an https:// address, a mailto: address or a path such as /about',
  })

export const webAddress = z.string().refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
  error: 'must be an http or https address',
})

const PERCENT_PAIR = /^(\d{1,3})% (\d{1,3})%$/

/** The point of a picture that every crop keeps, as CSS writes it: `40% 30%`. */
export const focus = z.string().transform((written, context) => {
  const [x, y] = (PERCENT_PAIR.exec(written) ?? []).slice(1).map(Number)
  if (x !== undefined && y !== undefined && x <= 100 && y <= 100) return { x, y }
  context.addIssue({ code: 'custom', message: 'must be two percentages from the top left, as in 40% 30%' })
  return z.NEVER
})

export const mediaPath = z.string().refine(isMedia, {
  error: 'must be a file in media/, written /media/name.jpg',
  params: { rule: 'missing-image' },
})
