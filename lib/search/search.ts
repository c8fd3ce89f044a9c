import { Bits } from '../content/catalog/bits.ts'
import type { Catalog } from '../content/catalog/catalog.ts'
import type { Facts } from '../content/catalog/facts.ts'
import { catalog as open } from '../content/catalog/store.ts'
import { toStory } from '../content/queries/present.ts'
import { wordsOf } from '../content/words/words.ts'
import { facetsOf } from './facets.ts'
import { type Bounds, type Counted, chosen, type Filters, filter } from './filter.ts'
import { marksIn, type Pattern, toRuns } from './marks.ts'
import { eachOf, matchesOf } from './matches.ts'
import type { Hit, SearchAnswer, SearchEngine, SearchRequest } from './model.ts'
import { mostOf } from './most.ts'
import { newest } from './newest.ts'
import { MOST_PAGED, ranked } from './order.ts'
import { type Called, isEmpty, type Query, readable, readQuery } from './query.ts'
import { snippetOf } from './snippet.ts'
import { stemming } from './stemming.ts'
import { suggest } from './suggestion.ts'
import { docsOf, doubtedOf, type Looked, lookUp, patternOf } from './terms.ts'
import { readUntil, type Until, writeUntil } from './until.ts'

/** Stories on a page. */
const PAGE_SIZE = 10

/** From so few stories on another spelling is thought of. */
const HARDLY_ANY = 2

const NO_WORDS = 'There is no word in this search.'
const MOST_OF_THEM = 'No story has all of these words. These have most of what they tell.'
const ONLY_NEWEST = 'Words as common as these were looked for beside each other in the newest stories only.'
const ONLY_FIRST = `Only the first ${MOST_PAGED} stories are listed. More words, or a filter, lead to the others.`

/** Searches the catalog of this process. */
export const search: SearchEngine['search'] = async (request, now) => searchIn(await open(), request, now)

/** One search: what it asks, where, and what it has learned of it. */
interface Search {
  readonly catalog: Catalog
  readonly facts: Facts
  readonly query: Query
  readonly looked: Looked
  readonly until: Until
  readonly stem: (word: string) => string
}

/** Searches one state of a catalog. @param now milliseconds since the epoch */
export async function searchIn(catalog: Catalog, request: SearchRequest, now: number): Promise<SearchAnswer> {
  const { locale, timeZone } = catalog.site.publication
  const query = readQuery(request.q, timeZone)
  if (isEmpty(query)) return nothing(request, request.q.trim() === '' ? [] : [...query.notices, NO_WORDS])
  const facts = await catalog.search.facts(timeZone)
  const stem = stemming(locale)
  const until = readUntil(request.until) ?? { highest: facts.highest, moment: now }
  const looked = lookUp(query, catalog.vocabulary, stem)
  const asked: Search = { catalog, facts, query, looked, until, stem }
  const { counted, notices, whole } = await find(asked, filtersOf(request, facts))
  const ids = orderOf(counted, request, asked)
  const pages = Math.ceil(ids.length / PAGE_SIZE)
  const page = Math.max(1, Math.min(request.page, pages))
  const isCut = page === pages && counted.ids.length > ids.length
  return {
    request,
    total: counted.ids.length,
    page,
    pages,
    hits: hitsOf(ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), asked),
    facets: facetsOf(counted, facts, catalog, request),
    suggestion: counted.ids.length > HARDLY_ANY ? null : await suggestionOf(asked, request.q),
    notices: [...notices, ...(whole ? [] : [ONLY_NEWEST]), ...(isCut ? [ONLY_FIRST] : [])],
    until: writeUntil(until),
  }
}

const nothing = (request: SearchRequest, notices: readonly string[]): SearchAnswer => ({
  request,
  total: 0,
  page: 1,
  pages: 0,
  hits: [],
  facets: { sections: [], kinds: [], authors: [], years: [] },
  suggestion: null,
  notices,
  until: null,
})

/** The numbers of a request's filters; -1 of what no article has. */
const filtersOf = ({ section, kind, author, year }: SearchRequest, facts: Facts): Filters => ({
  section: section === null ? null : facts.sections.find(section),
  kind: kind === null ? null : facts.kinds.find(kind),
  author: author === null ? null : facts.authors.find(author),
  year,
})

