import { formatProblem, isError, type Problem, RULES } from '../content/problems.ts'

export const FORMATS = ['text', 'github', 'json'] as const
export type Format = (typeof FORMATS)[number]

export interface Summary {
  readonly files: number
  readonly problems: readonly Problem[]
}

/**
 * The report of a check, ready to print: one line a problem, workflow annotations, or JSON.
 * @param show turns a file of the content folder into the path that is printed
 */
export function formatReport(format: Format, { files, problems }: Summary, show: (file: string) => string): string {
  switch (format) {
    case 'text':
      return problems.map((problem) => `${formatProblem({ ...problem, file: show(problem.file) })}\n`).join('')
    case 'github':
      return problems.map((problem) => `${annotation(problem, show)}\n`).join('')
    case 'json': {
      const { errors, warnings } = count(problems)
      const list = problems.map((problem) => ({ ...problem, file: show(problem.file), severity: RULES[problem.rule] }))
      return `${JSON.stringify({ files, errors, warnings, problems: list }, null, 2)}\n`
    }
  }
}

export function count(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(isError).length
  return { errors, warnings: problems.length - errors }
}

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function annotation({ file, line, column, rule, message }: Problem, show: (file: string) => string): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${RULES[rule]} file=${property(show(file))},line=${line},col=${column},title=${rule}::${data(message)}`
}
