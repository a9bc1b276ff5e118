/** An image with an address of the web, as markdown writes it. */
export const remote = /!\[[^\]\n]*\]\(<?(https?:\/\/[^\s)<>]+)>?(?=[\s)])/g
const maxImages = 50

/** The addresses of images on other sites that a text shows, each once. */
export const remotePictures = (markdown: string): readonly string[] =>
  [...new Set([...markdown.matchAll(remote)].map(([, address = '']) => address))].slice(0, maxImages)
