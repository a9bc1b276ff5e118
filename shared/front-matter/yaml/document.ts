import { type Document, parseDocument } from 'yaml'

/** YAML with ranges. It recovers from errors, so look at `errors` before trusting what it found. */
export const parseYaml = (source: string): Document.Parsed =>
  parseDocument(source, {
    uniqueKeys: false, // posts with a key twice work for their authors
    keepSourceTokens: true,
    merge: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
