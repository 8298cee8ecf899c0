command-help = Meervoud: zes waarden naast elkaar. Gebruik: meervoud <opdracht> [opties]
command-settings = Instellingen (omgevingsvariabelen; elk ook als NAAM_FILE met een bestand):
setting-port = poort waarop de server luistert (3000)
setting-host = adres waarop de server luistert (127.0.0.1)
setting-data-dir = map voor de ingebouwde database en de back-ups (data/local)
setting-database-url = PostgreSQL in plaats van de ingebouwde database: postgres://gebruiker:wachtwoord@server/naam
setting-public-origin = adres waarop mensen Meervoud openen, voor links en cookies
setting-oidc-issuer = adres waarop mensen van uw organisatie inloggen (OpenID Connect), samen met OIDC_CLIENT_ID
setting-oidc-client-id = naam waaronder die organisatie deze Meervoud kent
setting-oidc-client-secret = geheim dat bij OIDC_CLIENT_ID hoort; weg te laten als de organisatie er geen vraagt
setting-oidc-name = hoe die organisatie heet, voor de knop op de inlogpagina
setting-trust-proxy = adressen van proxy’s voor de server die op hun woord geloofd worden, zoals 127.0.0.1 of 10.0.0.0/8 (geen)
setting-setup-token = een eigen startcode in plaats van een die wordt getoond, minstens 32 tekens
setting-lan-port = poort voor deelnemers op het netwerk van de zaal, met --lan (3080)
setting-tls-cert = certificaat (PEM) voor het adres in de zaal, met --lan en TLS_KEY
setting-tls-key = geheime sleutel (PEM) die bij TLS_CERT hoort
setting-backup-dir = map voor de back-ups die de server zelf maakt, het best op een andere schijf (DATA_DIR/backups)
setting-smtp-url = postserver voor uitnodigingen en herinneringen: smtp://gebruiker:wachtwoord@host:587 of smtps://host
setting-mail-from = adres waar e-mail vandaan komt: naam@voorbeeld.nl of Naam <naam@voorbeeld.nl>
setting-retention-answers-months = na hoeveel maanden de antwoorden per persoon worden gewist, geteld vanaf het sluiten (24)
setting-retention-texts-months = na hoeveel maanden teksten van deelnemers worden gewist, geteld vanaf het sluiten (12)
setting-retention-audit-months = na hoeveel maanden regels uit het logboek worden gewist (24)
setting-second-factor = of iedereen met een account een tweede stap bij het inloggen nodig heeft: optional of required (optional)
setting-secret-key = sleutel voor wat de server verzegeld bewaart: 32 bytes in base64, in plaats van secret.key in DATA_DIR
setting-privacy-contact = bij wie mensen terechtkunnen met vragen over hun gegevens, voor de privacypagina
setting-log-level = hoeveel de server in zijn log schrijft (warn)
command-unknown = De opdracht "{ $name }" bestaat niet. Typ "meervoud --help" voor de lijst.
command-failed = Er ging iets mis dat niet had mogen gebeuren. Er is niets half opgeslagen. Meld dit met de regels hieronder.

command-serve = start de server en toont het adres om te openen
command-serve-help =
    meervoud serve [--lan [--tls]]
    Start de server. Het adres om te openen staat op het scherm.
    --lan   luistert ook op het netwerk van de zaal, alleen voor deelnemers, en toont een QR-code
    --tls   versleutelt de verbinding met de telefoons (https), met een certificaat dat deze computer zelf maakt;
            met TLS_CERT en TLS_KEY gebruikt --lan uw eigen certificaat
serve-open = Meervoud is klaar. Open: { $address }
serve-lan = Deelnemers in dezelfde ruimte openen: { $address }
serve-lan-others = Lukt dat niet? Probeer dan: { $addresses }
serve-lan-warning =
    De verbinding met de telefoons is versleuteld. Deze computer heeft het certificaat zelf gemaakt. Daarom toont elke
    telefoon één keer een waarschuwing. Kies dan "Geavanceerd" of "Toon details", en daarna "Doorgaan" of "Bezoek deze website".
serve-tls-without-lan = De optie --tls werkt alleen samen met --lan.
serve-stopping = Meervoud stopt en maakt af wat bezig was.
serve-cut-off = Iets was na { $seconds } seconden nog niet klaar. Meervoud stopt nu zonder daarop te wachten. Wat ontvangen is, is opgeslagen.

command-migrate = werkt de database bij zonder te starten
command-migrate-help =
    meervoud migrate
    Werkt de database bij naar deze versie.
migrate-done =
    { $n ->
        [0] De database was al bij.
        [one] De database is bijgewerkt met 1 stap:
       *[other] De database is bijgewerkt met { $n } stappen:
    }

start-wrong-settings =
    { $n ->
        [one] Een instelling klopt niet:
       *[other] { $n } instellingen kloppen niet:
    }
