/** A markdown image with a web address. */
export const remote = /!\[[^\]\n]*\]\(<?(https?:\/\/[^\s)<>]+)>?(?=[\s)])/g
const maxImages = 50

/** The addresses of a text's images on other sites, each once. */
export const remotePictures = (markdown: string): readonly string[] =>
  [...new Set([...markdown.matchAll(remote)].map(([, address = '']) => address))].slice(0, maxImages)
