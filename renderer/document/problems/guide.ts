import { create } from 'zustand'

/** The check whose page of the guide is open; null while none is. */
export const useGuide = create<{ readonly check: string | null }>(() => ({ check: null }))

/** Opens the guide at a check, or closes it. */
export const showGuide = (check: string | null): void => useGuide.setState({ check })