setting-fault-port = { $name } moet een poortnummer zijn van 0 tot en met 65535.
setting-fault-months = { $name } moet een aantal maanden zijn van 1 tot en met { $most }.
setting-fault-empty = { $name } is leeg. Geef een waarde, of laat deze instelling weg.
setting-fault-long = { $name } is te lang: hoogstens { $most } tekens.
setting-fault-short = { $name } moet minstens 32 tekens lang zijn.
setting-fault-choice = { $name } moet een van deze woorden zijn: { $known }
setting-fault-database-url = { $name } moet beginnen met postgres://
setting-fault-several-hosts = { $name } mag maar één server noemen. Zijn er meer? Zet er dan HAProxy voor.
setting-fault-origin = { $name } moet een adres zijn zoals https://meervoud.example.org, met niets erachter.
setting-fault-networks = { $name } moet uit adressen of reeksen bestaan, met komma's ertussen: 127.0.0.1,10.0.0.0/8
setting-fault-mail-server = { $name } moet eruitzien als smtp://gebruiker:wachtwoord@host:587 of smtps://host, zonder opties.
setting-fault-sender = { $name } moet een e-mailadres zijn, of Naam <adres>
setting-fault-issuer = { $name } moet een adres met https zijn (http alleen voor localhost), zoals de organisatie het schrijft.
setting-fault-key = { $name } moet uit 32 willekeurige bytes in base64 bestaan. Maak ze met: openssl rand -base64 32
setting-fault-both = { $name } en { $name }_FILE zijn allebei ingesteld. Laat er een weg.
setting-fault-file = { $name }_FILE noemt een bestand dat niet kan worden gelezen: { $path }
setting-fault-beside = { $name } is nodig naast { $other }.
setting-fault-for-mail = { $name } is nodig naast { $other }, voor de links in e-mail.
setting-fault-together = { $name } en { $other } zijn samen nodig.
start-database-in-use = De database in { $path } is al in gebruik door een andere Meervoud. Stop die eerst, of kies een andere map met DATA_DIR.
start-database-unreadable = De database { $path } kan niet worden gelezen. Zet een back-up terug, of kies een andere map met DATA_DIR. Er is niets veranderd.
start-database-newer = Deze database is gemaakt door een nieuwere versie van Meervoud. Installeer die versie. Er is niets veranderd.
start-database-unreachable = PostgreSQL is niet bereikbaar op het adres in DATABASE_URL. Controleer het adres, het wachtwoord en of de server draait.
start-database-unsafe = De database staat zo ingesteld dat antwoorden verloren kunnen gaan ({ $setting }). Meervoud start zo niet.
start-data-dir-unusable = In de map { $path } kan Meervoud niet schrijven. Controleer de rechten, of kies een andere map met DATA_DIR.
start-port-in-use = Poort { $port } is al in gebruik. Stop het andere programma, of kies een andere poort met PORT.
start-tls-half = { $there } is ingesteld, maar { $missing } niet. Stel allebei in, of geen van beide.
start-tls-unreadable = Wat in { $name } staat, kan niet worden gelezen. Nodig is tekst in PEM-vorm, zonder wachtwoord.
start-tls-not-a-pair = De sleutel in TLS_KEY hoort niet bij het certificaat in TLS_CERT. Kies de sleutel waarmee het certificaat is aangevraagd.
start-host-not-here = Op het adres { $host }, poort { $port }, kan Meervoud niet luisteren. Controleer HOST en PORT.
start-instrument-changed = Een vragenlijst die al gebruikt is, is daarna veranderd. Zet de bestanden terug, of maak een nieuwe versie:
start-instrument-faulty =
    { $n ->
        [one] Er zit een fout in een vragenlijst:
       *[other] Er zitten { $n } fouten in een vragenlijst:
    }
start-guide-faulty =
    { $n ->
        [one] Er zit een fout in de leidraad van een reflectie:
       *[other] Er zitten { $n } fouten in de leidraad van een reflectie:
    }
start-web-not-built = De pagina's van Meervoud zijn nog niet gebouwd. Start met "npm start".

command-wrong-use = Zo werkt "meervoud { $name }" niet. Typ "meervoud { $name } --help" voor wat er kan.
command-line = regel { $line }
command-one-file = Geef precies één bestand op.
command-option-needed = De optie { $option } ontbreekt.
command-option-unknown = De optie { $option } bestaat hier niet.
command-word-unexpected = "{ $word }" is hier een woord te veel.
command-option-empty = Achter de optie { $option } moet nog iets staan.
command-option-no-value = Achter de optie { $option } mag niets staan.
command-option-one-of = De optie { $option } moet een van deze zijn: { $known }

