/**
 * The answer to who asks for an icon. Other sites may show it: previews and feed readers do.
 * @param type its media type
 */
export const iconAnswer = (bytes: Buffer, type: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cross-origin-resource-policy': 'cross-origin' },
  })
