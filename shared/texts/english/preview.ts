export const preview = {
  diagramSlow: 'The diagram was not drawn within {seconds, number} seconds. Simplify it.',
  diagramMemory: 'The diagram needs more memory than there is. Simplify it.',
  diagramsNotStarted: 'The process that draws diagrams did not start: {reason}.',
  imagesTooLarge:
    'The images of this post are larger than {limit, number} MB together, too much for one page. Make them smaller, then export again.',
  nameOnePost: '{path} is a folder. Name one post to export.',
  exportStopped: 'The export was stopped. Nothing was written.',
  exportFailed: 'The export stopped unexpectedly (exit code {code}). Nothing was written.',
  exportSlow:
    'The page was not created within {seconds, number} seconds, so the export was stopped. Nothing was written.',
} as const
