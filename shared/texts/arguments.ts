/** The value types of placeholders by kind; any other placeholder takes a string or a number. */
interface Kinds {
  readonly plural: number
  readonly selectordinal: number
  readonly number: number
  readonly select: string
}

/**
 * The placeholders of an ICU message, parsed from its type. `Depth` has an item for each open brace: at an even depth
 * there is text, at an odd one the cases of a plural or select.
 */
type Placeholders<
  Message extends string,
  Depth extends readonly 0[] = [],
> = Message extends `${infer Before}{${infer After}`
  ? Message extends `${infer Until}}${infer Rest}`
    ? Until extends `${Before}{${string}`
      ? IsOdd<Depth> extends true
        ? Placeholders<After, [...Depth, 0]>
        : Opened<After, Depth>
      : Placeholders<Rest, Closed<Depth>>
    : unknown
  : unknown

type Opened<After extends string, Depth extends readonly 0[]> = After extends `${infer Inside}}${infer Rest}`
  ? Inside extends `${infer Name}, ${infer Kind extends keyof Kinds}, ${string}`
    ? { readonly [N in Name]: Kinds[Kind] } & (After extends `${Name}, ${Kind}, ${infer Cases}`
        ? Placeholders<Cases, [...Depth, 0]>
        : unknown)
    : Inside extends `${infer Name}, ${infer Kind extends keyof Kinds}`
      ? { readonly [N in Name]: Kinds[Kind] } & Placeholders<Rest, Depth>
      : { readonly [N in Inside]: string | number } & Placeholders<Rest, Depth>
  : unknown

type IsOdd<Depth extends readonly 0[]> = Depth extends readonly [0, 0, ...infer Rest extends readonly 0[]]
  ? IsOdd<Rest>
  : Depth extends readonly [0]
    ? true
    : false

type Closed<Depth extends readonly 0[]> = Depth extends readonly [0, ...infer Rest extends readonly 0[]]
  ? Rest
  : []

/** The arguments of `t` after the key: the values of the placeholders, or nothing. */
export type Values<Message extends string> =
  unknown extends Placeholders<Message> ? readonly [] : readonly [values: Placeholders<Message>]
