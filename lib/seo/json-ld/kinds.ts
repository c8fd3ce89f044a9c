/** What schema.org calls the kinds of articles. @see https://schema.org/NewsArticle */
const TYPES = {
  news: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  puzzle: 'Quiz',
} as const

type KindType = (typeof TYPES)[keyof typeof TYPES] | 'NewsArticle'

/** The type of an article. Whatever has none of its own, as the kinds that `site.yaml` adds, is a `NewsArticle`. */
export const typeOf = (kind: string): KindType =>
  new Map<string, KindType>(Object.entries(TYPES)).get(kind) ?? 'NewsArticle'
