import english from '../../data/texts/en/programme-parks.ftl?raw'
import dutch from '../../data/texts/nl/programme-parks.ftl?raw'
import '../components/account-problems.ts'
import '../styles/programme-long.css'
import '../styles/programme-parks.css'
import { addTexts } from '../i18n/texts.ts'

addTexts({ nl: dutch, en: english })
