# Parken naast elkaar: het overzicht, een park, vergelijken, van kwartaal tot kwartaal, thema's.
compare-who = Deze cijfers gaan over { $period }. { $contributed } van de { $joined } bedrijven die meedoen, { $contributed ->
    [one] gaf
   *[other] gaven
  } cijfers. Zij kozen daar zelf voor. Over andere bedrijven zegt dit niets.
compare-no-order = De parken staan op volgorde van naam, niet van goed naar slecht.
compare-small = Bij minder dan tien bedrijven telt elk bedrijf zwaar mee. Lees zulke cijfers voorzichtig.
compare-period = Kwartaal
compare-horizon = Wanneer
compare-perspective = Binnen of buiten
compare-together = Binnen en buiten samen
compare-failed = Uw keuze kon niet opgehaald worden. U ziet nog wat er stond.
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
compare-of = { $joined ->
    [0] geen bedrijven
   *[other] { $contributed } van { $joined }
  }
compare-took-part = { $joined ->
    [0] Nog geen bedrijf doet mee
   *[other] { $contributed } van { $joined } bedrijven gaven cijfers
  }
compare-figure = { $value } ({ $n ->
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  })
compare-earlier-complement = { $mark } Uit de publicatie van { $date } (nummer { $number }), omdat sindsdien te weinig bedrijven veranderden. Met een nieuw cijfer kan iemand uitrekenen wat zij scoorden.
compare-earlier-too-few = { $mark } Uit de publicatie van { $date } (nummer { $number }), omdat er nu te weinig bedrijven zijn voor een nieuw cijfer.
compare-earlier-said = uit de publicatie van { $date }
compare-band = { $lower } tot { $upper }
compare-as-table = Als een tabel

# Nog niets te zien.
compare-nothing-prepare = Er is nog niets gepubliceerd. U kunt dat voorbereiden zodra vijf bedrijven cijfers gaven.
compare-nothing-prepare-go = Publicatie voorbereiden
compare-nothing-wait = Er is nog niets gepubliceerd. Een beheerder van het programma publiceert een kwartaal, daarna ziet u het hier.
compare-near = Nog geen park heeft 5 bedrijven die cijfers gaven. { $n ->
    [0] Nog geen park is dichtbij.
    [one] 1 park is dichtbij (3 of 4 bedrijven).
   *[other] { $n } parken zijn dichtbij (3 of 4 bedrijven).
  }
compare-near-go = Bekijk wie meedoet

# Het overzicht: parken en waarden.
compare-heat-title = Parken en waarden
compare-heat-caption = Gemiddelde van bedrijven per park en waarde, van 0 tot 100. { $period }. { $horizon }. { $perspective }.
compare-heat-name = Park
compare-heat-companies = Bedrijven
compare-heat-parks = Parken
compare-heat-regions = Gemeenten en regio’s
compare-heat-sectors = Sectoren
compare-heat-cell-n = van { $n }
compare-heat-key = Uitleg van de vakken
compare-heat-key-bin = { $from } tot en met { $to }
compare-heat-key-shade = Elke tint is een stap van 20 punten. De kleur zegt niet of iets goed of slecht is.
compare-heat-key-hidden = Niet getoond. Kies het vak om te zien waarom.
compare-heat-key-none = Leeg: geen gegevens.
compare-heat-key-ends = Is een gemiddelde 15 of lager, of 85 of hoger? Dan noemen we geen getal. Anders is te zien wat één bedrijf scoorde.
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
compare-figures-chart = Per waarde: het gemiddelde van bedrijven op { $park }, van het hele programma, en wat het park over zichzelf zegt. Van 0 tot 100.
compare-figures-caption = { $park }, { $period }, { $horizon }
compare-figures-own = Dit park over zichzelf: ingevuld door { $n ->
    [one] 1 persoon
   *[other] { $n } mensen
  } die het park beheren of er werken.
