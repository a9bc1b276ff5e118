/** Extensions that VitePress treats as files; any other is part of a page's name. */
const ofFiles = new Set(
  [
    '3g2,3gp,aac,ai,apng,au,avif,bin,bmp,cer,class,conf,crl,css,csv,dll,doc,eps,epub,exe,gif,gz,ics,ief,jar,jpe,jpeg,jpg',
    'js,json,jsonld,m4a,man,mid,midi,mjs,mov,mp2,mp3,mp4,mpe,mpeg,mpg,mpp,oga,ogg,ogv,ogx,opus,otf,p10,p7c,p7m,p7s,pdf',
    'png,ps,qt,roff,rtf,rtx,ser,svg,t,tif,tiff,tr,ts,tsv,ttf,txt,vtt,wav,weba,webm,webp,woff,woff2,xhtml,xml,yaml,yml,zip',
  ].flatMap((line) => line.split(',')),
)

/** A relative address as VitePress writes it: pages end in `.html`, other files keep their extension. */
export const vitepressAddress = (address: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  if (ofFiles.has(/\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '')) return address
  const page = /(?:^|\/)index\.md$/i.test(path)
    ? path.replace(/index\.md$/i, '')
    : /\.html$|\/$/i.test(path)
      ? path
      : `${path.replace(/\.md$/i, '')}.html`
  return `${/^\.?\//.test(page) ? '' : './'}${page}${rest}`
}
