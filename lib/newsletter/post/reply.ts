/** What a mail server said. */
export interface Reply {
  /** Three digits. */
  readonly code: number
  /** `5.1.1` as numbers; null when the server gives none. */
  readonly status: readonly [kind: number, subject: number, detail: number] | null
}

const MOST = 200

/**
 * Reads a reply of SMTP.
 * @returns null for what is none
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.2
 * @see https://www.rfc-editor.org/rfc/rfc2034 for the second code
 */
export function readReply(text: string | undefined): Reply | null {
  const [, code, , kind, subject, detail] =
    /^([2-5]\d\d)(?:[ -]+(([245])\.(\d{1,3})\.(\d{1,3}))\b)?/.exec(text ?? '') ?? []
  if (code === undefined) return null
  const status = kind === undefined ? null : ([Number(kind), Number(subject), Number(detail)] as const)
  return { code: Number(code), status }
}

/** What a server said as it may be kept and logged: on one line, without anything that looks like an address. */
export const withoutAddresses = (text: string): string =>
  text
    .slice(0, 4 * MOST)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/<[^<>]*@[^<>]*>|"[^"]*"@[^\s<>"'(),:;]+|[^\s<>"'(),:;=]+@[^\s<>"'(),:;]+/g, '…')
    .trim()
    .slice(0, MOST)
