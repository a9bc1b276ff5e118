import { create } from 'zustand'
import type { PostId } from '../../shared/posts/post'
import { type ConflictToSolve, conflictOf } from '../document/disk/conflict'

/** The conflict being compared. It stays as it was opened, even if the file changes meanwhile. */
export const useComparison = create<{ readonly conflict: ConflictToSolve | null }>(() => ({ conflict: null }))

/** Shows both sides of a post beside each other. */
export const openComparison = (id: PostId): void => useComparison.setState({ conflict: conflictOf(id) })

/** Closes the comparison; nothing is decided. */
export const closeComparison = (): void => useComparison.setState({ conflict: null })
