command-help = Meervoud: six capitals side by side. Usage: meervoud <command> [options]
command-settings = Settings (environment variables; each also as NAME_FILE with a file):
setting-port = port that the server listens on (3000)
setting-host = address that the server listens on (127.0.0.1)
setting-data-dir = folder for the embedded database and its backups (data/local)
setting-database-url = PostgreSQL instead of the embedded database: postgres://user:password@host/name
setting-public-origin = address under which people open the product, for links and cookies
setting-setup-token = a set-up token of your own instead of a printed one, at least 32 characters
setting-lan-port = port for participants on the local network, with --lan (3080)
setting-tls-cert = certificate (PEM) for the address in the room, with --lan and TLS_KEY
setting-tls-key = private key (PEM) that belongs to TLS_CERT
setting-log-level = how much the server writes to its log (warn)
command-unknown = There is no command "{ $name }". Type "meervoud --help" for the list.
command-failed = Something went wrong that should not have. Nothing was stored by halves. Please report it with the lines below.

command-serve = starts the server and prints the address to open
command-serve-help =
    meervoud serve [--lan [--tls]]
    Starts the server. The address to open is printed.
    --lan   also listens on the network of the room, for participants only, and prints a QR code
    --tls   encrypts the connection with the phones (https), with a certificate that this computer makes itself;
            with TLS_CERT and TLS_KEY, --lan uses your own certificate
serve-open = Meervoud is ready. Open: { $address }
serve-lan = Participants in the same room open: { $address }
serve-lan-others = Does that fail? Then try: { $addresses }
serve-lan-warning =
    The connection with the phones is encrypted. This computer made the certificate itself. So each phone shows a
    warning once. Choose "Advanced" or "Show details" there, and then "Proceed" or "Visit this website".
serve-tls-without-lan = The option --tls works only together with --lan.
serve-stopping = Meervoud stops and finishes what was going on.

command-migrate = brings the database up to date without starting
command-migrate-help =
    meervoud migrate
    Brings the database up to this version.
migrate-done =
    { $n ->
        [0] The database was up to date.
        [one] The database was brought up to date in 1 step:
       *[other] The database was brought up to date in { $n } steps:
    }

start-wrong-settings =
    { $n ->
        [one] A setting is wrong:
       *[other] { $n } settings are wrong:
    }
start-database-in-use = The database in { $path } is in use by another Meervoud. Stop that one first, or choose another folder with DATA_DIR.
start-database-unreadable = The database { $path } cannot be read. Restore a backup, or choose another folder with DATA_DIR. Nothing was changed.
start-database-newer = This database was made by a newer version of Meervoud. Install that version. Nothing was changed.
start-database-unreachable = PostgreSQL cannot be reached at the address in DATABASE_URL. Check the address, the password and whether the server runs.
start-database-unsafe = The database is set so that answers can get lost ({ $setting }). Meervoud does not start like this.
start-data-dir-unusable = Meervoud cannot write in the folder { $path }. Check its permissions, or choose another folder with DATA_DIR.
start-port-in-use = Port { $port } is in use. Stop the other program, or choose another port with PORT.
start-tls-half = { $there } is set and { $missing } is not. Set both, or neither.
start-tls-unreadable = What { $name } holds cannot be read. It must be PEM text, without a password.
start-tls-not-a-pair = The key in TLS_KEY does not belong to the certificate in TLS_CERT. Choose the key that the certificate was requested with.
start-host-not-here = Meervoud cannot listen on the address { $host }, port { $port }. Check HOST and PORT.
start-instrument-changed = A questionnaire that was used before has changed since. Put its files back, or make a new version:
start-instrument-faulty =
    { $n ->
        [one] There is a fault in a questionnaire:
       *[other] There are { $n } faults in a questionnaire:
    }
start-guide-faulty =
    { $n ->
        [one] There is a fault in the guide of a reflection:
       *[other] There are { $n } faults in the guide of a reflection:
    }
start-web-not-built = Meervoud's pages have not been built yet. Start it with "npm start".

command-wrong-use = This is not how "meervoud { $name }" works. Type "meervoud { $name } --help" for what it takes.
command-line = line { $line }
command-one-file = Give exactly one file.
command-option-needed = The option { $option } is missing.
command-option-one-of = The option { $option } must be one of: { $known }

