# Gegevens meenemen en laten wissen: van uw account en van een organisatie.

own-data-title = Gegevens meenemen of wissen
own-data-intro = Meervoud bewaart uw naam, uw e-mailadres en wat u in organisaties hebt geschreven. U kunt dat meenemen, en u kunt uw account laten wissen.
own-data-export = Mijn gegevens downloaden
own-data-export-hint = Eén bestand (JSON) met alles wat van uw account bewaard wordt. Wachtwoorden en codes staan er niet in.
own-data-exported = Het bestand is gedownload.
own-data-erase = Mijn account wissen
own-data-erase-title = Uw account wissen?
own-data-erase-what = Uw account, uw manieren van inloggen en uw codes zijn dan meteen weg. Dat kan niet ongedaan gemaakt worden.
own-data-erase-stays = Wat u in organisaties hebt geschreven blijft staan, zonder uw naam. Er staat dan: voormalig lid.
own-data-erase-names = Hebben anderen uw naam in een tekst getypt, dan kunnen we die niet vinden. Vraag hun om die weg te halen.
own-data-erase-yes = Ja, mijn account wissen
own-data-owner-title = Eerst een andere eigenaar
own-data-owner = Van deze organisaties bent u de enige eigenaar. Maak daar eerst iemand anders eigenaar, of laat de organisatie wissen:

own-data-org-title = Gegevens van { $name }
own-data-org-lead = Alles meenemen, zien hoe lang gegevens blijven, en de organisatie laten wissen.
own-data-org-only-owners = Alleen eigenaars kunnen gegevens meenemen of de organisatie laten wissen.
own-data-org-back = Naar de organisatie
own-data-org-export-title = Alles meenemen
own-data-org-export = Alle gegevens downloaden
own-data-org-export-about = Eén bestand (JSON) met rondes, uitkomsten, gesprekken, afspraken, leden en het logboek. Van open rondes staan de antwoorden per naam erin.
own-data-org-export-anonymous = Losse antwoorden uit anonieme rondes staan er niet in. Die kan niemand lezen, ook u niet. De uitkomsten staan er wel in.
own-data-keep-title = Hoe lang gegevens blijven
own-data-keep-answers = Antwoorden per persoon: { $n ->
    [one] 1 maand
   *[other] { $n } maanden
} na het sluiten van een ronde.
own-data-keep-texts = Wat deelnemers in woorden schrijven op hun telefoon: { $n ->
    [one] 1 maand
   *[other] { $n } maanden
} na het sluiten.
own-data-keep-audit = Regels in het logboek: { $n ->
    [one] 1 maand
   *[other] { $n } maanden
}.
own-data-keep-stays = Uitkomsten die zijn vrijgegeven blijven, en ook uw gesprekken en afspraken, tot u de organisatie laat wissen. In back-ups staat iets nog hooguit 30 dagen langer.
own-data-keep-who = Meervoud wist elke nacht wat lang genoeg bewaard is. Staat een ronde zo lang open dat de antwoorden weg zouden moeten, dan sluit Meervoud die eerst; vanaf dan telt de tijd. De termijnen kiest wie deze installatie beheert.
own-data-keep-next = Wat hierna gewist wordt
own-data-keep-none = Er is nu niets dat vanzelf gewist wordt.
own-data-keep-texts-on = Teksten: gewist op { $day }
own-data-keep-answers-on = Antwoorden: gewist op { $day }
own-data-last = Laatst gewist op { $day }: { $sheets ->
    [one] 1 ingevulde vragenlijst
   *[other] { $sheets } ingevulde vragenlijsten
}, { $texts ->
    [one] 1 tekst
   *[other] { $texts } teksten
} en { $events ->
    [one] 1 regel uit het logboek
   *[other] { $events } regels uit het logboek
}.
own-data-last-none = Er is nog niets gewist omdat het oud was.
own-data-org-erase-title = De organisatie wissen
own-data-org-erase-about = Alles van deze organisatie wordt gewist: rondes, antwoorden, uitkomsten, gesprekken, afspraken en het logboek. Accounts van mensen blijven bestaan.
own-data-org-erase-when = Dat gebeurt na 14 dagen. Zo lang kan elke eigenaar het tegenhouden. Stemt een andere eigenaar ermee in, dan gebeurt het meteen.
own-data-org-erase = Organisatie laten wissen
own-data-org-erase-sure = { $name } laten wissen?
own-data-org-erase-first = Wilt u iets bewaren? Download dan eerst alle gegevens.
own-data-org-erase-yes = Ja, laten wissen
own-data-org-waiting = { $by } heeft gevraagd om deze organisatie te wissen. Dat gebeurt op { $day }.
own-data-org-waiting-nobody = Een voormalig lid heeft gevraagd om deze organisatie te wissen. Dat gebeurt op { $day }.
own-data-org-waiting-mine = U hebt gevraagd om deze organisatie te wissen. Dat gebeurt op { $day }, of eerder als een andere eigenaar ermee instemt.
own-data-org-agree = Nu wissen
own-data-org-agree-title = { $name } nu wissen?
own-data-org-agree-about = Alles van deze organisatie is dan meteen weg. Dat kan niet ongedaan gemaakt worden.
own-data-org-agree-yes = Ja, nu wissen
own-data-stop = Niet wissen
own-data-stopped = Het wissen is gestopt.
own-data-banner-label = Wordt gewist
own-data-banner = { $name } wordt gewist op { $day }.
own-data-banner-more = Wat er gewist wordt
