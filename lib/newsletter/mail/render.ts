import type { ReactNode } from 'react'

/**
 * The elements of mails. They cost 300 ms and 44 MB, so they are loaded when the first mail is made, and never for a page.
 * @see https://react.email/docs/components/html
 */
export type Components = typeof import('@react-email/components')

export const loadComponents = (): Promise<Components> => import('@react-email/components')

/** Where Outlook for Windows, which takes no widths from style, is given a table with one; see `renderHtml`. */
export const OUTLOOK = { open: 'outlook-open', close: 'outlook-close' } as const

const TABLE =
  '<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td>'
const MARKS: readonly (readonly [string, string])[] = [
  [`<${OUTLOOK.open}></${OUTLOOK.open}>`, `<!--[if mso]>${TABLE}<![endif]-->`],
  [`<${OUTLOOK.close}></${OUTLOOK.close}>`, '<!--[if mso]></td></tr></table><![endif]-->'],
]

/** What React puts into pages and no mail needs: hints to fetch pictures early, and marks of its own. */
const NEEDLESS = /<link rel="preload"[^>]*>|<!--(?:\/?\$|html|head|body)-->/g

/**
 * A mail's HTML, in one line. Text is escaped by React; markup comes from our own elements only.
 * @see https://learn.microsoft.com/en-us/previous-versions/office/developer/office-2007/aa338201(v=office.12)
 */
export async function renderHtml({ render }: Components, mail: ReactNode): Promise<string> {
  const html = (await render(mail)).replace(NEEDLESS, '')
  return MARKS.reduce((text, [mark, comment]) => text.replaceAll(mark, comment), html)
}
