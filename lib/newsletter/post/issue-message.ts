import { quoteString } from 'nodemailer/lib/mime-funcs'
import { PREFERENCES, UNSUBSCRIBE } from '../mail/placeholders.ts'
import type { Delivery, Issue, IssueContent } from '../model.ts'
import type { Links } from '../tokens/links.ts'
import { composeMessage, type Header, messageIdOf } from './message.ts'
import type { Publication } from './parts.ts'
import { QuotedText } from './quoted.ts'
import { domainOf } from './sender.ts'

/** Both texts of an issue, the same for all recipients but for the placeholders. */
interface Rendered {
  readonly html: string
  readonly text: string
}

interface From {
  readonly publication: Publication
  readonly links: Links
  /** The address that mails come from. */
  readonly from: string
}

const escaped = (url: string) => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * Headers of an issue that are the same for everybody. It is made by a clock and nobody reads replies by machines, so it
 * says that it is automatic; `Precedence` is left out, which never was a standard and which many take for bulk.
 * @see https://www.rfc-editor.org/rfc/rfc2919 List-Id
 * @see https://www.rfc-editor.org/rfc/rfc2369 List-Archive, List-Post
 * @see https://www.rfc-editor.org/rfc/rfc3834#section-5 Auto-Submitted
 */
function sharedHeaders(newsletter: string, { title }: IssueContent, { publication }: From): readonly Header[] {
  // The name is for people, and optional: one that would need encoding is left to From and Subject.
  const name = /^[\x20-\x7e]{1,60}$/.test(title) ? `${quoteString(title)} ` : ''
  return [
    ['Auto-Submitted', 'auto-generated'],
    ['List-Id', `${name}<${newsletter}.newsletters.${domainOf(publication.url)}>`],
    ['List-Archive', `<${new URL(`/newsletters/${newsletter}`, publication.url).href}>`],
    ['List-Post', 'NO'],
  ]
}

/**
 * Prepares the mails of an issue: everything is encoded once, and each recipient's own links are put in between.
 * @returns what makes the mail for one recipient, at a time in milliseconds
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.1 List-Unsubscribe-Post
 */
export function issueMessages(
  { id, newsletter }: Pick<Issue, 'id' | 'newsletter'>,
  content: IssueContent,
  { html, text }: Rendered,
  by: From,
): (delivery: Delivery, now: number) => Buffer {
  const places = [PREFERENCES, UNSUBSCRIBE]
  const parts = { html: new QuotedText(html, places), text: new QuotedText(text, places) }
  const shared = sharedHeaders(newsletter, content, by)
  return ({ subscriber, epoch, address }, now) => {
    const whom = { id: subscriber, epoch }
    const unsubscribe = by.links.unsubscribe(whom, newsletter)
    const own = [by.links.preferences(whom), unsubscribe]
    return composeMessage(
      {
        from: { name: content.sender, address: by.from },
        to: address,
        subject: content.subject,
        date: now,
        messageId: messageIdOf(by.from, id, subscriber),
        more: [
          ...shared,
          ['List-Unsubscribe', `<${unsubscribe}>`],
          ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        ],
      },
      { html: parts.html.fill(own.map(escaped)), text: parts.text.fill(own) },
    )
  }
}
