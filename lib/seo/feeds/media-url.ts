/**
 * The absolute address of a picture. Its path is a file's name, in which any character may stand for itself.
 * @param base any address of the site
 * @param src as a `Picture` has it: the path, with the version of the file behind `?v=`
 */
export function mediaUrl(base: string, src: string): string {
  const [, path = '', version = ''] = /^(.*?)(\?v=[^?]*)?$/s.exec(src) ?? []
  return new URL(path.split('/').map(encodeURIComponent).join('/') + version, base).href
}
