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
publish-earlier = Dit kwartaal is het laatst gepubliceerd op { $date } (nummer { $number }).

publish-away = Dit kwartaal kon niet opgehaald worden. Controleer uw netwerk en probeer het opnieuw.

publish-shown-title = 2. Wat erin komt, en wat niet
publish-stands = Dit kwartaal kan nu niet opnieuw gepubliceerd worden. Sinds de vorige publicatie veranderden minder dan vijf bedrijven, of te weinig van hun cijfers. Uit het verschil kan iemand dan uitrekenen wat zij scoorden. De vorige publicatie blijft staan.
publish-unchanged = Sinds de vorige publicatie van dit kwartaal is er niets veranderd. Opnieuw publiceren is niet nodig.
publish-nothing = Er kan nog geen enkel cijfer getoond worden.
publish-no-values = De cijfers zelf ziet u pas na het publiceren. Anders kan iemand kijken voordat en nadat één bedrijf cijfers geeft, en uitrekenen wat dat bedrijf scoorde.
publish-count = { $shown } van de { $all } cijfers komen erin: van { $rows ->
    [one] 1 groep
   *[other] { $rows } groepen
  }, per waarde, binnen en buiten apart en samen.
publish-all-shown = Alle cijfers komen erin. Er is niets dat verborgen moet blijven.
publish-kept = Houdt het eerdere cijfer
publish-kept-why = { $n ->
    [one] Deze groep houdt
   *[other] Deze { $n } groepen houden
  } het cijfer van een eerdere publicatie van dit kwartaal. Sindsdien veranderden daar te weinig bedrijven, of er zijn er nu te weinig. Lezers zien de datum erbij.
publish-too-few = Te weinig bedrijven
publish-too-few-why = Een cijfer komt erin als minstens vijf bedrijven het samen maken.
publish-too-few-row = { $row }: { $n } van 5
publish-complement = Zou verraden wat een ander bedrijf scoorde
publish-complement-why = Deze groepen zijn groot genoeg. Maar wie ze aftrekt van wat wel getoond wordt, houdt een te kleine groep over.
publish-silent = Nog geen cijfers
publish-silent-why = Van deze groepen gaf nog geen enkel bedrijf cijfers.
publish-groups = Bekijk de { $n } groepen
publish-only-for = { $row } (alleen { $capitals })
publish-parts = Binnen en buiten apart: { $hidden } van de { $all } cijfers komen er niet in.
publish-slopes = Verandering sinds { $period }: { $n ->
    [0] geen enkel bedrijf gaf in beide kwartalen cijfers. Er komt geen verandering in.
    [one] 1 bedrijf gaf in beide kwartalen cijfers.
   *[other] { $n } bedrijven gaven in beide kwartalen cijfers. { $shown } van de { $all } veranderingen komen erin.
  }
publish-themes-shown = Ook erin: bij welke waarden bedrijven iets afspraken, in ronde aantallen en over het hele programma.
publish-themes-told-before = Wat bedrijven afspraken is voor dit kwartaal al verteld, hier of door een ander programma met dezelfde bedrijven. Dat blijft zoals het is.
publish-themes-too-few = Afspraken van bedrijven komen er niet in. Daarvoor zijn minstens tien bedrijven nodig.
publish-own = { $n ->
    [one] Ook erin: wat 1 park over zichzelf zegt.
   *[other] Ook erin: wat { $n } parken over zichzelf zeggen.
  }

publish-public-title = 3. Wat de lezer te zien krijgt
publish-public-note = Zo leest iedereen het op de openbare pagina, als die aan staat. Zijn er op een terrein minder dan vijf bedrijven, dan staat daar niet hoeveel. Een gemeente of sector met minder dan vijf staat er niet bij. In het overzicht lezen u en uw collega’s elk aantal.
publish-table-caption = { $period }, { $horizon }, binnen en buiten samen
publish-table-group = Groep
publish-cell-shown = komt erin
publish-cell-too-few = te weinig
publish-cell-complement = verborgen
publish-cell-kept = eerder cijfer
publish-cell-n-few = minder dan 5 bedrijven
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
publish-done-title = Gepubliceerd: { $period }
publish-done-note = Wie in dit programma werkt, ziet de cijfers nu in het overzicht. Staat de openbare pagina aan, dan staan ze daar ook.
