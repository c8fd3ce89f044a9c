import type { IssueContent } from '../model.ts'
import { issueElement } from './issue-html.ts'
import type { IssuePlace } from './issue-place.ts'
import { issueText } from './issue-text.ts'
import { loadComponents, renderHtml } from './render.ts'

/**
 * Gmail cuts off what is beyond 102 KB, with the link to unsubscribe. In bytes, with room for links of the recipient's
 * own that are longer than what stands for them.
 * @see https://www.caniemail.com/clients/gmail/
 */
export const MOST_BYTES = 100_000

/** The two parts of a mail. */
export interface MailParts {
  readonly html: string
  readonly text: string
}

/**
 * An issue as a mail, the same for all recipients: where a link of their own goes stand `PREFERENCES` and `UNSUBSCRIBE`.
 * Of an issue too large for Gmail the last stories are left to the web.
 */
export async function renderIssueMail(content: IssueContent, at: IssuePlace): Promise<MailParts> {
  const components = await loadComponents()
  let shown = content.stories.length
  for (;;) {
    const html = await renderHtml(components, issueElement({ components, content, at }, shown))
    const over = Buffer.byteLength(html) - MOST_BYTES
    if (over <= 0 || shown === 0) return { html, text: issueText(content, at, shown) }
    // The average story is larger than those at the end may be, so this may take another turn, but no more than a few.
    shown -= Math.min(shown, Math.max(1, Math.floor(over / (Buffer.byteLength(html) / shown))))
  }
}