command-import-answers = reads answers from a CSV file
command-import-answers-help =
    meervoud import-answers FILE.csv --instrument ID@VERSION (--owner EMAIL | --organisation ID) [options]
    Reads one answer from each row into closed rounds with their results. Either everything is imported or nothing.
    Stop the server first, unless the database is PostgreSQL.

    Columns (comma or semicolon, UTF-8): organisation, group, period, respondent, item, rating, horizon
    period    a year (2026) or a quarter (2026-Q4)
    rating    a whole number on the scale, ? (does not know), - (does not apply), or empty (not answered)
    group     may be left out: management, staff, customer, supplier, neighbour, education, government, other
    horizon   may be left out: now is meant, or what --horizon says

    --owner EMAIL       whose organisations these are; an organisation that does not exist yet is made
    --organisation ID   everything belongs to this organisation; then the file has no column organisation
    --mode anonymous    figures of fewer than 5 people stay hidden, names are not kept (this is the default)
    --mode open         everyone's answers may be seen by name
    --horizon NAME      horizon of rows that name none
    --instruments DIR   also knows the questionnaires in this folder
    --check             checks the file only; nothing is written, and the server may run
import-checked = The file is good: { $rounds ->
        [one] 1 round
       *[other] { $rounds } rounds
    } with { $respondents ->
        [one] 1 participant
       *[other] { $respondents } participants
    }. Nothing was written.
import-done = Imported: { $answers ->
        [one] 1 answer
       *[other] { $answers } answers
    } of { $respondents ->
        [one] 1 participant
       *[other] { $respondents } participants
    } in { $rounds ->
        [one] 1 round
       *[other] { $rounds } rounds
    }. New organisations: { $organisations }.
import-progress = Round { $done } of { $total } ...
import-round-title = { $period }, imported from { $file }
import-owner-needed = Say where the answers belong: either --owner with the email address of an account, or --organisation with its id.
import-more = and { $n ->
        [one] 1 more fault
       *[other] { $n } more faults
    } from here on
import-fault-too-large = The file is too large: at most { $most } MB. Import it in parts.
import-fault-utf-16 = The file is in UTF-16. Save it as "CSV UTF-8".
import-fault-not-utf-8 = This line holds characters that are not UTF-8. Save the file as "CSV UTF-8".
import-fault-nul = There is a NUL character here. Is this a text file?
import-fault-quote = A quotation mark is wrong in the row that starts here: it is not closed, or it stands in the middle of a cell.
import-fault-empty = There is no row with an answer in the file.
import-fault-column-unknown = The column "{ $name }" is not known. Known are: organisation, group, period, respondent, item, rating, horizon.
import-fault-column-twice = The column "{ $name }" stands twice.
import-fault-column-missing = The column "{ $name }" is missing.
import-fault-organisation-column = With --organisation the file has no column "organisation".
import-fault-cells = This row has { $n ->
        [one] 1 cell
       *[other] { $n } cells
    } where the header has { $columns }. Is the file complete?
import-fault-cell-empty = The column "{ $name }" is empty.
import-fault-cell-long = The column "{ $name }" holds more than { $most } characters.
import-fault-period = "{ $value }" is no period. Write a year (2026) or a quarter (2026-Q4).
import-fault-group = "{ $value }" is no group. Known are: { $known }
import-fault-two-groups = "{ $respondent }" stands in another group here than on an earlier line.
import-fault-item = The questionnaire has no question "{ $value }".
import-fault-horizon = The questionnaire has no horizon "{ $value }". Known are: { $known }
import-fault-rating = "{ $value }" is no answer. Write a whole number from { $min } to { $max }, ? or -, or nothing.
import-fault-off-scale = { $value } is not on the scale from { $min } to { $max }.
import-fault-twice = "{ $respondent }" answers question { $item } ({ $horizon }) a second time; the first is on line { $before }.
import-fault-organisation-ambiguous = This account owns more than one organisation named "{ $name }". Use --organisation.
import-fault-imported-before = { $file } was imported into this organisation before, for { $period }. To import it again, give the file another name.

command-export = writes everything of one organisation as JSON and CSV
command-export-help =
    meervoud export --organisation ID [--out DIR]
    Writes rounds, questions, results and members of one organisation to a new folder. The server may run.
    Of open rounds it also has everyone's answers by name. Of anonymous rounds it has the results only.
    --out DIR   the folder to write; without it a new one in DATA_DIR/exports
