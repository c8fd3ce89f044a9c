import { RESERVED } from '../../content/rules/names.ts'
import { SLUG } from '../../content/schema/values.ts'

/** Letters that are no base letter with a mark on it, so that Unicode does not take them apart. */
const FOLDED: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ı: 'i',
}

/** Longer addresses are cut between words; a title may have 110 characters, and one may fold into several. */
const LONGEST = 100

/**
 * The slug that a title suggests: lower-case letters without their marks, digits, and single hyphens. Apostrophes go
 * without a gap, so that “Russia’s” is `russias`. Empty for a title with nothing that can stand in a slug.
 */
export function slugOf(title: string): string {
  const words = title
    .replaceAll(/['’‘ʼʻ´`]/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => FOLDED[letter] ?? ' ')
    .match(/[a-z0-9]+/g)
  const slug = words?.join('-') ?? ''
  return slug.length <= LONGEST ? slug : slug.slice(0, LONGEST + 1).replace(/-[^-]*$|.$/, '')
}

/** Where names are looked up. */
interface Names {
  has(name: string): boolean
}

/** The slug, or the first of `slug-2`, `slug-3`, … that the site does not need itself and no article has or had. */
function freeSlug(slug: string, articles: Names, aliases: Names): string {
  const isFree = (name: string) => !RESERVED.has(name) && !articles.has(name) && !aliases.has(name)
  if (isFree(slug)) return slug
  for (let number = 2; ; number++) if (isFree(`${slug}-${number}`)) return `${slug}-${number}`
}

/**
 * The slug of a new article: the one that was asked for, or one made of the title.
 * @returns the slug, or why there is none
 */
export function chooseSlug(
  title: string,
  wanted: string | undefined,
  articles: Names,
  aliases: Names,
): { readonly slug: string } | { readonly fault: string } {
  const slug = wanted ?? slugOf(title)
  if (slug === '') return { fault: 'the title has no letter or digit that an address may have; give a --slug' }
  if (!SLUG.test(slug) || slug.length > LONGEST) {
    const fault = `"${slug}" is no slug: lower-case letters and digits, with single hyphens, ${LONGEST} at the most`
    return { fault }
  }
  const free = freeSlug(slug, articles, aliases)
  if (wanted === undefined || free === wanted) return { slug: free }
  const why = RESERVED.has(wanted) ? 'is a name that the site needs itself' : 'is used already'
  return { fault: `the slug "${wanted}" ${why}; "${free}" is free` }
}
