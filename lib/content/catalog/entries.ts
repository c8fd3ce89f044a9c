import { typeset } from '../../markdown/typography.ts'
import { readingMinutes } from '../../markdown/words.ts'
import type { State } from '../model.ts'
import type { FieldsOf, Kind, ParsedFileOf } from '../source/read.ts'

/** A file's content, complete and right, with the quotation marks and dashes of print. */
export type Entry<K extends Kind> = FieldsOf<K> & {
  readonly slug: string
  readonly body: string
  readonly words: number
}

type Article = Entry<'articles'>

/** Fields of an article that only its own page shows. */
const REST = ['body', 'words', 'withdrawn', 'corrections', 'related', 'aliases', 'sources', 'seo'] as const
type Rest = (typeof REST)[number]

/** What lists and cards need of an article. */
export type Card = Omit<Article, Rest> & {
  /** Whole minutes to read it. */
  readonly minutes: number
  /** `homeless`: its section is gone, so that it has no address. */
  readonly state: State | 'homeless'
}

/** The whole of it. */
export type FullArticle = Card & Pick<Article, Rest>

/** Takes an article apart into what lists show and what else its own page does, each as it is kept. */
export function divide(article: Article): { card: string; rest: string; body: string } {
  const { body, words, withdrawn, corrections, related, aliases, sources, seo, ...card } = article
  const rest = { words, withdrawn, corrections, related, aliases, sources, seo }
  // A card shows minutes: an edit of a few words does not change it.
  return { card: JSON.stringify({ ...card, minutes: readingMinutes(words) }), rest: JSON.stringify(rest), body }
}

/** What a row of the catalog has of a card. */
export interface CardRow {
  /** JSON, as `divide` makes it. */
  readonly card: string
  readonly state: Card['state']
}

/** A card as it was kept, with where it stands now. */
export const toCard = ({ card, state }: CardRow): Card => ({ ...(JSON.parse(card) as Card), state })

/** When an article was last changed as far as its dates tell: by its publication, an update or a correction; milliseconds. */
export const modifiedOf = ({
  published,
  updated,
  corrections,
}: Pick<Article, 'published' | 'updated' | 'corrections'>) =>
  Math.max(published.ms, updated?.ms ?? 0, ...corrections.map(({ date }) => date.ms))

/** The entry that a good file makes. */
export function toEntry<K extends Kind>(file: ParsedFileOf<K>, complete: FieldsOf<K>): Entry<K> {
  return { ...typesetFields(complete), slug: file.slug, body: file.document?.body ?? '', words: file.words }
}

/** Fields of plain text that readers see, as typewritten as a body is. */
const PRINTED: ReadonlySet<string> = new Set([
  'title',
  'dek',
  'description',
  'tagline',
  'name',
  'role',
  'reason',
  'text',
  'label',
])
const GROUPS: ReadonlySet<string> = new Set(['withdrawn', 'promotion'])

/** The same fields with the quotation marks and dashes of print. */
function typesetFields<F extends object>(fields: F): F {
  const set = ([field, value]: [string, unknown]): [string, unknown] => {
    if (typeof value === 'string' && PRINTED.has(field)) return [field, typeset(value)]
    return [field, GROUPS.has(field) && value ? typesetFields(value) : value]
  }
  return Object.fromEntries(Object.entries(fields).map(set)) as F
}
