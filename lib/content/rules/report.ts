import type { Place, Problem, Rule } from '../problems.ts'
import type { Document } from '../source/document.ts'
import type { Path } from '../source/yaml.ts'
import { didYouMean } from '../suggest.ts'

/** Collects the problems of one file. */
export class Report {
  readonly problems: Problem[] = []
  readonly #document: Document

  constructor(document: Document) {
    this.#document = document
  }

  /** A problem with the value of a field. */
  field(path: Path, rule: Rule, message: string): void {
    this.at(this.#document.place(path), rule, message)
  }

  /** A problem at a line and column of the body, counted from 1. */
  body({ line, column }: Place, rule: Rule, message: string): void {
    this.at({ line: line + this.#document.bodyLine - 1, column }, rule, message)
  }

  at({ line, column }: Place, rule: Rule, message: string): void {
    this.problems.push({ file: this.#document.file, rule, message, line, column })
  }

  /** A problem when a field names something that is not among what is known. */
  known(
    path: Path,
    name: string | undefined,
    known: { has(name: string): boolean; keys(): Iterable<string> },
    rule: Rule,
    what: string,
  ): void {
    if (name === undefined || known.has(name)) return
    this.field(path, rule, `${what.replace('%', `"${name}"`)}${didYouMean(name, known.keys())}`)
  }
}
