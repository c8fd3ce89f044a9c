import type { Media } from '../source/media.ts'
import type { Kind, ParsedFile, ParsedFileOf } from '../source/read.ts'

/** The kinds every publication has, with their labels; plain news shows its section instead. */
export const KINDS: Readonly<Record<string, string | null>> = {
  news: null,
  feature: 'Feature',
  'speed-read': 'Speed Read',
  'talking-point': 'Talking Point',
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  puzzle: 'Puzzles and Quizzes',
}

/** First parts of addresses that belong to the site itself, and names that would be mistaken for them. */
export const RESERVED: ReadonlySet<string> = new Set(
  `_next admin api archive articles atom authors dev fault favicon feed feeds fonts fronts healthz home hooks icon index llms
  manifest media metrics most-read newsletters oembed page pages preview readyz robots rss search sections series share
  sitemap sitemaps static subscribe topics unsubscribe`.split(/\s+/),
)

/** What names there are, so that a mention of one can be checked. A file counts even while something else in it is wrong. */
export interface Names {
  readonly media: Media
  readonly url: string
  readonly files: { readonly [K in Kind]: ReadonlyMap<string, ParsedFileOf<K>> }
  readonly kinds: ReadonlySet<string>
  readonly editions: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  /** Old slug → the article that has it as an alias. */
  readonly aliases: ReadonlyMap<string, string>
}

/** Gathers the names of all files; of two files with one slug the first by path has it. */
export function gatherNames(parsed: Iterable<ParsedFile>, media: Media): Names {
  const files = Object.fromEntries(KIND_LIST.map((kind) => [kind, new Map()])) as unknown as {
    [K in Kind]: Map<string, ParsedFileOf<K>>
  }
  for (const file of parsed) {
    const held = files[file.kind] as Map<string, ParsedFile>
    if (!held.has(file.slug)) held.set(file.slug, file)
  }
  const site = files.site.get('site')?.values
  const aliases = new Map<string, string>()
  const topics = new Set(files.topics.keys())
  for (const { slug, values } of files.articles.values()) {
    for (const alias of values.aliases ?? []) if (!aliases.has(alias)) aliases.set(alias, slug)
    for (const topic of values.topics ?? []) topics.add(topic)
  }
  return {
    media,
    url: (site?.url ?? 'http://localhost').replace(/\/+$/, ''),
    files,
    kinds: new Set([...Object.keys(KINDS), ...Object.keys(site?.kinds ?? {})]),
    editions: new Set((site?.editions ?? []).map(({ slug }) => slug)),
    topics,
    aliases,
  }
}

const KIND_LIST: readonly Kind[] = [
  'site',
  'articles',
  'authors',
  'sections',
  'series',
  'topics',
  'newsletters',
  'pages',
  'fronts',
]
