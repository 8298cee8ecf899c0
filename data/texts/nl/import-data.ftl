# Bestanden inlezen: een vragenlijst, antwoorden, en waar de rest naar binnen gaat.

import-title = Bestanden inlezen
import-lead = U ziet altijd eerst wat er in het bestand staat. Daarna beslist u.
import-not-allowed = Alleen eigenaren en begeleiders kunnen bestanden inlezen.
import-back = Naar de organisatie
import-way-form = Een vragenlijst
import-way-form-about = U hebt zelf een vragenlijst gemaakt in Excel, of voor Kobo of ODK (een XLSForm, .xlsx).
import-way-answers = Antwoorden
import-way-answers-about = Een CSV-bestand uit LimeSurvey, Kobo, Microsoft Forms, Google Forms of Excel.
import-way-vsme = Een VSME-rapport
import-way-vsme-about = Dat leest u in bij een ronde die een team samen invult. Open zo’n ronde bij uw organisatie.
import-way-archive = Een archief van Meervoud
import-way-archive-about = Een organisatie die u eerder hebt meegenomen. Dat doet u bij de gegevens.

import-choose = Kies een bestand
import-choose-other = Kies een ander bestand
import-reading = Het bestand wordt gelezen…
import-importing = Het bestand wordt ingelezen…
problem-file-empty = Dit bestand is leeg. Kies een ander bestand.
problem-file-unreadable = Het bestand is veranderd of niet meer te lezen. Kies het opnieuw.
problem-file-too-large = Dit bestand is groter dan 5 MB. Kies een kleiner bestand.

import-faults-title = { $n ->
    [one] Er is één ding dat eerst anders moet
   *[other] Er zijn { $n } dingen die eerst anders moeten
  }
import-faults-about = Er wordt nog niets ingelezen. Herstel dit in het bestand en kies het opnieuw.
import-faults-about-answers = Er wordt nog niets ingelezen. Kies hieronder wat het betekent, of herstel het in het bestand.
import-faults-more = { $n ->
    [one] En nog één.
   *[other] En nog { $n }.
  }
import-fault-sheet = Blad
import-fault-line = Regel
import-fault-column = Kolom
import-fault-wrong = Wat er mis is
import-fault-mend = Zo herstelt u het
import-notes = { $n ->
    [one] Goed om te weten: één ding
   *[other] Goed om te weten: { $n } dingen
  }
import-note-at = { $sheet }, regel { $line }
import-left-out = { $n ->
    [one] Eén regel blijft weg
   *[other] { $n } regels blijven weg
  }
import-left-out-about = Alleen vragen met één antwoord op een schaal gaan mee. De rest van het formulier blijft weg:
import-left-out-row = Regel { $line } ({ $type }): { $label }
import-left-out-bare = Regel { $line } ({ $type })

import-form-title = Een vragenlijst inlezen
import-form-lead = De vragenlijst is daarna alleen voor uw organisatie. Ze verandert nooit meer: een wijziging wordt een nieuwe versie.
import-form-need = Elke vraag heeft een paar antwoorden om uit te kiezen, en elk antwoord krijgt een heel getal. Groepen vragen worden de waarden waar u naar kijkt. In het bestand is dat: type select_one, en een kolom score bij de keuzes.
import-form-example = Voorbeeldbestand downloaden
import-form-file = Bestand met de vragenlijst (XLSForm, .xlsx, tot 5 MB)
import-form-seen = { $title }: { $n ->
    [one] één vraag
   *[other] { $n } vragen
  }
import-form-dimensions = Waarden
import-form-dimension = { $name } ({ $n ->
    [one] één vraag
   *[other] { $n } vragen
  })
import-form-perspectives = Kanten
import-form-scale = Schaal
import-form-scale-step = { $step }. { $words }
import-form-short = Korte versie
import-form-short-n = { $n ->
    [one] één vraag
   *[other] { $n } vragen
  }
import-form-languages = Talen
import-form-language-both = Nederlands en Engels
import-form-language-nl = Nederlands
import-form-language-en = Engels
import-form-language-none = Eén taal, voor beide
import-form-first = Zo zien mensen de eerste vragen
import-form-as = Is dit een nieuwe versie van een vragenlijst die u al hebt?
import-form-as-new = Nee, het is een nieuwe vragenlijst
import-form-as-next = Ja, van { $title } { $version }
import-form-next = Ten opzichte van { $title } { $version }
import-form-same = Deze vragenlijst staat er al. Er is niets veranderd.
import-form-kept = Hetzelfde gebleven: { $n }
import-form-added = Nieuw: { $n }
import-form-dropped = Verdwenen: { $n }
import-form-reworded = Anders gezegd: { $n }
import-form-reworded-about = Zet een vinkje als de vraag nog hetzelfde betekent. Dan loopt de lijn door. Zonder vinkje begint bij die vraag een nieuwe lijn.
import-form-compare = “{ $after }” (eerst: “{ $before }”)
import-form-compare-not = “{ $after }”: de schaal of de plaats is anders. Hier begint een nieuwe lijn.
import-form-submit = Vragenlijst inlezen
import-form-done = { $title } staat klaar
import-form-done-about = U kunt de vragenlijst nu kiezen bij een nieuwe ronde.
import-form-done-round = Nieuwe ronde maken
import-form-done-another = Nog een vragenlijst inlezen
import-form-own = Vragenlijsten als bestand downloaden
import-form-own-about = Als XLSForm, om aan te passen en opnieuw in te lezen.
import-form-download = { $title } { $version } downloaden
import-form-is-own = Van uw organisatie
import-form-is-general = Van Meervoud

