# Parken naast elkaar: het overzicht, een park, vergelijken, van kwartaal tot kwartaal, thema's.
compare-who = Deze cijfers gaan over { $period }. { $contributed } van de { $joined } bedrijven die meedoen, { $contributed ->
    [one] gaf
   *[other] gaven
  } cijfers. Zij kozen daar zelf voor. Over andere bedrijven zegt dit niets.
compare-no-order = De parken staan op volgorde van naam. Er is geen volgorde van goed naar slecht bedoeld.
compare-small = Bij minder dan tien bedrijven telt elk bedrijf zwaar mee. Lees zulke cijfers voorzichtig.
compare-period = Kwartaal
compare-horizon = Wanneer
compare-perspective = Blik
compare-together = Binnen en buiten samen
compare-failed = De andere keuze kon niet opgehaald worden. U ziet nog wat er stond.
compare-failed-again = Probeer het nog eens
compare-programme = Het hele programma
compare-region = Gemeente of regio { $code }
compare-park = Een park zonder naam
compare-low = 15 of lager
compare-high = 85 of hoger
compare-hidden = niet getoond
compare-none = geen gegevens
compare-companies = { $n ->
    [0] geen bedrijven
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  }
compare-of = { $contributed } van { $joined }
compare-took-part = { $contributed } van de { $joined } bedrijven die meedoen
compare-figure = { $value } ({ $n ->
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  })
compare-band = { $lower } tot { $upper }
compare-range = Middelste helft: { $lower } tot { $upper }
compare-as-table = Als een tabel

# Nog niets te zien.
compare-nothing-prepare = Er is nog niets gepubliceerd. U kunt dat voorbereiden zodra vijf bedrijven cijfers gaven.
compare-nothing-prepare-go = Publicatie voorbereiden
compare-nothing-wait = Er is nog niets gepubliceerd. Een beheerder van het programma publiceert een kwartaal, daarna ziet u het hier.
compare-near = Nog geen park haalt 5 deelnemende bedrijven; { $n ->
    [0] nog geen park is dichtbij.
    [one] 1 park is dichtbij (3 of 4 bedrijven).
   *[other] { $n } parken zijn dichtbij (3 of 4 bedrijven).
  }
compare-near-go = Bekijk wie meedoet

# Het overzicht: parken en kapitalen.
compare-heat-title = Parken en kapitalen
compare-heat-caption = Gemiddelde van bedrijven per park en kapitaal, van 0 tot 100. { $period }, { $horizon }, { $perspective }.
compare-heat-name = Park
compare-heat-companies = Bedrijven
compare-heat-parks = Parken
compare-heat-regions = Gemeenten en regio's
compare-heat-sectors = Sectoren
compare-heat-cell-n = van { $n }
compare-heat-key = Uitleg van de vakken
compare-heat-key-bin = { $from } tot en met { $to }
compare-heat-key-shade = Elke tint is een stap van 20 punten. De kleur zegt niet of iets goed of slecht is.
compare-heat-key-hidden = Niet getoond. Kies het vak om te zien waarom.
compare-heat-key-none = Leeg: geen gegevens.
compare-heat-key-ends = Onder de 15 en boven de 85 noemen we geen getal. Anders is te zien wat één bedrijf scoorde.
compare-why-button = Niet getoond: { $row }, { $capital }. Waarom?
compare-why-title = { $row }, { $capital }
compare-why-too-few = Dit cijfer wordt niet getoond, want het komt van { $n } van de 5 bedrijven die nodig zijn. Anders is te zien wat één bedrijf scoorde.
compare-why-complement = Dit cijfer wordt niet getoond, ook al zijn er { $n } bedrijven. Samen met andere cijfers is anders uit te rekenen wat één bedrijf scoorde.
compare-why-other = Dit cijfer wordt niet getoond.
compare-why-close = Sluiten

# Eén park.
compare-figures-title = Cijfers van dit park
compare-figures-who = Over { $period }: { $contributed } van de { $joined } bedrijven op dit park die meedoen, { $contributed ->
    [one] gaf
   *[other] gaven
  } cijfers. Zij kozen daar zelf voor.
compare-figures-none = In deze publicatie staan geen cijfers van bedrijven op dit park.
compare-figures-chart = Per kapitaal: het gemiddelde van bedrijven op { $park }, van het hele programma, en wat het park over zichzelf zegt. Van 0 tot 100.
compare-figures-caption = { $park }, { $period }, { $horizon }
compare-figures-own = Dit park over zichzelf: ingevuld door { $n ->
    [one] 1 persoon
   *[other] { $n } mensen
  } die het park beheren of er werken.
