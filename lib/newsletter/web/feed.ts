import type { Newsletter, Publication } from '../../content/model.ts'
import { absolute, feedAddresses } from '../../seo/addresses.ts'
import type { FeedDocument, FeedEntry } from '../../seo/feeds/document.ts'
import { permanentId } from '../../seo/feeds/identity.ts'
import { escapeHtml } from '../../seo/feeds/portable.ts'
import { iconAddress, LARGE } from '../../seo/icons/address.ts'
import type { IssueCorrection, IssueStory } from '../model.ts'
import type { PublishedIssue } from './issues.ts'

/**
 * What the feed of a newsletter's issues says: each issue as the list of what it carried.
 * @param issues newest first
 * @param hub where readers subscribe to be told of changes, an absolute address, or null
 */
export function toIssuesDocument(
  publication: Publication,
  newsletter: Newsletter,
  issues: readonly PublishedIssue[],
  hub: string | null,
): FeedDocument {
  const full = (href: string) => absolute(publication.url, href)
  const { rss, atom, json } = feedAddresses(newsletter.href)
  const [newest] = issues
  return {
    title: `${publication.name}: ${newsletter.title}`,
    description: newsletter.description,
    home: full(newsletter.href),
    self: { rss: full(rss), atom: full(atom), json: full(json) },
    hub,
    locale: publication.locale,
    publisher: { name: publication.name, url: full('/') },
    icon: full(iconAddress(LARGE)),
    logo: null,
    updated: newest?.built ?? null,
    entries: issues.map((issue) => toEntry(issue, publication)),
  }
}

function toEntry({ href, built, content }: PublishedIssue, { name, url }: Publication): FeedEntry {
  const { subject, preheader, stories, corrections, locale } = content
  return {
    // An issue never moves: its own address names it.
    id: permanentId(url, href.slice(1)),
    url: absolute(url, href),
    title: subject,
    summary: preheader || subject,
    content: [...corrections.map((one) => correctionHtml(one, url)), ...stories.map((one) => storyHtml(one, url))].join(
      '',
    ),
    published: built,
    modified: built,
    authors: [{ name, url: absolute(url, '/') }],
    categories: [],
    picture: null,
    locale,
    versions: [],
  }
}

const linked = (headline: string, href: string, url: string) =>
  `<a href="${escapeHtml(absolute(url, href))}">${escapeHtml(headline)}</a>`

function storyHtml({ headline, href, dek, kicker, byline }: IssueStory, url: string): string {
  const words = [`${escapeHtml(kicker)}: <strong>${linked(headline, href, url)}</strong>`, dek, byline]
  return `<p>${words.flatMap((part, at) => (part ? [at === 0 ? part : escapeHtml(part)] : [])).join('<br>')}</p>`
}

const correctionHtml = ({ headline, href, kind, text }: IssueCorrection, url: string): string =>
  `<p><strong>${kind === 'withdrawn' ? 'Withdrawn' : 'Correction'}:</strong> ${linked(headline, href, url)}. ${escapeHtml(text)}</p>`