command-import-answers = leest antwoorden uit een CSV-bestand
command-import-answers-help =
    meervoud import-answers BESTAND.csv --instrument ID@VERSIE (--owner E-MAIL | --organisation ID) [opties]
    Leest uit elke regel één antwoord, en maakt daarvan gesloten rondes met hun uitkomsten. Alles wordt ingelezen, of niets.
    Stop eerst de server, behalve als de database PostgreSQL is.

    Kolommen (komma of puntkomma, UTF-8): organisatie, groep, periode, deelnemer, vraag, antwoord, moment
    (of in het Engels: organisation, group, period, respondent, item, rating, horizon)
    periode    een jaar (2026) of een kwartaal (2026-Q4)
    antwoord   een heel getal op de schaal, ? (weet ik niet), - (niet van toepassing) of leeg (niet beantwoord)
    groep      mag ontbreken: management, staff, customer, supplier, neighbour, education, government, other
    moment     mag ontbreken: dan is het now, of wat u bij --horizon opgeeft

    --owner E-MAIL      van wie de organisaties zijn; een organisatie die er nog niet is, wordt gemaakt
    --organisation ID   alles hoort bij deze organisatie; het bestand heeft dan geen kolom organisatie
    --mode anonymous    cijfers van minder dan 5 mensen blijven verborgen, namen worden niet bewaard (dit is de standaard)
    --mode open         de antwoorden zijn per naam te zien
    --horizon NAAM      moment van regels die er geen noemen
    --instruments MAP   kent ook de vragenlijsten in deze map
    --check             controleert alleen het bestand; er wordt niets opgeslagen, en de server mag draaien
import-checked = Het bestand is goed: { $rounds ->
        [one] 1 ronde
       *[other] { $rounds } rondes
    } met { $respondents ->
        [one] 1 deelnemer
       *[other] { $respondents } deelnemers
    }. Er is niets opgeslagen.
import-done = Ingelezen: { $answers ->
        [one] 1 antwoord
       *[other] { $answers } antwoorden
    } van { $respondents ->
        [one] 1 deelnemer
       *[other] { $respondents } deelnemers
    } in { $rounds ->
        [one] 1 ronde
       *[other] { $rounds } rondes
    }. Nieuwe organisaties: { $organisations }.
import-progress = Ronde { $done } van { $total } ...
import-round-title = { $period }, ingelezen uit { $file }
import-owner-needed = Geef op waar de antwoorden bij horen: met --owner en het e-mailadres van een account, of met --organisation en een id.
import-more = en vanaf hier nog { $n ->
        [one] 1 fout
       *[other] { $n } fouten
    }
import-fault-too-large = Het bestand is te groot: hooguit { $most } MB. Lees het in delen in.
import-fault-utf-16 = Het bestand staat in UTF-16. Sla het op als "CSV UTF-8".
import-fault-not-utf-8 = Op deze regel staan tekens die geen UTF-8 zijn. Sla het bestand op als "CSV UTF-8".
import-fault-nul = Hier staat een NUL-teken. Is dit een tekstbestand?
import-fault-quote = In de rij die hier begint klopt een aanhalingsteken niet: het is niet gesloten, of het staat midden in een cel.
import-fault-empty = Er staat geen enkele rij met een antwoord in het bestand.
import-fault-column-unknown = De kolom "{ $name }" is onbekend. Bekend zijn: organisatie, groep, periode, deelnemer, vraag, antwoord, moment (of in het Engels).
import-fault-column-twice = De kolom "{ $name }" staat er twee keer.
import-fault-column-missing = De kolom "{ $name }" ontbreekt.
import-fault-organisation-column = Met --organisation heeft het bestand geen kolom met de organisatie.
import-fault-cells = Deze rij heeft { $n ->
        [one] 1 cel
       *[other] { $n } cellen
    }, de eerste regel heeft er { $columns }. Is het bestand compleet?
import-fault-cell-empty = De kolom "{ $name }" is leeg.
import-fault-cell-long = In de kolom "{ $name }" staan meer dan { $most } tekens.
import-fault-period = "{ $value }" is geen periode. Schrijf een jaar (2026) of een kwartaal (2026-Q4).
import-fault-group = "{ $value }" is geen groep. Bekend zijn: { $known }
import-fault-two-groups = "{ $respondent }" staat hier in een andere groep dan op een eerdere regel.
import-fault-item = De vragenlijst heeft geen vraag "{ $value }".
import-fault-horizon = De vragenlijst heeft geen moment "{ $value }". Bekend zijn: { $known }
import-fault-rating = "{ $value }" is geen antwoord. Schrijf een heel getal van { $min } tot en met { $max }, ? of -, of niets.
import-fault-off-scale = { $value } staat niet op de schaal van { $min } tot en met { $max }.
import-fault-twice = "{ $respondent }" beantwoordt vraag { $item } ({ $horizon }) een tweede keer; de eerste staat op regel { $before }.
import-fault-organisation-ambiguous = Dit account heeft meer dan één organisatie met de naam "{ $name }". Gebruik --organisation.
import-fault-imported-before = { $file } is al eens ingelezen in deze organisatie, voor { $period }. Geef het bestand een andere naam om het nog eens in te lezen.

command-export = schrijft alles van één organisatie als JSON en CSV
command-export-help =
    meervoud export --organisation ID [--out MAP]
    Schrijft rondes, vragen, uitkomsten en leden van één organisatie in een nieuwe map. De server mag draaien.
    Van open rondes staan ook de antwoorden per naam erin. Van anonieme rondes alleen de uitkomsten.
    --out MAP   de map om te schrijven; zonder deze optie een nieuwe in DATA_DIR/exports
export-done = { $n } bestanden van { $name } staan in: { $path }