compare-figures-own-none = Dit park heeft over zichzelf nog geen profiel in deze publicatie.
compare-key-mean = gemiddelde van bedrijven op dit park
compare-key-mean-parks = gemiddelde van bedrijven op een park
compare-key-band = de middelste helft van die bedrijven (vanaf tien bedrijven)
compare-key-programme = gemiddelde van het hele programma
compare-key-now = het park over zichzelf, nu
compare-key-intended = het park over zichzelf, over drie jaar
compare-key-low = 15 of lager, of 85 of hoger: verder weg, we noemen geen getal
compare-column-capital = Kapitaal
compare-column-park = Park
compare-column-mean = Gemiddelde
compare-column-n = Bedrijven
compare-column-band = Middelste helft
compare-column-programme = Hele programma
compare-column-now = Zelf, nu
compare-column-intended = Zelf, over drie jaar
compare-words-own = zelf { $score }
compare-words-own-both = zelf { $now }, over drie jaar { $intended }

# Vergelijken.
compare-title = Parken vergelijken
compare-choose = Kies twee tot zes parken
compare-choose-hint = De parken staan op volgorde van naam.
compare-choose-fault = Kies minstens twee en hooguit zes parken.
compare-choose-submit = Vergelijk
compare-choose-few = Er zijn minstens twee parken nodig om te vergelijken.
compare-beside = Naast elkaar
compare-beside-chart = { $capital }: gemiddelde van bedrijven per park, van 0 tot 100. { $told }
compare-beside-caption = Parken naast elkaar, { $period }, { $horizon }
compare-slopes = Veranderd sinds { $period }
compare-slopes-who = Alleen bedrijven die in beide kwartalen cijfers gaven, tellen hier mee: { $n ->
    [0] geen enkel bedrijf
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  } in het hele programma. Waardoor iets veranderde, zegt dit niet.
compare-slopes-none = In deze publicatie staat geen vergelijking met een eerder kwartaal. Daarvoor zijn bedrijven nodig die in beide kwartalen cijfers gaven.
compare-slopes-hidden = Van deze parken kan de verandering niet getoond worden. Vijf bedrijven moeten in beide kwartalen cijfers gegeven hebben.
compare-slopes-left-out = Verandering niet getoond van { $names }. Vijf bedrijven moeten in beide kwartalen cijfers gegeven hebben, en niemand mag uit te rekenen zijn.
compare-slope-chart = { $capital }, van { $from } naar { $to }. { $told }
compare-slope-told = { $name }: { $before } en nu { $now }.
compare-slopes-caption = Bedrijven die in beide kwartalen cijfers gaven: { $from } en { $to }
compare-change = { $before } naar { $now }
compare-word-increased = hoger
compare-word-decreased = lager
compare-word-no_clear_difference = geen duidelijk verschil
compare-word-too_few_to_say = te weinig bedrijven om iets te zeggen

# Van kwartaal tot kwartaal.
compare-trend-title = Van kwartaal tot kwartaal
compare-trend-capital = Kapitaal
compare-trend-chart = { $capital } per kwartaal, van 0 tot 100. { $told }
compare-trend-colour = Kies parken om te volgen
compare-trend-colour-hint = Hooguit vijf. Het hele programma staat er altijd bij. De andere parken zijn grijs.
compare-trend-colour-fault = Kies hooguit vijf parken.
compare-trend-colour-submit = Toon deze parken
compare-trend-gap = Een gat in een lijn: dat kwartaal is er niet of wordt niet getoond. In de tabel staat waarom.
compare-trend-break = andere vragen
compare-trend-break-note = Bij een stippellijn zijn de vragen veranderd. Cijfers voor en na die lijn zijn niet te vergelijken.
compare-trend-companies = Per kwartaal doen niet steeds dezelfde bedrijven mee. Een lijn kan daardoor veranderen zonder dat een bedrijf verandert.
compare-trend-caption = { $capital } per kwartaal
compare-trend-one = Er is één kwartaal gepubliceerd. Een lijn komt er vanaf het tweede.

# Thema's.
compare-themes-title = Thema’s
compare-themes-lead = Voor welke kapitalen bedrijven iets hebben afgesproken. Over het hele programma, in ronde aantallen. Wat een bedrijf schreef, staat hier nooit.
compare-themes-caption = Bedrijven met een afspraak, per kapitaal, { $period }
compare-themes-column = Bedrijven met een afspraak
compare-themes-n = Geteld
compare-themes-none = Over dit kwartaal is niets over afspraken gepubliceerd. Daarvoor zijn minstens tien bedrijven nodig.
compare-themes-hidden = niet getoond: te weinig bedrijven geteld
compare-themes-fewer_than_5 = minder dan 5
compare-themes-from_5_to_9 = 5 tot en met 9
compare-themes-from_10_to_19 = 10 tot en met 19
compare-themes-from_20_to_49 = 20 tot en met 49
compare-themes-50_and_more = 50 of meer
compare-themes-nearly_all = bijna allemaal
compare-themes-order = De kapitalen staan in een vaste volgorde. Meer bedrijven is niet beter of slechter.
