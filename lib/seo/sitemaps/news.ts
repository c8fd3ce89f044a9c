import type { Publication, Story } from '../../content/model.ts'
import { absolute } from '../addresses.ts'
import type { SitemapEntry } from './write.ts'

/** @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const MOST_NEWS = 1000

/**
 * What the news sitemap says of stories, each in the language of its edition.
 * @param stories those of the last 48 hours, at most `MOST_NEWS`
 */
export const newsEntries = ({ name, url, locale }: Publication, stories: readonly Story[]): SitemapEntry[] =>
  stories
    // Whoever writes sees drafts in lists.
    .filter(({ state }) => state === 'published')
    .map(({ href, headline, published, byline: { edition } }) => ({
      url: absolute(url, href),
      news: {
        publication: { name, language: newsLanguage(edition?.locale ?? locale) },
        publication_date: published.iso,
        title: headline,
      },
    }))

/**
 * A language as the news sitemap names it: two or three letters, but two names for Chinese, by its script.
 * @param locale a BCP 47 tag
 */
export function newsLanguage(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}