command-import = maakt een organisatie uit een archief
command-import-help =
    meervoud import BESTAND.json --owner E-MAIL [--check]
    Maakt een nieuwe organisatie uit het bestand organisation.json van een export, in zijn geheel of niet. Stop eerst de
    server, behalve als de database PostgreSQL is.
    --owner E-MAIL   van wie de organisatie dan is: iemand die hier een account heeft
    --check          controleert alleen het bestand; er wordt niets opgeslagen
archive-checked = Het archief is heel: { $name }, { $rounds ->
        [one] 1 ronde
       *[other] { $rounds } rondes
    }
archive-imported = { $name } is ingelezen: { $rounds ->
        [one] 1 ronde
       *[other] { $rounds } rondes
    }. De id is { $id }

command-audit = kijkt of de logboeken van wat er gedaan is heel zijn
command-audit-help =
    meervoud audit [--organisation ID]
    Kijkt elke regel na in het logboek van elke organisatie en van de installatie: geen is veranderd, weggehaald,
    verplaatst, toegevoegd of afgeknipt. De server mag draaien. Mislukt als een logboek niet heel is.
    --organisation ID   kijk alleen naar het logboek van deze organisatie
    De laatste regel zegt in één hash waar alle logboeken eindigen. De server schrijft elke dag zo'n regel in zijn log:
    bewaar dat log ergens anders, dan kan niemand alles herschrijven zonder dat het uitkomt.
audit-command-system = Deze installatie
audit-command-whole = { $name }: heel, { $number ->
        [0] nog geen regels
       *[other] { $n ->
            [one] 1 regel
           *[other] { $n } regels
        }, de laatste is { NUMBER($number, useGrouping: "false") } { $hash }
    }
audit-command-broken = { $name }: NIET HEEL, { $n ->
        [one] 1 regel
       *[other] { $n } regels
    }. { $fault }
audit-command-anchor = Het einde van { $chains ->
        [one] 1 logboek
       *[other] { $chains } logboeken
    } samen: { $hash }

command-backup = maakt een back-up van de database, ook terwijl de server draait
command-backup-help =
    meervoud backup [--to BESTAND]
    Kopieert de database naar één bestand, controleert de kopie en zet er een manifest naast. De server mag draaien.
    --to BESTAND   het bestand om te schrijven; zonder deze optie een nieuw in DATA_DIR/backups
    In een back-up staat alles, ook de antwoorden. Bewaar die net zo veilig als de database.
backup-progress = { $done } % gekopieerd ...
backup-done = De back-up is gemaakt en gecontroleerd: { $path } ({ NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB)

command-restore = controleert een back-up en zet die terug
command-restore-help =
    meervoud restore BESTAND [--check]
    Controleert de back-up en zet die op de plaats van de database. Stop eerst de server.
    Wie sindsdien is gewist, wordt opnieuw gewist. Iedereen wordt uitgelogd; alle toegangscodes en open uitnodigingen eindigen,
    en ook de toestemmingen van bedrijven aan programma's: vraag die opnieuw voor de volgende publicatie.
    De database die er stond blijft ernaast staan, als meervoud.sqlite.before-restore. Verwijder die als alles klopt.
    --check   controleert alleen de back-up; er wordt niets opgeslagen, en de server mag draaien
restore-checked = De back-up van { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } is goed (versie { $version }, ingevulde vragenlijsten: { $rows }). Er is niets opgeslagen.
restore-done = De back-up van { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } is teruggezet.
restore-erased = { $n ->
        [0] Na deze back-up is niemand gewist.
        [one] 1 wissing van na deze back-up is opnieuw gedaan.
       *[other] { $n } wissingen van na deze back-up zijn opnieuw gedaan.
    }
restore-no-erasures =
    Er is geen lijst van wissingen (erasures.jsonl). Zijn er na deze back-up mensen gewist? Wis ze dan opnieuw.
restore-ended =
    Beëindigd, omdat ze sindsdien ingetrokken of gebruikt kunnen zijn: alle plekken waar iemand was ingelogd ({ $sessions }),
    toegangscodes van programma's ({ $tokens }), open uitnodigingen ({ $invitations }), adressen voor agenda's
    ({ $calendars }), alle links naar een scherm of voor een ander wachtwoord, verzoeken om een organisatie te wissen, en
    toestemmingen van bedrijven aan programma's.
    Maak opnieuw wat u nodig hebt.
restore-look =
    Wat mensen na { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } hebben veranderd, staat niet in deze
    back-up. Kijk naar de leden en hun rollen, en naar geblokkeerde accounts: wie sindsdien geen toegang meer had, heeft
    die nu weer.
restore-kept =
    De database die er stond is bewaard als: { $path }
    Mensen die vanaf nu worden gewist, staan er nog in. Verwijder dit bestand als alles klopt, uiterlijk over 30 dagen.

command-copy = kopieert een hele database: van SQLite naar PostgreSQL, of terug
command-copy-help =
    meervoud copy --to PLAATS [--from PLAATS]
    Kopieert alles naar een lege database, leest beide nog eens en zet per tabel neer hoeveel rijen er zijn en één
    controlegetal (SHA-256) over alles. De kopie blijft alleen als elke tabel hetzelfde is. De server moet gestopt zijn.
    --to PLAATS     waarheen: postgres (die van DATABASE_URL), een adres zoals postgres://gebruiker@host/naam, sqlite (die in
                    DATA_DIR), of een andere map
    --from PLAATS   waarvandaan, met dezelfde woorden; zonder dit de database die de server gebruikt
    Voorbeeld: met DATABASE_URL ingesteld, "meervoud copy --from sqlite --to postgres".
