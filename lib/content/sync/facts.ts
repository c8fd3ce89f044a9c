import type { Moment } from '../model.ts'
import type { ArticleFacts } from '../rules/names.ts'
import type { ParsedFile } from '../source/read.ts'

/** What a file says of itself that others must know; kept with it in the catalog. */
export interface Facts {
  readonly status?: ArticleFacts['status']
  readonly published?: Moment
  readonly original?: string
  readonly aliases?: readonly string[]
  readonly topics?: readonly string[]
  readonly url?: string
  readonly zone?: string
  readonly editions?: readonly string[]
  readonly kinds?: readonly string[]
}

/** What others must know of a file, as far as it can be read. */
export function factsOf(file: ParsedFile): Facts {
  if (file.kind === 'articles') {
    const { status, published, original, aliases, topics } = file.values
    return {
      ...(status && { status }),
      ...(published && { published }),
      ...(original && { original }),
      ...(aliases?.length && { aliases }),
      ...(topics?.length && { topics }),
    }
  }
  if (file.kind !== 'site') return {}
  const { url, timezone, editions, kinds } = file.values
  return {
    ...(url !== undefined && { url }),
    ...(timezone !== undefined && { zone: timezone }),
    ...(editions && { editions: editions.map(({ slug }) => slug) }),
    ...(kinds && { kinds: Object.keys(kinds) }),
  }
}

/** What somebody asks for who looks in a folder for the name that comes nearest to one that is not there. */
export const nearName = (kind: string): string => `near/${kind}`

/** The members of one list or the other, but not of both. */
function difference(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...a.filter((name) => !b.includes(name)), ...b.filter((name) => !a.includes(name))]
}

/**
 * The names for which answers differ after a change of one file; see `FolderNames` for how they are asked for.
 * @param before null for a file that is new
 * @param after null for one that is gone
 */
export function changedNames(kind: string, slug: string, before: Facts | null, after: Facts | null): string[] {
  const own = `${kind}/${slug}`
  const names: string[] = []
  if (before === null || after === null) names.push(own, nearName(kind))
  else if (kind === 'media') names.push(own)
  if (kind === 'articles') {
    const seen = (facts: Facts | null) => `${facts?.status} ${facts?.published?.ms} ${facts?.original}`
    if (seen(before) !== seen(after)) names.push(own)
    names.push(...difference(before?.aliases, after?.aliases).map((alias) => `aliases/${alias}`))
    const topics = difference(before?.topics, after?.topics)
    names.push(...topics.map((topic) => `topics/${topic}`), ...(topics.length > 0 ? [nearName('topics')] : []))
  }
  if (kind === 'articles' || kind === 'pages') names.push(`anchors/${own}`)
  if (kind === 'site') {
    if (before?.url !== after?.url) names.push('url')
    const kinds = difference(before?.kinds, after?.kinds)
    const editions = difference(before?.editions, after?.editions)
    names.push(...kinds.map((name) => `kind/${name}`), ...editions.map((name) => `edition/${name}`))
    // The first is the default one, so their order says something too.
    if (String(before?.editions) !== String(after?.editions)) names.push('editions')
    if (kinds.length > 0) names.push('kinds')
    const listed = (facts: Facts | null) => facts?.kinds !== undefined && facts.editions !== undefined
    if (listed(before) !== listed(after)) names.push('listed')
  }
  return names
}
