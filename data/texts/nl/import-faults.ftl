# Wat er mis kan zijn met een bestand dat iemand inleest, en hoe u het herstelt. De server maakt deze zinnen.

form-place = { $sheet }, regel { $line }
form-place-column = { $sheet }, regel { $line }, kolom { $column }

form-fault-sheet-missing = Het blad “{ $sheet }” ontbreekt.
form-mend-sheet-missing = Een XLSForm heeft de bladen survey, choices en settings. Haal het voorbeeldbestand op en kijk hoe het daar staat.
form-fault-column-missing = De kolom “{ $column }” ontbreekt.
form-mend-column-missing = Zet deze kolomnaam op de eerste regel van het blad. Een kolom met een taal mag ook, zoals label::Nederlands (nl).
form-fault-column-twice = Deze kolom staat er twee keer.
form-mend-column-twice = Laat één van de twee staan.
form-fault-cell-formula = In deze cel staat een formule zonder uitkomst.
form-mend-cell-formula = Open het bestand in Excel, laat het rekenen en bewaar het. Of zet de uitkomst zelf in de cel.
form-fault-cell-error = In deze cel staat een fout: { $value }.
form-mend-cell-error = Zet er gewone tekst of een getal in.
form-fault-cell-long = Deze tekst is langer dan { $most } tekens.
form-mend-cell-long = Maak de tekst korter. Mensen lezen hem op een telefoon.
form-fault-type-missing = Er staat geen type op deze regel.
form-mend-type-missing = Zet er het type bij, zoals select_one met de naam van een lijst. Of haal de regel weg.
form-fault-type-unknown = Het type “{ $value }” kennen we niet.
form-mend-type-unknown = Gebruik select_one en de naam van een lijst, zoals select_one eens. Kijk of er een tikfout in staat.
form-fault-end-without-begin = Hier eindigt een groep die niet is begonnen.
form-mend-end-without-begin = Haal deze regel weg, of zet begin_group op de plaats waar de groep begint.
form-fault-begin-without-end = Deze groep heeft geen einde.
form-mend-begin-without-end = Zet end_group op een eigen regel onder de laatste vraag van de groep.
form-fault-name-missing = De naam ontbreekt.
form-mend-name-missing = Geef elke vraag, groep en keuze een korte naam, zoals vraag_1.
form-fault-name-code = “{ $value }” kan geen naam zijn.
form-mend-name-code = Een naam begint met een letter en heeft alleen letters, cijfers, - en _, en is hoogstens 40 tekens lang.
form-fault-name-twice = De naam “{ $name }” staat er al.
form-mend-name-twice = Geef elke regel een eigen naam.
form-fault-label-missing = De tekst ontbreekt.
form-mend-label-missing = Zet in de kolom label wat mensen te lezen krijgen, in ten minste één taal.
form-fault-reference = In de tekst staat een verwijzing naar een ander antwoord ({"${...}"}).
form-mend-reference = Dat kan hier niet: iedereen krijgt dezelfde vraag. Schrijf de tekst voluit.
form-fault-list-unknown = De lijst “{ $list }” staat niet op het blad choices.
form-mend-list-unknown = Kijk of de naam van de lijst op beide bladen gelijk is.
form-fault-code = “{ $value }” kan hier niet staan.
form-mend-code = Zet hier een korte code met alleen letters, cijfers, - en _. De naam voor mensen staat op het blad dimensions, perspectives of themes.
form-fault-yes-no = “{ $value }” is geen ja of nee.
form-mend-yes-no = Zet er ja of nee (yes of no), of laat de cel leeg.
form-fault-score-missing = De keuze “{ $name }” heeft geen score.
form-mend-score-missing = Zet in de kolom score een heel getal, of een ? voor “weet ik niet” en een - voor “niet van toepassing”.
form-fault-score-number = “{ $value }” is geen heel getal van 0 tot en met 9.
form-mend-score-number = Geef de keuzes de scores 1, 2, 3 enzovoort, zonder komma.
form-fault-score-twice = De score { $value } staat twee keer in deze lijst.
form-mend-score-twice = Geef elke keuze een eigen score.
form-fault-score-gap = In de lijst “{ $list }” ontbreekt de score { $missing }.
form-mend-score-gap = De scores lopen van de laagste naar de hoogste, zonder er één over te slaan.
form-fault-score-steps = De lijst “{ $list }” heeft { $n ->
    [0] geen stappen
    [one] één stap
   *[other] { $n } stappen
  }.
