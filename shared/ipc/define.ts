import type { z } from 'zod'

/** A call from the renderer to main: its arguments, checked at run time, and its result type. */
export interface CallSpec<A extends z.ZodType = z.ZodType, R = unknown> {
  readonly args: A
  readonly result: Returns<R>
}

/** An event from main to the renderer. Main is trusted, so its payload is not checked. */
export interface EventSpec<P = unknown> {
  readonly payload: Returns<P>
}

/** A type without a value. */
export type Returns<R> = { readonly type?: R }

export const returns = <R>(): Returns<R> => ({})
export const call = <A extends z.ZodType, R>(args: A, result: Returns<R>): CallSpec<A, R> => ({
  args,
  result,
})
export const event = <P>(): EventSpec<P> => ({ payload: returns<P>() })

export type ArgsOf<S> =
  S extends CallSpec<infer A, unknown> ? (z.infer<A> extends unknown[] ? z.infer<A> : never) : never
/** The same before they are checked. */
export type SentArgsOf<S> =
  S extends CallSpec<infer A, unknown> ? (z.input<A> extends unknown[] ? z.input<A> : never) : never
export type ResultOf<S> = S extends CallSpec<z.ZodType, infer R> ? R : never
export type PayloadOf<S> = S extends EventSpec<infer P> ? P : never
