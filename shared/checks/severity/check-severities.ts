import { z } from 'zod'

/** The values that the settings and `postwright.json` may give a check. */
const checkSeverity = z.enum(['off', 'hint', 'warning', 'error'])
export type CheckSeverity = z.infer<typeof checkSeverity>

/** Severities by the name of a check. */
export const checkSeverities = z.record(z.string().min(1).max(80), checkSeverity)
export type CheckSeverities = Readonly<z.infer<typeof checkSeverities>>
