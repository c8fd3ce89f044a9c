import path from 'node:path'

/** A folder as it is printed: from the working folder where it lies inside, else whole. */
export function shownFolder(folder: string, cwd: string): string {
  const inside = path.relative(cwd, folder)
  return inside.startsWith('..') || path.isAbsolute(inside) ? folder : inside
}
