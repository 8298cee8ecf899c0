import '../report/report-texts.ts'
import '../results/lines-texts.ts'
import '../trend/trend-texts.ts'

/** `makeDeck` with the texts that only a deck needs: what a page fetches when somebody wants one. */
export { makeDeck } from './make-deck.ts'
