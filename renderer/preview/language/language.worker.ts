import { languageOfBody } from '../../../shared/export/detect-language'

self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(languageOfBody(data))
