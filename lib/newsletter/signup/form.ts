/** What the forms of newsletters hold at most; octets. */
const LARGEST = 64 * 1024

/** How long a body may take; milliseconds. */
const READ_LIMIT = 10_000

/** What a form says, as a list of names and values: no name means anything to the language. Files are left out. */
export type Form = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>

/** Why a body is no form, as an HTTP answer says it. */
export interface NoForm {
  readonly status: 400 | 408 | 413 | 415
  readonly why: string
}

const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/**
 * Reads the body of a form, whoever has sent it.
 * @param options.isLenient takes a body of any other type, or of none, as `application/x-www-form-urlencoded`
 * @see https://url.spec.whatwg.org/#urlencoded-parsing
 * @see https://www.rfc-editor.org/rfc/rfc7578
 */
export async function readForm(
  request: Request,
  options: { readonly isLenient?: boolean } = {},
): Promise<Form | NoForm> {
  const type = request.headers.get('content-type') ?? ''
  const essence = type.split(';', 1)[0]?.trim().toLowerCase()
  if (essence !== URLENCODED && essence !== MULTIPART && options.isLenient !== true) {
    return { status: 415, why: `Send a form: ${URLENCODED} or ${MULTIPART}.` }
  }
  const body = await readBody(request)
  if (!(body instanceof Uint8Array)) return body
  if (essence !== MULTIPART) return new URLSearchParams(Buffer.from(body).toString('utf8'))
  try {
    const parts = await new Response(body, { headers: { 'content-type': type } }).formData()
    const form = new URLSearchParams()
    for (const [name, value] of parts) if (typeof value === 'string') form.append(name, value)
    return form
  } catch {
    return { status: 400, why: 'The form could not be read. Send it again.' }
  }
}

async function readBody({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer> | NoForm> {
  const tooLarge: NoForm = { status: 413, why: 'The form has more than 64 KB.' }
  if (Number(headers.get('content-length')) > LARGEST) return tooLarge
  const parts: Uint8Array[] = []
  let size = 0
  const limit = AbortSignal.timeout(READ_LIMIT)
  try {
    for await (const part of body?.pipeThrough(new TransformStream<Uint8Array>(), { signal: limit }) ?? []) {
      size += part.byteLength
      if (size > LARGEST) return tooLarge
      parts.push(part)
    }
  } catch {
    return limit.aborted
      ? { status: 408, why: 'The form took too long. Send it again.' }
      : { status: 400, why: 'The form broke off. Send it again.' }
  }
  return Buffer.concat(parts)
}
