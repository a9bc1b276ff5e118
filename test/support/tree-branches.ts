import type { Tree } from '@lezer/common'

/** A tree with all trees in it, whatever their kind. */
export const branchesOf = (tree: Tree, found = new Set<Tree>()): Set<Tree> => {
  found.add(tree)
  for (const child of tree.children) if ('children' in child) branchesOf(child, found)
  return found
}
