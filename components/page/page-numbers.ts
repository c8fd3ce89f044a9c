/** Which pages a pagination names: the first, the last, the open one with its neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(shown)].sort((a, b) => a - b)
  return numbers.flatMap((number, position) => {
    const before = numbers[position - 1] ?? number - 1
    if (number - before === 1) return [number]
    return number - before === 2 ? [number - 1, number] : [0, number]
  })
}

/** The address of one page of a list; the first has the list's own. */
export function pageHref(href: string, page: number): string {
  return page === 1 ? href : `${href}?page=${page}`
}