/** Those stories that have all that is asked for; if there are none, whatever the filters, those that have most of it. */
async function find(asked: Search, filters: Filters): Promise<Found> {
  const found = await count(asked, filters)
  const { needs, without } = asked.looked
  if (found.counted.ids.length > 0 || needs.length < 2 || without.length > 0) return found
  if (needs.some((need) => docsOf(need) === 0)) return found
  if ((await count(asked, ANYTHING)).counted.ids.length > 0) return found
  const each = await eachOf(asked.looked, asked.catalog, asked.facts)
  const some = each.reduce((all, { bits }) => all.or(bits), new Bits())
  const most = Bits.of(mostOf((await count(asked, ANYTHING, some)).counted.ids, each), asked.facts.highest)
  const { notices, ...rest } = await count(asked, filters, most)
  return { ...rest, notices: [...notices, MOST_OF_THEM] }
}

const ANYTHING: Filters = { section: null, kind: null, author: null, year: null }

interface Found {
  readonly counted: Counted
  readonly notices: readonly string[]
  /** Whether all stories were looked through. */
  readonly whole: boolean
}

/** @param matching in place of the stories that have all words */
async function count(
  { catalog, facts, query, looked, until }: Search,
  filters: Filters,
  matching: Bits | null = null,
): Promise<Found> {
  const authors = query.authors.length === 0 ? [] : chosen(query.authors, authorsOf(catalog, facts))
  const sections = query.sections.length === 0 ? [] : chosen(query.sections, sectionsOf(catalog, facts))
  const { start, end } = query.range
  const bounds: Bounds = { start, end, authors, sections, highest: until.highest, latest: until.moment }
  const { bits, whole } = matching ? { bits: matching, whole: true } : await matchesOf(looked, catalog, facts)
  return {
    counted: filter(bits, facts, filters, bounds),
    notices: [
      ...query.notices,
      ...unknown('author', query.authors, authors),
      ...unknown('section', query.sections, sections),
    ],
    whole,
  }
}

const authorsOf = (catalog: Catalog, facts: Facts) =>
  catalog.search
    .authors()
    .map(({ slug, name }) => ({ number: facts.authors.find(slug), words: wordsOf(`${name} ${slug}`) }))

const sectionsOf = (catalog: Catalog, facts: Facts) =>
  Array.from(catalog.site.sections.values(), ({ slug, title }) => ({
    number: facts.sections.find(slug),
    words: wordsOf(`${title} ${slug}`),
  }))

const unknown = (
  what: string,
  called: readonly Called[],
  found: readonly { readonly numbers: ReadonlySet<number> }[],
) =>
  called.flatMap(({ words }, at) =>
    found[at]?.numbers.size === 0 ? [`No ${what} is called “${words.join(' ')}”.`] : [],
  )

function orderOf({ ids }: Counted, { sort }: SearchRequest, { catalog, facts, looked, until }: Search): number[] {
  if (sort === 'newest' || looked.needs.length === 0) return newest(ids, MOST_PAGED, facts.published)
  return ranked(ids, looked.needs, catalog, facts, until.moment)
}

function hitsOf(ids: readonly number[], { catalog, looked, stem }: Search): Hit[] {
  const patterns: Pattern[] = looked.needs.map((need) => patternOf(need, stem))
  return catalog.search.found(ids).map(({ card, body }) => {
    const story = toStory(catalog, card)
    const { headline } = story
    return {
      story,
      headline: toRuns(headline, marksIn(headline, patterns)),
      snippet: snippetOf(body, story.dek, patterns),
    }
  })
}

/** Another spelling by which stories are found, whatever the filters. */
async function suggestionOf(asked: Search, typed: string): Promise<SearchAnswer['suggestion']> {
  const { catalog, stem } = asked
  const doubted = doubtedOf(asked.looked)
  const suggestion = doubted.length === 0 ? null : suggest(readable(typed), doubted, catalog.vocabulary)
  if (suggestion === null) return null
  const query = readQuery(suggestion.q, catalog.site.publication.timeZone)
  const looked = lookUp(query, catalog.vocabulary, stem)
  const { counted } = await count({ ...asked, query, looked }, ANYTHING)
  return counted.ids.length > 0 ? suggestion : null
}