form-mend-score-steps = Een schaal heeft 2 tot 9 stappen.
form-fault-scale-differs = De lijst “{ $list }” loopt van { $min } tot en met { $max }, en “{ $other }” van { $otherMin } tot en met { $otherMax }.
form-mend-scale-differs = Alle vragen hebben dezelfde schaal. Maak van het andere deel een eigen vragenlijst.
form-fault-pole-missing = Deze vraag heeft geen eigen woorden voor de twee uiteinden.
form-mend-pole-missing = Bij een schaal tussen twee polen heeft elke vraag een eigen lijst met keuzes. Maak die, of haal bipolar weg bij scale_kind.
form-fault-nothing-asked = Er staat geen vraag in die hier past.
form-mend-nothing-asked = Een vraag heeft het type select_one met de naam van een lijst, en de keuzes van die lijst hebben een score.
form-fault-too-many-items = Er staan { $n } vragen in. Meer dan { $most } kan niet.
form-mend-too-many-items = Verdeel de vragen over twee vragenlijsten.
form-fault-balance = Balans gaat niet met deze vragenlijst.
form-mend-balance = Balans kan bij ten minste drie dimensies met scores. Zet bij balance no, of maak meer groepen.

form-note-one-language = Het formulier heeft één taal. Die tekst staat straks in het Nederlands en in het Engels.
form-note-other-languages = Talen die we niet gebruiken: { $languages }.
form-note-word-missing = In de kolom { $column } is de { $language ->
    [nl] Nederlandse
   *[en] Engelse
  } tekst leeg. De tekst in de andere taal komt ervoor in de plaats.
form-note-nested-group = De groep “{ $name }” staat in een andere groep. Alleen de buitenste groep telt als dimensie.
form-note-no-group = Deze vraag staat in geen groep. Ze komt in een dimensie met de titel van de vragenlijst.
form-note-relevant = “{ $name }” heeft een voorwaarde (relevant). Die vervalt: iedereen krijgt de vraag.
form-note-or-other = Een eigen antwoord (or_other) kan hier niet. Dat deel vervalt.
form-note-note-row = Een note is geen vraag en blijft weg. Zet uitleg bij een vraag in de kolom hint.
form-note-names-as-scores = De lijst “{ $list }” heeft geen scores. De namen van de keuzes zijn getallen en dienen als score.
form-note-choice-left-out = De keuze “{ $choice }” is geen stap. Wie antwoordt, kan bij elke vraag “weet ik niet” of “niet van toepassing” kiezen.
form-note-column-unused = De kolom “{ $column }” gebruiken we niet.
form-note-dimension-unused = “{ $name }” komt bij geen enkele vraag voor en blijft weg.

form-default-horizon = Nu
form-default-stem = Welk antwoord past het best?
form-default-perspective = De organisatie
form-default-dimension = Alle vragen
form-default-description = Een eigen vragenlijst.

