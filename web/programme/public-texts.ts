import english from '../../data/texts/en/programme-public.ftl?raw'
import dutch from '../../data/texts/nl/programme-public.ftl?raw'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
