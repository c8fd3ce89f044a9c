import type { Publication } from '../../content/model.ts'
import type { Facet, Hit, Marked, SearchAnswer } from '../../search/model.ts'
import { absolute } from '../addresses.ts'
import { changed, type Misread, SEARCH_JSON_ADDRESS, searchAddress } from './address.ts'

/**
 * What `/search.json` answers: the same as the page. Names are only ever added to it; addresses are absolute, times are
 * ISO 8601, and texts are plain, but for those in `marked`, which are runs of text with `hit` on the words that matched.
 */
export function searchJson(publication: Publication, answer: SearchAnswer) {
  const { request, total, page, pages, until, hits, facets, suggestion, notices } = answer
  const { q, sort, section, kind, author, year } = request
  const full = (href: string) => absolute(publication.url, href)
  const at = (number: number) => full(searchAddress({ ...request, page: number, until }, SEARCH_JSON_ADDRESS))
  const facet = ({ value, label, count, selected }: Facet) => ({ value, label, count, selected })
  return {
    query: { q, sort, section, kind, author, year },
    url: full(searchAddress({ ...request, page, until: null })),
    total,
    page,
    pages,
    previous: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
    suggestion: suggestion && {
      q: suggestion.q,
      url: full(searchAddress(changed(request, { q: suggestion.q }), SEARCH_JSON_ADDRESS)),
    },
    notices,
    items: hits.map((hit) => itemOf(hit, full)),
    facets: {
      section: facets.sections.map(facet),
      kind: facets.kinds.map(facet),
      author: facets.authors.map(facet),
      year: facets.years.map(facet),
    },
  }
}

function itemOf({ story, headline, snippet }: Hit, full: (href: string) => string) {
  const { slug, href, kicker, section, byline, published, updated, picture } = story
  return {
    id: slug,
    url: full(href),
    headline: story.headline,
    dek: story.dek,
    kicker,
    section: { id: section.slug, title: section.title, url: full(section.href) },
    authors: byline.authors.map((author) => ({ id: author.slug, name: author.name, url: full(author.href) })),
    edition: byline.edition?.slug ?? null,
    published: published.iso,
    updated: updated?.iso ?? null,
    image: picture && { url: full(picture.src), width: picture.width, height: picture.height, alt: picture.alt },
    snippet: textOf(snippet),
    marked: { headline, snippet },
  }
}

const textOf = (marked: Marked): string => marked.map(({ text }) => text).join('')

/**
 * Why there is no answer, for programs; a reader would get one without what cannot be read.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const searchProblem = (misread: readonly Misread[]) => ({
  type: 'about:blank',
  title: 'Bad Request',
  status: 400,
  detail: misread.map(({ parameter }) => `The parameter “${parameter}” cannot be read.`).join(' '),
  errors: misread.map(({ parameter, why }) => ({ parameter, detail: why })),
})
