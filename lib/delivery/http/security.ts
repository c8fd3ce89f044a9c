/** What a page may load, send and be framed by. Lean pages have no script and no style of their own within them. */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ')

/** Two years. Subdomains may be anyone's, so the header does not speak for them. */
const HSTS = 'max-age=63072000'

/** Abilities of a browser that no page here uses, and that nothing on a page may ask for. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb']

const COMMON: readonly [string, string][] = [
  ['content-security-policy', POLICY],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', UNUSED.map((feature) => `${feature}=()`).join(', ')],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['x-content-type-options', 'nosniff'],
]
const SECURE: readonly [string, string][] = [...COMMON, ['strict-transport-security', HSTS]]

/**
 * The headers that every response carries, by names in lower case. There is no `X-Frame-Options`: `frame-ancestors`
 * replaces it in every browser that knows the policy.
 * @param options.secure whether the client came by TLS; without it browsers must ignore HSTS
 * @see https://www.w3.org/TR/CSP3/
 * @see https://www.rfc-editor.org/rfc/rfc6797#section-7.2
 */
export const securityHeaders = ({ secure }: { readonly secure: boolean }): readonly [string, string][] =>
  secure ? SECURE : COMMON
