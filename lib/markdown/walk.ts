import type { Nodes } from 'mdast'

/**
 * Reads every node of a tree, parents first. Reading takes most of the walks through a body, and needs nothing of what
 * makes `unist-util-visit` several times as slow; what changes children still uses that.
 * @param read gives back `false` to leave out what is below the node
 */
export function walk(node: Nodes, read: (node: Nodes) => unknown): void {
  if (read(node) === false || !('children' in node)) return
  for (const child of node.children) walk(child, read)
}
