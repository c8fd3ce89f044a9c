/** Values of a header that are in use are few and short; a client that makes up others must not fill the memory. */
const MOST = 1000
const LONGEST = 500

/**
 * The same function of a header's value, which reads each value once for as long as it is remembered.
 * @param read pure; what it throws is thrown, and not remembered
 */
export function remembering<T extends string | boolean>(read: (value: string) => T): (value: string) => T {
  const remembered = new Map<string, T>()
  return (value) => {
    const known = remembered.get(value)
    if (known !== undefined) return known
    const answer = read(value)
    if (remembered.size >= MOST) remembered.clear()
    if (value.length <= LONGEST) remembered.set(value, answer)
    return answer
  }
}
