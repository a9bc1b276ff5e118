import { detectedLanguage } from '../../../shared/export/detect-language'
import type { LanguageAnswer, LanguageQuestion } from './language-messages'

self.onmessage = ({ data: { postId, body } }: MessageEvent<LanguageQuestion>) => {
  const answer: LanguageAnswer = { postId, language: detectedLanguage(body) }
  self.postMessage(answer)
}