import-answers-title = Antwoorden inlezen
import-answers-lead = Breng antwoorden uit een ander programma hierheen. Het wordt een gesloten ronde met een uitkomst. In het bestand staat één regel per deelnemer en één kolom per vraag; één regel per antwoord mag ook.
import-answers-instrument = Bij welke vragenlijst horen de antwoorden?
import-answers-period = Over welke periode gaan ze?
import-answers-horizon = Waarover gaan de antwoorden?
import-answers-mode = Mogen namen bewaard worden?
import-answers-anonymous = Nee, anoniem
import-answers-anonymous-hint = Namen en e-mailadressen blijven weg. Bij minder dan vijf antwoorden blijft een cijfer verborgen.
import-answers-open = Ja, met naam
import-answers-open-hint = Iedereen die hier werkt ziet wie wat antwoordde.
import-answers-file = Bestand met antwoorden (CSV, tot 5 MB)
import-answers-seen = { $n ->
    [one] Eén deelnemer
   *[other] { $n } deelnemers
  }, { $answers ->
    [one] één antwoord
   *[other] { $answers } antwoorden
  } op { $items ->
    [one] één vraag
   *[other] { $items } vragen
  }
import-answers-seen-missing = Waarvan { $n } keer “weet ik niet” of “niet van toepassing”.
import-answers-few = Met minder dan vijf deelnemers blijven de cijfers van een anonieme ronde verborgen.
import-answers-rounds = Het worden { $n } rondes, één per periode.
import-answers-columns = Kolommen
import-answers-columns-about = Klopt dit? U kunt elke kolom anders kiezen.
import-answers-filled = { $n ->
    [0] leeg
    [one] één keer ingevuld
   *[other] { $n } keer ingevuld
  }
import-answers-dropped = { $n ->
    [one] Eén kolom die niet meegaat
   *[other] { $n } kolommen die niet meegaan
  }
import-answers-use-nothing = Niets
import-answers-use-person = Niets: hierin kunnen namen of adressen staan
import-answers-use-time = Niets: dit is een tijdstip
import-answers-use-technical = Niets: dit is van het andere programma
import-answers-use-other = Niets
import-answers-use-name = Naam van de deelnemer
import-answers-use-group = Groep van de deelnemer
import-answers-use-answer = { $topic }
import-answers-use-answer-at = { $topic } ({ $horizon })
import-answers-like = Lijkt op: { $topic }
import-answers-take = Ja, dat is deze vraag
import-answers-change = Anders kiezen
import-answers-choose = Kies wat er in de kolom “{ $header }” staat
import-answers-values = Antwoorden
import-answers-values-about = Zo lezen we de woorden en codes in het bestand.
import-answers-values-open = { $n ->
    [one] Van één antwoord weten we niet wat het betekent.
   *[other] Van { $n } antwoorden weten we niet wat ze betekenen.
  }
import-answers-values-guess = Een gok. Klopt dit?
import-answers-value = In het bestand
import-answers-times = Hoe vaak
import-answers-means = Betekenis
import-answers-means-choose = Kies een betekenis
import-answers-means-of = Betekenis van “{ $text }”
import-answers-means-step = { $step }. { $words }
import-answers-means-unknown = Weet ik niet
import-answers-means-not-applicable = Niet van toepassing
import-answers-means-unanswered = Geen antwoord
import-answers-groups = Groepen
import-answers-groups-of = Groep bij “{ $text }”
import-answers-group-none = Geen groep
import-answers-group-choose = Kies een groep
import-answers-unasked = { $n ->
    [one] Eén vraag van de vragenlijst staat niet in het bestand
   *[other] { $n } vragen van de vragenlijst staan niet in het bestand
  }
import-answers-name = Naam van de ronde
import-answers-name-hint = Laat leeg voor een naam van periode en bestand.
import-answers-submit = Antwoorden inlezen
import-answers-blocked-meanings = { $n ->
    [one] Nog 1 betekenis kiezen
   *[other] Nog { $n } betekenissen kiezen
  }
import-answers-blocked = { $n ->
    [one] Er is nog één ding dat eerst anders moet
   *[other] Er zijn nog { $n } dingen die eerst anders moeten
  }
import-answers-done = De antwoorden staan erin
import-answers-done-about = { $n ->
    [one] Eén deelnemer
   *[other] { $n } deelnemers
  } met { $answers ->
    [one] één antwoord
   *[other] { $answers } antwoorden
  }.
import-answers-done-round = Uitkomst van { $title }
import-answers-done-another = Nog een bestand inlezen

import-group-management = Leiding
import-group-staff = Medewerkers
import-group-customer = Klanten
import-group-supplier = Leveranciers
import-group-neighbour = Buren
import-group-education = Onderwijs
import-group-government = Overheid
import-group-other = Anderen
