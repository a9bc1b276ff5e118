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
  /** Calls back for each token of CSS Syntax 3, with its type and its range in the source. */
  export const tokenize: (source: string, onToken: (type: number, start: number, end: number) => void) => void
}

declare module 'css-tree/utils' {
  export const ident: { readonly decode: (written: string) => string }
}
