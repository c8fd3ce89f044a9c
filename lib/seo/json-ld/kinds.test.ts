import { expect, test } from 'vitest'
import { typeOf } from './kinds.ts'

test.for([
  ['news', 'ReportageNewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['puzzle', 'Quiz'],
  ['feature', 'NewsArticle'],
  ['explainer', 'NewsArticle'],
  ['a-kind-of-site-yaml', 'NewsArticle'],
  ['constructor', 'NewsArticle'],
] as const)('%s is a %s', ([kind, type]) => {
  expect(typeOf(kind)).toBe(type)
})
