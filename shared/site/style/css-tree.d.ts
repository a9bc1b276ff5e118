declare module 'css-tree/tokenizer' {
  export const tokenTypes: {
    readonly Function: number
    readonly AtKeyword: number
    readonly String: number
    readonly Url: number
    readonly BadUrl: number
    readonly WhiteSpace: number
    readonly RightParenthesis: number
    readonly CDO: number
    readonly Comment: number
  }
  /** Calls back with each token of CSS Syntax 3, by its type and its place in the source. */
  export const tokenize: (source: string, onToken: (type: number, start: number, end: number) => void) => void
}

declare module 'css-tree/utils' {
  export const ident: { readonly decode: (written: string) => string }
}
