import type { SectionRef } from '#lib/content/model.ts'

/** The class that gives everything inside it the section's colour as `tint`. */
export function tintOf(section: SectionRef): string {
  return `tint-${section.tint}`
}
