import type { BodyBlock, NewsletterRef } from '#lib/content/model.ts'

/** The newsletter to offer after a story: one that its text has not offered yet, if there is such a one. */
export function secondNewsletter(
  body: readonly BodyBlock[],
  newsletters: readonly NewsletterRef[],
): NewsletterRef | null {
  const offered = body.flatMap((block) => (block.type === 'newsletter' ? [block.newsletter.slug] : []))
  return newsletters.find((newsletter) => !offered.includes(newsletter.slug)) ?? newsletters[0] ?? null
}
