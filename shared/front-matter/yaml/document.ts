import { type Document, parseDocument } from 'yaml'

/** Parses YAML with ranges. It recovers from errors, so check `errors` before using the result. */
export const parseYaml = (source: string): Document.Parsed =>
  parseDocument(source, {
    uniqueKeys: false, // generators build posts with duplicate keys
    keepSourceTokens: true,
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