export-done = { $n } files of { $name } are in: { $path }

command-backup = makes a backup of the database, also while the server runs
command-backup-help =
    meervoud backup [--to FILE]
    Copies the database to one file, checks the copy and puts a manifest beside it. The server may run.
    --to FILE   the file to write; without it a new one in DATA_DIR/backups
    A backup holds everything, answers too. Keep it as safe as the database.
backup-progress = { $done } % copied ...
backup-done = The backup is made and checked: { $path } ({ NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB)

command-restore = checks a backup and puts it back
command-restore-help =
    meervoud restore FILE [--check]
    Checks the backup and puts it in the place of the database. Stop the server first.
    The database that was there is kept beside it, as meervoud.sqlite.before-restore.
    --check   only checks the backup; nothing is written, and the server may run
restore-checked = The backup of { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } is good (version { $version }, filled-in questionnaires: { $rows }). Nothing was written.
restore-done = The backup of { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } was put back.
restore-kept = The database that was there is kept as: { $path }

command-doctor = looks whether everything is as it should be
command-doctor-help =
    meervoud doctor
    Checks settings, folder, disk, database, questionnaires and backups. Each line says ok, attention or wrong.
    The exit code is 0 when nothing is wrong; attention is worth a look, but not wrong.
doctor-ok = ok
doctor-attention = attention
doctor-wrong = wrong
doctor-node = Node { $version }
doctor-pages = The web pages are built.
doctor-pages-missing = The web pages have not been built yet. Start with "npm start".
doctor-settings = The settings are right.
doctor-folder-missing = The folder { $path } does not exist yet. The first start makes it.
doctor-rights = Only you can read what is in { $path }.
doctor-rights-open = Other users of this computer can get at { $path }. Take their access away (chmod 700 for the folder, 600 for files).
doctor-disk = { $megabytes } MB free on the disk
doctor-disk-little = Only { $megabytes } MB free on the disk. Make room.
doctor-disk-full = The disk is full: { $megabytes } MB free. Answers can no longer be stored.
doctor-backup = The newest backup is less than a day old ({ $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }).
doctor-backup-old = The newest backup is { $days ->
        [one] 1 day
       *[other] { $days } days
    } old. Make one with "meervoud backup".
doctor-backup-none = There is no backup yet. Make one with "meervoud backup".
doctor-speed = { $n } safe writes a second on this disk
doctor-speed-slow = Only { $n } safe writes a second on this disk. Saving will be slow for a full room.
doctor-speed-failed = Meervoud cannot write in { $path }.
doctor-database-missing = There is no database in { $path } yet. The first start makes it.
doctor-database-sqlite = The database opens, and waits for the disk at every save (FULL, WAL, foreign keys).
doctor-database-postgres = PostgreSQL answers, and waits for the disk at every save.
doctor-database-unsafe = The database is set so that answers can get lost.
doctor-integrity = The database is not damaged.
doctor-integrity-broken = The database is damaged. Stop the server and restore a backup.
doctor-migrations = The database is up to date (step { $n }).
doctor-migrations-pending = The database is of an older version. The next start brings it up to date in { $n ->
        [one] 1 step
       *[other] { $n } steps
    }. Make a backup first.
doctor-migrations-newer = The database was made by a newer version of Meervoud. Install that version.
doctor-instruments = The questionnaires are unchanged ({ $n }).
doctor-instruments-changed = A questionnaire that was used before has changed since. Put its files back, or make a new version.
doctor-summary = { $wrong ->
        [0] Nothing is wrong.
        [one] 1 thing is wrong.
       *[other] { $wrong } things are wrong.
    } { $attention ->
        [0] Nothing needs attention.
        [one] 1 thing needs attention.
       *[other] { $attention } things need attention.
    }

command-demo = shows everything filled in, with a made-up business park
command-demo-help =
    meervoud demo [--port N] [--build-only] [--fresh]
    Starts Meervoud with a database of its own, full of made-up data, and prints how to sign in.
    Your own database is not touched.
    --port N       the port to listen on
    --build-only   only makes the database
    --fresh        makes the database again, also when it is there already
demo-building = Making the made-up business park ...
demo-progress = { $done } of { $total } rounds ...
demo-built = The made-up business park is ready: { $organisations } organisations, { $rounds } rounds, { $respondents } participants.
demo-sign-in = Sign in with { $email } and this password: { $password }
demo-join = Take part as a participant: { $address }

start-database-missing = There is no database in { $path } yet. Start the server once, or choose the right folder with DATA_DIR.
start-database-older = The database is of an older version of Meervoud. Bring it up to date first with "meervoud migrate". Nothing was changed.
start-organisation-unknown = There is no organisation with the id { $id }.
start-user-unknown = There is no account with the email address { $email }.
start-file-unreadable = { $path } cannot be read or written. Check the name and the permissions.
start-file-exists = { $path } exists already, and Meervoud does not overwrite it. Choose another name.
start-backup-damaged = { $path } is damaged or was changed. Use another backup. Nothing was changed.
start-backup-without-manifest = The manifest { $path } is missing. It stands beside every backup; without it nobody can tell whether the backup is whole.
start-backup-on-postgres = The database is PostgreSQL. Make a backup of it with pg_dump.
start-restore-on-postgres = The database is PostgreSQL. Put a backup of it back with pg_restore.
start-demo-elsewhere = { $path } holds a database that is not of the demo. The demo leaves it alone. Choose another folder with DATA_DIR, or none.

command-simulate = lets simulated phones take part, as a trial
command-simulate-help =
    meervoud simulate [--phones N] [--seconds N] [--seed TEXT]
    meervoud simulate --join ADDRESS-OR-CODE [--server ADDRESS] [--ca FILE] [--stay] [--phones N] ...
    Lets simulated phones take part in a round and says how that went.
    Without --join they get a server of their own with a round of its own. Both are gone afterwards.
    The exit code is 0 when nothing went wrong.
    --phones N         number of phones, at most 1000 (12)
    --seconds N        time to come in and fill in everything (60)
    --seed TEXT        another text gives other opinions (1)
    --join ADDRESS     the address behind the QR code of a round, or only the code
                       Mind: the answers are really stored in that round.
    --server ADDRESS   with a code only: the server; otherwise the server on this computer
    --ca FILE          the certificate (PEM) of a server that made its own
    --stay             the phones stay until you stop with Ctrl-C, and take part in second votes
simulate-organisation = Trial with simulated phones
simulate-round = Trial round
simulate-own-server = A server of its own runs for this trial: { $address }
simulate-wall = Watch along on the screen: { $address }
simulate-begins = { $n ->
        [one] 1 simulated phone goes
       *[other] { $n } simulated phones go
    } to { $address }
simulate-progress = { $done } of { $total } phones ready ...
simulate-stays = The phones stay in the room. Stop with Ctrl-C.
simulate-phones = { $joined } of { $phones } phones came in; { $finished } said that they were ready.
simulate-joining = Joining usually took { $median } ms, and at most { $slowest } ms.
simulate-answers = { $n ->
        [one] 1 answer was received.
       *[other] { $n } answers were received.
    } Saving usually took { $median } ms; 99 of 100 times at most { $slowest } ms.
simulate-hints = { $n ->
        [one] 1 signal came in;
       *[other] { $n } signals came in;
    } 99 of 100 within { $slowest } ms of the change.
simulate-voted = { $n ->
        [one] 1 time a phone took part in a second vote.
       *[other] { $n } times a phone took part in a second vote.
    }
simulate-revealed = Collecting was closed and the result shown: { $n ->
        [one] 1 participant
       *[other] { $n } participants
    }, divided on { $divided } of { $items } questions.
simulate-concern-1 = Who does this on top of a busy week?
simulate-concern-2 = I want to know first what it costs.
simulate-concern-3 = Agree when we stop if it does not work.
simulate-no-errors = Nothing went wrong.
simulate-errors = { $n ->
        [0] Not everything worked.
        [one] Something went wrong 1 time:
       *[other] Something went wrong { $n } times:
    }
simulate-not-done = Not every phone was ready in time.
simulate-no-address = "{ $address }" is no address. Write for example http://192.168.1.20:3080/d#CODE
command-option-number = The option { $option } must be a whole number from 1 to { NUMBER($most, useGrouping: 0) }.
start-server-unreachable = No Meervoud answers at { $address }. Check the address and whether the server runs.