form-example-title = Voorbeeld: samen werken
form-example-description = Een voorbeeld om van te vertrekken: vier stellingen in twee groepen. Zet er uw eigen vragen in.
form-example-work = Ons werk
form-example-around = Om ons heen
form-example-work-1 = Wij weten waarvoor we het doen.
form-example-work-1-hint = Denk aan de afgelopen drie maanden.
form-example-work-2 = Plannen veranderen vaak zonder dat iemand het zegt.
form-example-work-2-hint = Denk aan de planning van de afgelopen maand.
form-example-around-1 = Wij weten wat onze klanten nodig hebben.
form-example-around-1-hint = Denk aan gesprekken met klanten, niet aan wat u zelf verwacht.
form-example-around-2 = Onze buren merken dat we rekening met ze houden.
form-example-around-2-hint = Denk aan geluid, verkeer en afval.
form-example-step-1 = Helemaal niet eens
form-example-step-2 = Niet eens
form-example-step-3 = Half om half
form-example-step-4 = Eens
form-example-step-5 = Helemaal eens

answers-place = regel { $line }
answers-place-column = regel { $line }, kolom { $column }
answers-fault-too-large = Het bestand is groter dan 5 MB.
answers-mend-too-large = Verdeel het over meer bestanden.
answers-fault-too-hard = Het bestand is te moeilijk om te lezen: het kost te veel tijd of geheugen.
answers-mend-too-hard = Verdeel het over meer bestanden.
answers-fault-encoding = De tekens van deze regel kunnen we niet lezen.
answers-mend-encoding = Bewaar het bestand als CSV UTF-8.
answers-fault-quote = Een aanhalingsteken gaat niet dicht of staat op een vreemde plaats.
answers-mend-quote = Zet een cel met aanhalingstekens tussen aanhalingstekens, en schrijf er binnenin twee achter elkaar.
answers-fault-empty = Er staan geen antwoorden in het bestand.
answers-mend-empty = Kijk of u het goede bestand hebt gekozen.
answers-fault-rows = Het bestand heeft meer dan { $most } regels.
answers-mend-rows = Verdeel het over meer bestanden.
answers-fault-columns = Het bestand heeft meer dan { $most } kolommen.
answers-mend-columns = Haal kolommen weg die u hier niet nodig hebt.
answers-fault-cells = Deze regel heeft { $n } cellen, en de eerste regel { $columns }.
answers-mend-cells = Kijk of er een scheidingsteken te veel of te weinig staat. Een cel met een komma of puntkomma staat tussen aanhalingstekens.
answers-fault-value = We weten niet welk antwoord “{ $value }” is.
answers-mend-value = Kies hieronder wat dit antwoord betekent, of verbeter het in het bestand.
answers-fault-group = We weten niet welke groep “{ $value }” is.
answers-mend-group = Kies hieronder welke groep dit is.
answers-fault-no-answers = In geen enkele kolom staan antwoorden op vragen van deze vragenlijst.
answers-mend-no-answers = Wijs hieronder aan welke kolom bij welke vraag hoort. Of kies een andere vragenlijst.
answers-fault-column-twice = Twee kolommen horen bij dezelfde vraag.
answers-mend-column-twice = Kies voor één van de twee een andere vraag, of niets.
answers-fault-item = Deze vraag staat niet in de vragenlijst.
answers-mend-item = Kies een vraag uit de lijst.
answers-fault-off-scale = Dit antwoord staat niet op de schaal: { $value }.
answers-mend-off-scale = De schaal loopt van { $min } tot en met { $max }.
answers-fault-nobody = Niemand heeft een antwoord gegeven.
answers-mend-nobody = Kijk of de kolommen bij de goede vragen staan.
answers-mend-long = Verbeter de regel in het bestand en kies het opnieuw.

answers-note-encoding = Het bestand staat in { $encoding }. Klopt een letter niet, bewaar het dan als CSV UTF-8.
answers-note-empty-rows = { $n ->
    [one] Eén regel heeft geen enkel antwoord en telt niet mee.
   *[other] { $n } regels hebben geen enkel antwoord en tellen niet mee.
  }
answers-note-no-names = Er zijn geen namen gekozen. Iedereen krijgt een nummer.
answers-note-second-line = De tweede regel herhaalt de kolommen en telt niet als antwoord.
answers-respondent = Deelnemer { $n }