compare-figures-own-none = Wat het park over zichzelf zegt, staat niet in deze publicatie.
compare-key-mean = gemiddelde van bedrijven op dit park
compare-key-mean-parks = gemiddelde van bedrijven op een park
compare-key-band = de middelste helft van die bedrijven (vanaf tien bedrijven)
compare-key-programme = gemiddelde van het hele programma
compare-key-now = het park over zichzelf, nu
compare-key-intended = het park over zichzelf, over drie jaar
compare-key-low = 15 of lager, of 85 of hoger: we noemen geen getal
compare-column-capital = Waarde
compare-column-park = Park
compare-column-mean = Gemiddelde
compare-column-n = Bedrijven
compare-column-band = Middelste helft
compare-column-programme = Hele programma
compare-column-now = Park zelf, nu
compare-column-intended = Park zelf, over drie jaar
compare-words-own = park zelf { $score }
compare-words-own-both = park zelf { $now }, over drie jaar { $intended }

# Vergelijken.
compare-title = Parken vergelijken
compare-choose = Kies twee tot zes parken
compare-choose-hint = De parken staan op volgorde van naam.
compare-choose-fault = Kies minstens twee en hooguit zes parken.
compare-chosen = { $n ->
    [0] Nog geen park gekozen.
   *[other] { $n } van hooguit { $most } gekozen.
  }
compare-chosen-off = Haal weg: { $name }
compare-chosen-full = U hebt er al { $most }. Meer parken passen er niet bij. Haal eerst ergens een vinkje weg.
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
compare-slopes-hidden = Van deze parken kan de verandering niet getoond worden. Minstens vijf bedrijven moeten in beide kwartalen cijfers gegeven hebben.
compare-slopes-left-out = Van { $names } is de verandering niet getoond. Minstens vijf bedrijven moeten in beide kwartalen cijfers gegeven hebben. En niemand mag kunnen uitrekenen wat één bedrijf scoorde.
compare-slope-chart = { $capital }, van { $from } naar { $to }. { $told }
compare-slope-told = { $name }: { $before } en nu { $now }.
compare-slopes-caption = Verandering van bedrijven die in beide kwartalen cijfers gaven: { $from } en { $to }
compare-change = van { $before } naar { $now }
compare-word-increased = hoger
compare-word-decreased = lager
compare-word-no_clear_difference = geen duidelijk verschil
compare-word-too_few_to_say = te weinig bedrijven om iets te zeggen

# Van kwartaal tot kwartaal.
compare-trend-title = Van kwartaal tot kwartaal
compare-trend-capital = Waarde
compare-trend-chart = { $capital } per kwartaal, van 0 tot 100. { $told }
compare-trend-colour = Kies parken om te volgen
compare-trend-colour-hint = Hooguit vijf. Het hele programma staat er altijd bij. De andere parken zijn grijs.
compare-trend-colour-submit = Toon deze parken
compare-trend-gap = Een gat in een lijn betekent: voor dat kwartaal is er geen cijfer, of het wordt niet getoond. In de tabel ziet u welk van de twee.
compare-trend-break = andere vragen
compare-trend-break-note = Bij een stippellijn zijn de vragen veranderd. Cijfers voor en na die lijn zijn niet te vergelijken.
compare-trend-companies = Per kwartaal doen niet steeds dezelfde bedrijven mee. Een lijn kan daardoor veranderen zonder dat een bedrijf verandert.
compare-trend-caption = { $capital } per kwartaal
compare-trend-one = Er is nog maar één kwartaal gepubliceerd. Vanaf twee kwartalen ziet u een lijn.

# Thema's.
compare-themes-title = Thema’s
compare-themes-lead = Bij welke waarden bedrijven iets hebben afgesproken om te doen. Dat gaat over het hele programma, in ronde aantallen. Wat een bedrijf schreef, staat hier nooit.
compare-themes-caption = Bedrijven met een afspraak, per waarde, { $period }
compare-themes-column = Bedrijven met een afspraak
compare-themes-n = Van hoeveel bedrijven
compare-themes-none = Over dit kwartaal is niets over afspraken gepubliceerd. Daarvoor zijn minstens tien bedrijven nodig.
compare-themes-hidden = niet getoond: te weinig bedrijven geteld
compare-themes-fewer_than_5 = minder dan 5
compare-themes-from_5_to_9 = 5 tot en met 9
compare-themes-from_10_to_19 = 10 tot en met 19
compare-themes-from_20_to_49 = 20 tot en met 49
compare-themes-50_and_more = 50 of meer
compare-themes-nearly_all = bijna allemaal
compare-themes-order = De waarden staan in een vaste volgorde. Meer bedrijven is niet beter of slechter.
