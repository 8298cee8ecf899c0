import englishLines from '../../data/texts/en/lines.ftl?raw'
import englishResults from '../../data/texts/en/results.ftl?raw'
import englishWall from '../../data/texts/en/wall.ftl?raw'
import dutchLines from '../../data/texts/nl/lines.ftl?raw'
import dutchResults from '../../data/texts/nl/results.ftl?raw'
import dutchWall from '../../data/texts/nl/wall.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutchLines, en: englishLines })
addTexts({ nl: dutchResults, en: englishResults })
addTexts({ nl: dutchWall, en: englishWall })
