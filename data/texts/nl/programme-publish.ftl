# Een kwartaal van een programma publiceren.
publish-title = Publiceren
publish-lead = U publiceert de cijfers van één kwartaal. Eerst ziet u wat erin komt en wat niet, en waarom.
publish-empty = Nog geen bedrijf gaf cijfers aan dit programma. U kunt publiceren als minstens vijf bedrijven dat deden.
publish-not-yours = De programmamanager en de analist van een programma bereiden een publicatie voor. Wat gepubliceerd is, ziet u in het overzicht.
publish-to-overview = Naar het overzicht

publish-quarter-title = 1. Kies het kwartaal
publish-quarter = Kwartaal
publish-quarter-option = { $period }: { $n ->
    [0] nog geen bedrijf
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  }{ $releases ->
    [0] { "" }
   *[other] { ", al gepubliceerd" }
  }
publish-coverage = { $contributed } van de { $joined } bedrijven die meedoen, { $contributed ->
    [one] gaf
   *[other] gaven
  } cijfers over { $period }. Meedoen is hun eigen keuze.
publish-versions = Ze vulden versie { $versions } van de vragenlijst in.
publish-earlier = De vorige publicatie van dit kwartaal was nummer { $number }, op { $date }.

publish-away = Dit kwartaal kon niet opgehaald worden. Controleer uw netwerk en probeer het opnieuw.

publish-shown-title = 2. Wat erin komt, en wat niet
publish-stands = Dit kwartaal kan nu niet opnieuw gepubliceerd worden. Vergeleken met de vorige publicatie verschillen minder dan vijf bedrijven, of zijn die niet genoeg verschillend. Uit het verschil kan iemand dan uitrekenen wat zij scoorden. De vorige publicatie blijft staan.
publish-unchanged = Sinds de vorige publicatie van dit kwartaal is er niets veranderd. Opnieuw publiceren is niet nodig.
publish-nothing = Er kan nog geen enkel cijfer getoond worden.
publish-no-values = De cijfers zelf ziet u pas na het publiceren. Wie vlak voor en na één bedrijf kijkt, kan anders uitrekenen wat dat bedrijf scoorde.
publish-count = { $shown } van de { $all } cijfers komen erin: van { $rows ->
    [one] 1 groep
   *[other] { $rows } groepen
  }, per kapitaal, binnen en buiten apart en samen.
publish-all-shown = Alle cijfers komen erin. Er is niets dat verborgen moet blijven.
publish-too-few = Te weinig bedrijven
publish-too-few-why = Een cijfer komt erin als minstens vijf bedrijven het samen maken.
publish-too-few-row = { $row }: { $n } van 5
publish-complement = Zou verraden wat een ander bedrijf scoorde
publish-complement-why = Deze groepen zijn groot genoeg. Maar samen met wat wel getoond wordt, blijft er een te kleine groep over.
publish-silent = Nog geen cijfers
publish-silent-why = Van deze groepen gaf nog geen enkel bedrijf cijfers.
publish-groups = Bekijk de { $n } groepen
publish-only-for = { $row } (alleen { $capitals })
publish-row-programme = Het hele programma
publish-row-region = Gemeente of regio { $code }
publish-row-park = Een bedrijventerrein zonder naam
publish-parts = Binnen en buiten apart: { $hidden } van de { $all } cijfers komen er niet in.
publish-slopes = Verandering sinds { $period }: { $n ->
    [0] geen enkel bedrijf gaf in beide kwartalen cijfers. Er komt geen verandering in.
    [one] 1 bedrijf gaf in beide kwartalen cijfers.
   *[other] { $n } bedrijven gaven in beide kwartalen cijfers. { $shown } van de { $all } veranderingen komen erin.
  }
publish-themes-shown = Ook erin: voor welke kapitalen bedrijven iets afspraken, in ronde aantallen en over het hele programma.
publish-themes-told-before = Afspraken van bedrijven staan al in een eerdere publicatie van dit kwartaal. Die blijven zo.
publish-themes-too-few = Afspraken van bedrijven komen er niet in. Daarvoor zijn minstens tien bedrijven nodig.
publish-own = { $n ->
    [one] Van 1 bedrijventerrein gaat het eigen profiel mee.
   *[other] Van { $n } bedrijventerreinen gaat het eigen profiel mee.
  }

publish-public-title = 3. Wat de lezer te zien krijgt
publish-public-note = Zo staat het straks in het overzicht, en op de openbare pagina als die aan staat. In elk vak staat van hoeveel bedrijven het is.
publish-table-caption = { $period }, { $horizon }, binnen en buiten samen
publish-table-group = Groep
publish-cell-shown = komt erin
publish-cell-too-few = te weinig
publish-cell-complement = verborgen
publish-cell-none = geen cijfers
publish-cell-n = { $n ->
    [one] 1 bedrijf
   *[other] { $n } bedrijven
  }

publish-confirm-title = 4. Publiceren
publish-confirm-note = Publiceren kan niet ongedaan gemaakt worden. Trekt een bedrijf zich later terug, dan telt het pas in de volgende publicatie niet meer mee.
publish-confirm-box = Ik weet dat dit niet ongedaan gemaakt kan worden.
publish-confirm-fault = Zet eerst een vinkje: publiceren kan niet ongedaan gemaakt worden.
publish-confirm-submit = Publiceer { $period }
publish-managers-only = Alleen een programmamanager kan publiceren. U kunt wel alles bekijken.
publish-done-title = { $period } is gepubliceerd
publish-done-note = Wie in dit programma werkt, ziet de cijfers nu in het overzicht. Staat de openbare pagina aan, dan staan ze daar ook.