copy-other = (in de kopie)
copy-done = Alles is gekopieerd: alle tabellen zijn hetzelfde.
copy-differs = De kopie is niet hetzelfde en is teruggedraaid. Er is niets veranderd.
copy-next =
    { $place } is gebleven zoals het was. Wie iemand wist, komt daar niet meer bij: verwijder het als alles goed is, binnen 30 dagen.
    Twee bestanden van { $folder } staan in geen database: secret.key (of de instelling SECRET_KEY) en erasures.jsonl. Neem ze mee als
    de server naar een andere map of computer gaat. "meervoud audit" en "meervoud doctor" kijken of alles klopt.
copy-same-place = Bron en doel zijn dezelfde database.
copy-no-address = "postgres" is de database van de instelling DATABASE_URL, en die is niet ingesteld.
copy-other-address = "{ $place }" is geen plaats om naartoe of vandaan te kopiëren. Dat kan alleen PostgreSQL (postgres://...), sqlite of een map zijn.
start-copy-target-not-empty = In het doel staat al iets. Kopiëren kan alleen naar een lege database.
start-copy-source-in-use = { $place } is in gebruik ({ $n ->
    [one] 1 verbinding
   *[other] { $n } verbindingen
}). Stop de server: wat intussen wordt opgeslagen, zou in de kopie ontbreken.
start-copy-target-in-use = { $place } is in gebruik ({ $n ->
    [one] 1 verbinding
   *[other] { $n } verbindingen
}). Stop wat het gebruikt.
start-copy-text-unstorable = Een tekst in de tabel { $table } heeft een teken dat PostgreSQL niet kan bewaren (code 0). Er is niets veranderd.

command-erasures = wist opnieuw wat al gewist was, na het terugzetten van een oudere database
command-erasures-help =
    meervoud erasures [--replay]
    Telt wat er gewist is: accounts, organisaties en antwoorden. De lijst staat in DATA_DIR/erasures.jsonl, zonder namen.
    --replay   voor een database die op een andere manier is teruggezet dan met "meervoud restore". Nodig na pg_restore,
               voordat de server start. Wist opnieuw wat op die lijst staat en nog in de database zit; dat doet elke start ook.
               Beëindigt ook alle plekken waar iemand was ingelogd, toegangscodes van programma's, open uitnodigingen,
               adressen voor agenda's, links naar een scherm of voor een ander wachtwoord, verzoeken om een organisatie te
               wissen, en toestemmingen van bedrijven aan programma's. Die kunnen sindsdien ingetrokken zijn.
erasures-known = Gewist: { $n }. Nog niet uit deze database gewist: { $missing }.
erasures-replayed =
    { $n ->
        [0] Er was niets meer te wissen.
        [one] Er is 1 keer opnieuw gewist.
       *[other] Er is { $n } keer opnieuw gewist.
    }
erasure-former-member = voormalig lid
command-doctor = kijkt of alles in orde is
command-doctor-help =
    meervoud doctor
    Controleert instellingen, map, schijf, database, vragenlijsten en back-ups. Elke regel zegt goed, let op of fout.
    De exitcode is 0 als er niets fout is; let op is het bekijken waard, maar niet fout.
doctor-ok = goed
doctor-attention = let op
doctor-wrong = fout
doctor-node = Node { $version }
doctor-pages = De webpagina's zijn gebouwd.
doctor-pages-missing = De webpagina's zijn nog niet gebouwd. Start met "npm start".
doctor-settings = De instellingen kloppen.
doctor-key = De sleutel past bij wat verzegeld in de database staat.
doctor-key-other = De sleutel past niet bij deze database. Codes uit apps werken niet; herstelcodes en passkeys wel. Zet secret.key van de oude computer terug.
doctor-mail-none = Er is geen postserver ingesteld. Links kunt u altijd kopiëren en zelf sturen.
doctor-mail = De postserver { $host } antwoordt.
doctor-mail-silent = De postserver { $host } antwoordt niet, of laat Meervoud niet binnen. E-mail blijft wachten. Kijk naar SMTP_URL.
doctor-folder-missing = De map { $path } bestaat nog niet. Bij de eerste start wordt die gemaakt.
doctor-rights = Alleen u kunt lezen wat in { $path } staat.
doctor-rights-open = Andere gebruikers van deze computer kunnen bij { $path }. Neem hun toegang weg (chmod 700 voor de map, 600 voor bestanden).
doctor-disk = { $megabytes } MB vrij op de schijf
doctor-disk-little = Nog maar { $megabytes } MB vrij op de schijf. Maak ruimte.
doctor-disk-full = De schijf is vol: { $megabytes } MB vrij. Antwoorden kunnen niet meer worden opgeslagen.
doctor-backup-none = Er is nog geen back-up. Maak er een met "meervoud backup".
doctor-links = In { $path } staan koppelingen die ergens anders heen leiden. Zet de bestanden zelf daar neer.
doctor-disk-network = De map van de database staat op een andere computer ({ $name }). De ingebouwde database zou daar beschadigen.
doctor-disk-shared = De map van de database wordt doorgegeven door een ander systeem ({ $name }). Zorg dat het een schijf van deze computer is.
doctor-encrypted = De schijf van de database is versleuteld.
doctor-encryption = Nergens blijkt uit dat de schijf van de database versleuteld is. Dat is aan u: wie deze computer of de schijf meeneemt, mag hem niet kunnen lezen.
doctor-clock = De klok zegt { DATETIME($now, dateStyle: "long", timeStyle: "short") }.
doctor-clock-back = De klok zegt { DATETIME($now, dateStyle: "long", timeStyle: "short") }, en er zijn bestanden van later. Is de klok teruggezet?
doctor-backup = { $n ->
        [one] Er is 1 back-up
       *[other] Er zijn { $n } back-ups
    }. Alles tot { $hours ->
        [0] minder dan een uur
       *[other] { $hours } uur
    } geleden staat erin.
doctor-backup-old = De nieuwste back-up is { $hours } uur oud, en sindsdien is er iets veranderd. Een server die draait, maakt er elke 15 minuten een. Maak er een met "meervoud backup".
doctor-backup-future = { $n ->
        [one] 1 back-up heeft een datum die nog moet komen
       *[other] { $n } back-ups hebben een datum die nog moet komen
    }: toen liep de klok verkeerd. Die tellen niet mee. Wat de server zelf maakte, gaat na 30 dagen weg; verwijder de rest zelf.
doctor-before-restore = { $n ->
        [one] Een database die meer dan { $days } dagen geleden door een back-up is vervangen, staat er nog. Mensen die sindsdien zijn gewist, staan er nog in. Verwijder dit bestand:
       *[other] Databases die meer dan { $days } dagen geleden door een back-up zijn vervangen, staan er nog. Mensen die sindsdien zijn gewist, staan er nog in. Verwijder deze bestanden:
    }
doctor-backup-same-disk = De back-ups staan op dezelfde schijf als de database ({ $path }). Gaat die schijf kapot, dan bent u allebei kwijt. Kies met BACKUP_DIR een map op een andere schijf.
doctor-backup-by-hand = Back-ups die met de hand zijn gemaakt, zijn ouder dan { $days } dagen. Mensen die sindsdien zijn gewist, staan er nog in. Verwijder ze als u ze niet meer nodig hebt.
doctor-backup-postgres = De database is PostgreSQL. Meervoud maakt daar geen back-ups van: zorg dat de databaseserver dat doet, en probeer af en toe of er een teruggezet kan worden.
doctor-drill = De nieuwste back-up is op { DATETIME($at, dateStyle: "long") } op proef teruggezet, en was goed.
doctor-drill-none = Er is nog geen back-up op proef teruggezet. Een server die draait, doet dat elke week vanzelf.
doctor-drill-old = De laatste proef met het terugzetten van een back-up was op { DATETIME($at, dateStyle: "long") }. Een server die draait, doet dat elke week vanzelf.
doctor-drill-no-room = Op { DATETIME($at, dateStyle: "long") } was er geen ruimte om een back-up op proef terug te zetten. Maak ruimte op de schijf van de database.
doctor-drill-failed = Op { DATETIME($at, dateStyle: "long") } kon de back-up niet op proef worden teruggezet. Maak nu een nieuwe back-up.
doctor-address = Mensen openen Meervoud op { $origin }, over een versleutelde verbinding.
doctor-address-here = Meervoud is alleen op deze computer te openen, en met --lan door telefoons in de zaal.
doctor-address-none = Meervoud luistert op { $host }, en PUBLIC_ORIGIN is niet ingesteld. Stel het adres in dat mensen openen; dat begint met https://.
doctor-address-plain = Mensen openen Meervoud op { $origin }, over een verbinding die niet versleuteld is. Zet er een webserver met een certificaat voor, en laat PUBLIC_ORIGIN met https:// beginnen.
doctor-speed = { $n } keer per seconde veilig opslaan op deze schijf
doctor-speed-slow = Maar { $n } keer per seconde veilig opslaan op deze schijf. Met een volle zaal gaat opslaan langzaam.
doctor-speed-failed = Meervoud kan niet schrijven in { $path }.
doctor-database-missing = Er is nog geen database in { $path }. Bij de eerste start wordt die gemaakt.
doctor-database-sqlite = De database gaat open en wacht bij elk opslaan op de schijf (FULL, WAL, foreign keys).
doctor-database-postgres = PostgreSQL antwoordt en wacht bij elk opslaan op de schijf.
doctor-lock = Ook de database zelf houdt organisaties uit elkaar (row-level security).
doctor-lock-passed = De rol { $role } gaat voorbij aan row-level security: het tweede slot tussen organisaties werkt dan niet. Gebruik een rol die geen superuser is en geen BYPASSRLS heeft.
doctor-lock-open = { $n ->
    [one] Eén tabel van organisaties heeft geen row-level security: het tweede slot tussen organisaties staat daar open.
   *[other] { $n } tabellen van organisaties hebben geen row-level security: het tweede slot tussen organisaties staat daar open.
}
doctor-database-unsafe = De database staat zo ingesteld dat antwoorden verloren kunnen gaan.
doctor-integrity = De database is niet beschadigd.
doctor-integrity-broken = De database is beschadigd. Stop de server en zet een back-up terug.
doctor-migrations = De database is bij (stap { $n }).
doctor-migrations-pending = De database is van een oudere versie. De volgende start werkt die bij in { $n ->
        [one] 1 stap
       *[other] { $n } stappen
    }, en maakt eerst een back-up.
doctor-migrations-newer = De database is gemaakt door een nieuwere versie van Meervoud. Installeer die versie.
doctor-instruments = De vragenlijsten zijn niet veranderd ({ $n }).
doctor-instruments-changed = Een vragenlijst die al gebruikt is, is daarna veranderd. Zet de bestanden terug, of maak een nieuwe versie.
doctor-audit = De logboeken van wat er gedaan is zijn heel ({ $n }).
doctor-audit-broken = Een logboek van wat er gedaan is, is buiten Meervoud om veranderd. Kijk met: meervoud audit
doctor-summary = { $wrong ->
        [0] Er is niets fout.
        [one] Er is 1 ding fout.
       *[other] Er zijn { $wrong } dingen fout.
    } { $attention ->
        [0] Niets vraagt aandacht.
        [one] 1 ding vraagt aandacht.
       *[other] { $attention } dingen vragen aandacht.
    }

command-operator = zegt wie de installatie beheert, of verandert dat
command-operator-help =
    meervoud operator list
    meervoud operator add E-MAIL
    meervoud operator remove E-MAIL
    Wie de installatie beheert, ziet hoe het ermee gaat en kan accounts blokkeren. Dat opent geen organisatie.
    Het account moet er al zijn. De server mag draaien.
operator-none = Niemand beheert deze installatie. Voeg iemand toe met "meervoud operator add E-MAIL".
operator-added = { $email } beheert deze installatie nu.
operator-removed = { $email } beheert deze installatie niet meer.
operator-wrong-use = Zeg wat er moet gebeuren: list, add E-MAIL of remove E-MAIL.

command-sign-in-help = laat iemand weer binnen die niet meer kan inloggen
command-sign-in-help-help =
    meervoud sign-in-help E-MAIL
    Zet alle tweede stappen van dit account uit (codes, herstelcodes, passkeys), logt het overal uit, en toont een link
    om een nieuw wachtwoord te kiezen. De link werkt één keer, een half uur lang. De server mag draaien.
    Kijk eerst goed of de vraag echt van deze persoon komt.
sign-in-help-wrong-use = Geef één e-mailadres.
sign-in-help-done = Voor { $email } is alles uitgezet waarmee het account openging. Met deze link kiest de eigenaar een nieuw wachtwoord, tot { DATETIME($until, hour: "numeric", minute: "numeric") }:

command-demo = toont alles ingevuld, met een verzonnen bedrijvenpark
command-demo-help =
    meervoud demo [--port N] [--build-only] [--fresh]
    Start Meervoud met een eigen database vol verzonnen gegevens, en toont hoe u inlogt.
    Uw eigen database blijft zoals die is.
    --port N       de poort om op te luisteren
    --build-only   maakt alleen de database
    --fresh        maakt de database opnieuw, ook als die er al is
demo-building = Het verzonnen bedrijvenpark wordt gemaakt ...
demo-progress = { $done } van { $total } rondes ...
demo-built = Het verzonnen bedrijvenpark is klaar: { $organisations } organisaties, { $rounds } rondes, { $respondents } deelnemers.
demo-sign-in = Log in met { $email } en dit wachtwoord: { $password }
demo-join = Doe mee als deelnemer: { $address }

start-backup-before-update = De database is niet bijgewerkt, omdat er in { $path } geen back-up van gemaakt kon worden. Maak daar ruimte, of kies een andere map met BACKUP_DIR. Er is niets veranderd.
start-backup-folder-taken = In { $path } staan de back-ups van een andere Meervoud. In één map zouden die twee elkaars back-ups verwijderen. Kies een andere map met BACKUP_DIR. Is dit dezelfde Meervoud op een andere plek, of bestaat de andere niet meer? Verwijder dan dit bestand: { $file }
start-disk-full = Er is geen ruimte op de schijf van { $path }. Maak eerst ruimte. Er is niets veranderd.
start-data-dir-on-network = De map { $path } staat op een andere computer ({ $name }). De ingebouwde database zou daar beschadigen. Kies met DATA_DIR een map op een schijf van deze computer, of gebruik PostgreSQL.
start-database-missing = Er is nog geen database in { $path }. Start de server een keer, of kies de juiste map met DATA_DIR.
start-database-older = De database is van een oudere versie van Meervoud. Werk die eerst bij met "meervoud migrate". Er is niets veranderd.
start-organisation-unknown = Er is geen organisatie met het id { $id }.
start-user-unknown = Er is geen account met het e-mailadres { $email }.
start-secret-key-unsafe = Anderen op deze computer kunnen de sleutel { $path } lezen. Beperk de rechten met: chmod 600 { $path }
start-secret-key-unusable = De sleutel { $path } kan niet worden gelezen of gemaakt. Zet de juiste sleutel terug. Is die weg, verwijder dan dit bestand: codes uit apps werken daarna niet meer, herstelcodes wel.
start-user-locked = Het account { $email } is geblokkeerd. Hef dat eerst op bij het beheer van de installatie.
start-file-unreadable = { $path } kan niet worden gelezen of geschreven. Controleer de naam en de rechten.
start-file-exists = { $path } bestaat al, en Meervoud schrijft er niet overheen. Kies een andere naam.
start-backup-damaged = { $path } is beschadigd of veranderd. Gebruik een andere back-up. Er is niets veranderd.
start-backup-without-manifest = Het manifest { $path } ontbreekt. Dat staat naast elke back-up; zonder manifest weet niemand of de back-up compleet is.
start-backup-on-postgres = De database is PostgreSQL. Maak een back-up daarvan met pg_dump.
start-restore-on-postgres = De database is PostgreSQL. Zet een back-up daarvan terug met pg_restore.
start-demo-elsewhere = In { $path } staat een database die niet van de demo is. De demo blijft daaraf. Kies een andere map met DATA_DIR, of geen.

command-simulate = laat nagebootste telefoons meedoen, als proef
command-simulate-help =
    meervoud simulate [--phones N] [--seconds N] [--seed TEKST]
    meervoud simulate --join ADRES-OF-CODE [--server ADRES] [--ca BESTAND] [--stay] [--phones N] ...
    Laat nagebootste telefoons meedoen aan een ronde en vertelt hoe dat ging.
    Zonder --join krijgen ze een eigen server met een eigen ronde. Die zijn daarna weer weg.
    De afsluitcode is 0 als er niets misging.
    --phones N         aantal telefoons, hoogstens 1000 (12)
    --seconds N        tijd om binnen te komen en alles in te vullen (60)
    --seed TEKST       een andere tekst geeft andere meningen (1)
    --join ADRES       het adres achter de QR-code van een ronde, of alleen de code
                       Let op: de antwoorden komen echt in die ronde te staan.
    --server ADRES     bij een code alleen: de server; anders de server op deze computer
    --ca BESTAND       het certificaat (PEM) van een server die het zelf heeft gemaakt
    --stay             de telefoons blijven tot u stopt met Ctrl-C en doen mee aan tweede stemmingen
simulate-organisation = Proef met nagebootste telefoons
simulate-round = Proefronde
simulate-own-server = Voor deze proef draait een eigen server: { $address }
simulate-wall = Kijk mee op het scherm: { $address }
simulate-begins = { $n ->
        [one] 1 nagebootste telefoon gaat
       *[other] { $n } nagebootste telefoons gaan
    } naar { $address }
simulate-progress = { $done } van { $total } telefoons klaar ...
simulate-stays = De telefoons blijven in de ruimte. Stop met Ctrl-C.
simulate-phones = { $joined } van { $phones } telefoons kwamen binnen; { $finished } meldden dat ze klaar zijn.
simulate-joining = Meedoen duurde meestal { $median } ms, en hoogstens { $slowest } ms.
simulate-answers = { $n ->
        [one] 1 antwoord is ontvangen.
       *[other] { $n } antwoorden zijn ontvangen.
    } Opslaan duurde meestal { $median } ms; 99 van de 100 keer hoogstens { $slowest } ms.
simulate-hints = { $n ->
        [one] 1 seintje kwam aan;
       *[other] { $n } seintjes kwamen aan;
    } 99 van de 100 binnen { $slowest } ms na de verandering.
simulate-voted = { $n ->
        [one] 1 keer deed een telefoon mee aan een tweede stemming.
       *[other] { $n } keer deed een telefoon mee aan een tweede stemming.
    }
simulate-revealed = Het invullen is gesloten en het resultaat getoond: { $n ->
        [one] 1 deelnemer
       *[other] { $n } deelnemers
    }, verdeeld bij { $divided } van de { $items } vragen.
simulate-concern-1 = Wie doet dit erbij als het druk is?
simulate-concern-2 = Ik wil eerst weten wat het kost.
simulate-concern-3 = Spreek af wanneer we stoppen als het niet werkt.
simulate-no-errors = Er ging niets mis.
simulate-errors = { $n ->
        [0] Niet alles lukte.
        [one] 1 keer ging iets mis:
       *[other] { $n } keer ging iets mis:
    }
simulate-not-done = Niet alle telefoons waren op tijd klaar.
simulate-no-address = "{ $address }" is geen adres. Schrijf bijvoorbeeld http://192.168.1.20:3080/d#CODE
command-option-number = De optie { $option } moet een heel getal zijn van 1 tot en met { NUMBER($most, useGrouping: 0) }.
start-server-unreachable = Op { $address } geeft geen Meervoud antwoord. Controleer het adres en of de server draait.
