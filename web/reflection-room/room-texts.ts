import english from '../../data/texts/en/reflection-room.ftl?raw'
import dutch from '../../data/texts/nl/reflection-room.ftl?raw'
import { addTexts } from '../i18n/texts.ts'
import '../wall/wall-texts.ts'

addTexts({ nl: dutch, en: english })
