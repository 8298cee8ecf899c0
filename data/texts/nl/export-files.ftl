# Wat bestanden van rondes over zichzelf zeggen, en wat er mis kan zijn met een archief van een organisatie. De server maakt deze zinnen.

export-file-organisation = Organisatie
export-file-made = Gemaakt op (UTC)
export-file-round = Ronde
export-file-questionnaire = Vragenlijst
export-file-mode = Hoe mensen antwoordden
export-file-mode-anonymous = Anoniem
export-file-mode-open = Met naam
export-file-release = Vrijgegeven uitkomst
export-file-no-release = Er is nog niets vrijgegeven
export-file-release-words = Nummer { $number }, { $day }, { $n ->
    [one] 1 persoon
   *[other] { $n } personen
}
export-file-answers = Losse antwoorden
export-file-withheld-anonymous = Deze ronde is anoniem. Losse antwoorden gaan nooit uit Meervoud. In het bestand staat wat is vrijgegeven.
export-file-withheld-role = Losse antwoorden van deze ronde zijn voor eigenaren en begeleiders. In het bestand staat wat is vrijgegeven.
export-file-without-questions = De vragenlijst { $id } { $version } staat niet meer op deze installatie. Daarom zijn de antwoorden niet te lezen. In het bestand staat wat is vrijgegeven.
export-file-codebook = Blad "codebook"
export-file-codebook-unsaid = Een team vult deze ronde nog samen in. Tot het heeft ingeleverd, staat in het codeboek niet over welke waarde een vraag gaat.
export-file-long = Blad "long"
export-file-long-answers = Eén antwoord per rij. "late" is 1 bij een antwoord dat na het sluiten kwam en niet meetelt.
export-file-long-figures = Eén vrijgegeven cijfer per rij, met de reden bij elk cijfer dat niet wordt getoond.
export-file-wide = Blad "wide"
export-file-wide-answers = Eén persoon per rij, en een kolom voor elke vraag en elk moment. Een tweede kolom die eindigt op "_missing" zegt waarom er geen waardering is.
export-file-missing = Geen waardering
export-file-missing-codes = De cel is leeg en nooit 0. De reden staat in een eigen kolom: unknown (weet ik niet), not_applicable (niet van toepassing), not_answered (geen antwoord).
export-file-certainty = Zekerheid
export-file-certainty-words = Hoe zeker een team was: gut (gevoel), estimate (schatting), measured (gemeten) of audited (gecontroleerd). Dit telt in geen enkele score mee.
export-file-not-shown = Niet getoond
export-file-not-shown-words = too-few: te weinig mensen. complement: de rest van de mensen zou te zien zijn. too-alike: bijna iedereen gaf hetzelfde antwoord. too-few-items: te weinig vragen. nothing-answered: niemand antwoordde. earlier-release-stands: er kwamen te weinig antwoorden bij sinds de vorige uitkomst.
export-file-figures = Cijfers
export-file-figures-words = Scores lopen van 0 tot 100. Balans (balance) loopt van 0 tot 1. Gap is buiten min binnen, drift is straks min nu. Er is geen totaal. Hoe elk cijfer is gemaakt, staat bij de uitkomst in Meervoud.
export-file-text = Teksten
export-file-text-words = Een tekst die een rekenprogramma als formule kan uitvoeren, heeft een ' ervoor.

archive-fault-too-large = Dit archief is groter dan { $most } MB.
archive-fault-too-hard = Dit archief kost te veel tijd of geheugen om in te lezen. Wie de installatie beheert, kan het op de machine zelf inlezen.
archive-fault-too-many-rows = Hier staan meer dan { $most } rijen. Wie de installatie beheert, kan het archief op de machine zelf inlezen.
archive-fault-not-json = Dit is geen JSON-bestand. Kies het bestand zoals Meervoud het gaf.
archive-fault-not-an-archive = Dit is een JSON-bestand, maar geen archief van Meervoud.
archive-fault-older = Dit archief is gemaakt met een oudere versie van Meervoud, die nog niet ingelezen kan worden. Maak een nieuw archief met een nieuwere versie.
archive-fault-newer = Dit archief is gemaakt met een nieuwere versie van Meervoud. Werk deze installatie eerst bij.
archive-fault-too-deep = Dit bestand is dieper genest dan een archief van Meervoud ooit is.
archive-fault-forbidden-name = De naam { $name } mag niet in een archief staan.
archive-fault-nul = In een tekst staat het teken NUL.
archive-fault-unknown-part = Dit onderdeel is hier niet bekend.
archive-fault-missing-part = Dit onderdeel ontbreekt.
archive-fault-shape = Wat hier staat, kan hier niet staan.
archive-fault-twice = Dit staat er twee keer.
archive-fault-reference = Dit wijst naar iets dat niet in het archief staat.
archive-fault-anonymous-answers = Antwoorden van een anonieme ronde mogen niet in een archief staan.
archive-fault-instrument-missing = De vragenlijst { $id } { $version } staat niet op deze installatie en niet in het archief.
archive-fault-instrument-other = De vragenlijst { $id } { $version } is hier een andere dan in het archief.
archive-fault-instrument-damaged = Deze vragenlijst is beschadigd.
archive-fault-unknown-item = Dit gaat over een vraag of een moment waar de ronde niet naar vraagt, of niet in deze volgorde.
archive-fault-sheet = Deze antwoorden passen niet bij de vragen van de ronde.
archive-fault-release = Deze uitkomst is van een andere ronde of heeft een ander nummer.
archive-fault-figures = Deze uitkomst zegt iets anders dan de antwoorden die erbij horen.
archive-fault-file = Dit bestand ontbreekt, is beschadigd, of is van een soort die we niet bewaren.
archive-fault-hash = Het archief is veranderd of beschadigd nadat het is gemaakt.
