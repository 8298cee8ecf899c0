command-help = Meervoud: six capitals side by side. Usage: meervoud <command> [options]
command-settings = Settings (environment variables; each also as NAME_FILE with a file):
setting-port = port that the server listens on (3000)
setting-host = address that the server listens on (127.0.0.1)
setting-data-dir = folder for the embedded database and its backups (data/local)
setting-database-url = PostgreSQL instead of the embedded database: postgres://user:password@host/name
setting-public-origin = address under which people open the product, for links and cookies
setting-oidc-issuer = address where people of your organisation sign in (OpenID Connect), together with OIDC_CLIENT_ID
setting-oidc-client-id = name under which that organisation knows this Meervoud
setting-oidc-client-secret = secret that belongs to OIDC_CLIENT_ID; left out when the organisation asks none
setting-oidc-name = what that organisation is called, for the button on the sign-in page
setting-trust-proxy = addresses of proxies before the server whose word counts, such as 127.0.0.1 or 10.0.0.0/8 (none)
setting-setup-token = a set-up token of your own instead of a printed one, at least 32 characters
setting-lan-port = port for participants on the local network, with --lan (3080)
setting-tls-cert = certificate (PEM) for the address in the room, with --lan and TLS_KEY
setting-tls-key = private key (PEM) that belongs to TLS_CERT
setting-backup-dir = folder for the backups that the server makes by itself, best on another disk (DATA_DIR/backups)
setting-smtp-url = mail server for invitations and reminders: smtp://user:password@host:587 or smtps://host
setting-mail-from = address that mail comes from: name@example.org or Name <name@example.org>
setting-retention-answers-months = months after closing until the answers of each person are deleted (24)
setting-retention-texts-months = months after closing until what participants wrote is deleted (12)
setting-retention-audit-months = months until entries of the log of events are deleted (24)
setting-second-factor = whether everybody with an account needs a second step when signing in: optional or required (optional)
setting-secret-key = key for what the server keeps sealed: 32 bytes in base64, instead of secret.key in DATA_DIR
setting-privacy-contact = who answers questions about personal data, for the privacy page
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
serve-cut-off = Something did not end within { $seconds } seconds, so Meervoud stops without it. What was received is stored.

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
setting-fault-port = { $name } must be a port number from 0 to 65535.
setting-fault-months = { $name } must be a number of months from 1 to { $most }.
setting-fault-empty = { $name } is empty. Give it a value, or leave it out.
setting-fault-long = { $name } is too long: at most { $most } characters.
setting-fault-short = { $name } must be at least 32 characters.
setting-fault-choice = { $name } must be one of: { $known }
setting-fault-database-url = { $name } must start with postgres://
setting-fault-several-hosts = { $name } must name one server. Are there several? Put HAProxy before them.
setting-fault-origin = { $name } must be an address such as https://meervoud.example.org, with nothing behind it.
setting-fault-networks = { $name } must be addresses or ranges with commas between: 127.0.0.1,10.0.0.0/8
setting-fault-mail-server = { $name } must look like smtp://user:password@host:587 or smtps://host, without options.
setting-fault-sender = { $name } must be an email address, or Name <address>
setting-fault-issuer = { $name } must be an https address (http only for localhost), as the organisation writes it.
setting-fault-key = { $name } must be 32 random bytes in base64. Make them with: openssl rand -base64 32
setting-fault-both = { $name } and { $name }_FILE are both set. Leave one of them out.
setting-fault-file = { $name }_FILE names a file that cannot be read: { $path }
setting-fault-beside = { $name } is needed beside { $other }.
setting-fault-for-mail = { $name } is needed beside { $other }, for the links in mail.
setting-fault-together = { $name } and { $other } are needed together.
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
command-option-unknown = The option { $option } does not exist here.
command-word-unexpected = "{ $word }" is a word too many here.
command-option-empty = Something has to stand behind the option { $option }.
command-option-no-value = Nothing may stand behind the option { $option }.
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

command-import = makes an organisation out of an archive
command-import-help =
    meervoud import FILE.json --owner EMAIL [--check]
    Makes a new organisation out of the file organisation.json of an export, whole or not at all. Stop the server first,
    unless the database is PostgreSQL.
    --owner EMAIL   who owns the organisation from then on: somebody with an account here
    --check         only looks at the file; nothing is stored
archive-checked = The archive is whole: { $name }, { $rounds ->
        [one] 1 round
       *[other] { $rounds } rounds
    }
archive-imported = { $name } was imported: { $rounds ->
        [one] 1 round
       *[other] { $rounds } rounds
    }. Its id is { $id }

command-audit = looks whether the logs of what was done are whole
command-audit-help =
    meervoud audit [--organisation ID]
    Looks at every event in the log of each organisation and of the installation: none changed, taken away, moved, added
    or cut off. The server may run. Fails when a log is not whole.
    --organisation ID   look at the log of this organisation only
    The last line says the ends of all logs in one hash. The server writes such a line to its log each day: keep that
    log elsewhere, and nobody can rewrite everything without being found out.
audit-command-system = This installation
audit-command-whole = { $name }: whole, { $number ->
        [0] no events yet
       *[other] { $n ->
            [one] 1 event
           *[other] { $n } events
        }, the last is { NUMBER($number, useGrouping: "false") } { $hash }
    }
audit-command-broken = { $name }: BROKEN, { $n ->
        [one] 1 event
       *[other] { $n } events
    }. { $fault }
audit-command-anchor = The ends of { $chains ->
        [one] 1 log
       *[other] { $chains } logs
    } together: { $hash }

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
    Who was erased since is erased again. All sign-ins, API tokens and open invitations end, and so do consents of companies to
    programmes: ask them again before the next publication.
    The database that was there is kept beside it, as meervoud.sqlite.before-restore. Delete that when all is well.
    --check   only checks the backup; nothing is written, and the server may run
restore-checked = The backup of { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } is good (version { $version }, filled-in questionnaires: { $rows }). Nothing was written.
restore-done = The backup of { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } was put back.
restore-erased = { $n ->
        [0] Nobody was erased after this backup was made.
        [one] 1 erasure that came after this backup was done again.
       *[other] { $n } erasures that came after this backup were done again.
    }
restore-no-erasures =
    There is no list of erasures (erasures.jsonl). If people were erased after this backup was made, erase them again.
restore-ended =
    Ended, because they may have been withdrawn or used since: all sign-ins ({ $sessions }), API tokens ({ $tokens }),
    open invitations ({ $invitations }), addresses for calendars ({ $calendars }), all links to a wall or for another
    password, requests to erase an organisation, and consents of companies to programmes. Make again what you need.
restore-look =
    What people changed after { DATETIME($madeAt, dateStyle: "long", timeStyle: "short") } is not in this backup. Look at
    the members and their roles, and at locked accounts: whoever lost access since then has it again.
restore-kept =
    The database that was there is kept as: { $path }
    People who are erased from now on are still in it. Delete this file when all is well, within 30 days at the latest.

command-copy = copies a whole database: from SQLite to PostgreSQL, or back
command-copy-help =
    meervoud copy --to PLACE [--from PLACE]
    Copies everything into an empty database, reads both again and prints for each table how many rows there are and one
    checksum (SHA-256) over all of them. The copy stays only when every table is the same. The server must be stopped.
    --to PLACE     where to: postgres (the one of DATABASE_URL), an address such as postgres://user@host/name, sqlite (the
                   one in DATA_DIR), or another folder
    --from PLACE   where from, in the same words; without it the database that the server uses
    Example: with DATABASE_URL set, "meervoud copy --from sqlite --to postgres".
copy-other = (in the copy)
copy-done = Everything was copied: all tables hold the same.
copy-differs = The copy is not the same, and was taken back. Nothing was changed.
copy-next =
    { $place } is as it was. Erasing somebody does not reach it any more: delete it when all is well, within 30 days.
    Two files of { $folder } are in no database: secret.key (or the setting SECRET_KEY) and erasures.jsonl. Take them along when
    the server moves to another folder or computer. "meervoud audit" and "meervoud doctor" look whether all is well.
copy-same-place = Source and target are the same database.
copy-no-address = "postgres" is the database of the setting DATABASE_URL, and that is not set.
copy-other-address = "{ $place }" is no place to copy to or from: only PostgreSQL (postgres://...), sqlite or a folder.
start-copy-target-not-empty = There is something in the target already. Copying is possible into an empty database only.
start-copy-source-in-use = { $place } is in use ({ $n ->
    [one] 1 connection
   *[other] { $n } connections
}). Stop the server: what is written meanwhile would be missing in the copy.
start-copy-target-in-use = { $place } is in use ({ $n ->
    [one] 1 connection
   *[other] { $n } connections
}). Stop whatever uses it.
start-copy-text-unstorable = A text in the table { $table } holds a character that PostgreSQL cannot keep (code 0). Nothing was changed.

command-erasures = erases again what was erased before, after an older database was put back
command-erasures-help =
    meervoud erasures [--replay]
    Counts what was erased: accounts, organisations and answers. The list is DATA_DIR/erasures.jsonl and holds no names.
    --replay   for a database that was put back in another way than with "meervoud restore". Needed after pg_restore, before
               the server starts. Erases again what is on that list and still in the database; every start does that too.
               It also ends all sign-ins, API tokens, open invitations, addresses for calendars, links to a wall or for
               another password, requests to erase an organisation, and consents of companies to programmes. They may have
               been withdrawn since.
erasures-known = Erased: { $n }. Not erased from this database yet: { $missing }.
erasures-replayed =
    { $n ->
        [0] There was nothing left to erase.
        [one] 1 erasure was done again.
       *[other] { $n } erasures were done again.
    }
erasure-former-member = former member
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
doctor-key = The key fits what is sealed in the database.
doctor-key-other = The key does not fit this database. Codes from apps do not work; recovery codes and passkeys do. Put secret.key of the old computer back.
doctor-mail-none = No mail server is set. Every link can be copied and sent by yourself.
doctor-mail = The mail server { $host } answers.
doctor-mail-silent = The mail server { $host } does not answer, or does not let Meervoud in. Mail is waiting. Look at SMTP_URL.
doctor-folder-missing = The folder { $path } does not exist yet. The first start makes it.
doctor-rights = Only you can read what is in { $path }.
doctor-rights-open = Other users of this computer can get at { $path }. Take their access away (chmod 700 for the folder, 600 for files).
doctor-disk = { $megabytes } MB free on the disk
doctor-disk-little = Only { $megabytes } MB free on the disk. Make room.
doctor-disk-full = The disk is full: { $megabytes } MB free. Answers can no longer be stored.
doctor-backup-none = There is no backup yet. Make one with "meervoud backup".
doctor-links = There are links in { $path } that lead elsewhere. Put the files themselves there.
doctor-disk-network = The folder of the database is on another computer ({ $name }). The embedded database would be damaged there.
doctor-disk-shared = The folder of the database is handed on by another system ({ $name }). Make sure that it is a disk of this computer.
doctor-encrypted = The disk of the database is encrypted.
doctor-encryption = Nothing shows that the disk of the database is encrypted. That is up to you: who takes this computer or its disk along must not be able to read it.
doctor-clock = The clock says { DATETIME($now, dateStyle: "long", timeStyle: "short") }.
doctor-clock-back = The clock says { DATETIME($now, dateStyle: "long", timeStyle: "short") }, and there are files from later. Was the clock put back?
doctor-backup = { $n ->
        [one] There is 1 backup
       *[other] There are { $n } backups
    }. Everything up to { $hours ->
        [0] less than an hour
        [one] 1 hour
       *[other] { $hours } hours
    } ago is in it.
doctor-backup-old = The newest backup is { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    } old, and things have changed since. A server that runs makes one every 15 minutes. Make one with "meervoud backup".
doctor-backup-future = { $n ->
        [one] 1 backup carries
       *[other] { $n } backups carry
    } a date that is still to come: the clock was wrong then. They do not count. What the server made itself goes after 30 days; delete the rest yourself.
doctor-before-restore = { $n ->
        [one] A database that was replaced by a backup more than { $days } days ago is still there. People who were erased since are still in it. Delete it:
       *[other] Databases that were replaced by a backup more than { $days } days ago are still there. People who were erased since are still in them. Delete them:
    }
doctor-backup-same-disk = The backups are on the same disk as the database ({ $path }). When that disk breaks, both are gone. Choose a folder on another disk with BACKUP_DIR.
doctor-backup-by-hand = Backups that were made by hand are older than { $days } days. People who were erased since are still in them. Delete them when you no longer need them.
doctor-backup-postgres = The database is PostgreSQL. Meervoud makes no backups of it: see to it that the database server does, and try now and then to put one back.
doctor-drill = The newest backup was put back as a trial on { DATETIME($at, dateStyle: "long") }, and it was good.
doctor-drill-none = No backup has been put back as a trial yet. A server that runs does that by itself every week.
doctor-drill-old = The last trial to put a backup back was on { DATETIME($at, dateStyle: "long") }. A server that runs does that by itself every week.
doctor-drill-no-room = There was no room on { DATETIME($at, dateStyle: "long") } to put a backup back as a trial. Make room on the disk of the database.
doctor-drill-failed = The trial on { DATETIME($at, dateStyle: "long") } could not put the backup back. Make a new backup now.
doctor-address = People open Meervoud at { $origin }, over a connection that is encrypted.
doctor-address-here = Meervoud can be opened on this computer only, and by phones in the room with --lan.
doctor-address-none = Meervoud listens on { $host }, and PUBLIC_ORIGIN is not set. Set the address that people open, which begins with https://.
doctor-address-plain = People open Meervoud at { $origin }, over a connection that is not encrypted. Put a web server with a certificate in front of it, and let PUBLIC_ORIGIN begin with https://.
doctor-speed = { $n } safe writes a second on this disk
doctor-speed-slow = Only { $n } safe writes a second on this disk. Saving will be slow for a full room.
doctor-speed-failed = Meervoud cannot write in { $path }.
doctor-database-missing = There is no database in { $path } yet. The first start makes it.
doctor-database-sqlite = The database opens, and waits for the disk at every save (FULL, WAL, foreign keys).
doctor-database-postgres = PostgreSQL answers, and waits for the disk at every save.
doctor-lock = The database itself keeps organisations apart too (row-level security).
doctor-lock-passed = The role { $role } passes by row-level security: the second lock between organisations does not hold for it. Use a role that is no superuser and has no BYPASSRLS.
doctor-lock-open = { $n ->
    [one] One table of organisations has no row-level security: the second lock between organisations is open there.
   *[other] { $n } tables of organisations have no row-level security: the second lock between organisations is open there.
}
doctor-database-unsafe = The database is set so that answers can get lost.
doctor-integrity = The database is not damaged.
doctor-integrity-broken = The database is damaged. Stop the server and restore a backup.
doctor-migrations = The database is up to date (step { $n }).
doctor-migrations-pending = The database is of an older version. The next start brings it up to date in { $n ->
        [one] 1 step
       *[other] { $n } steps
    }, and makes a backup first.
doctor-migrations-newer = The database was made by a newer version of Meervoud. Install that version.
doctor-instruments = The questionnaires are unchanged ({ $n }).
doctor-instruments-changed = A questionnaire that was used before has changed since. Put its files back, or make a new version.
doctor-audit = The logs of what was done are whole ({ $n }).
doctor-audit-broken = A log of what was done was changed from outside Meervoud. Look with: meervoud audit
doctor-summary = { $wrong ->
        [0] Nothing is wrong.
        [one] 1 thing is wrong.
       *[other] { $wrong } things are wrong.
    } { $attention ->
        [0] Nothing needs attention.
        [one] 1 thing needs attention.
       *[other] { $attention } things need attention.
    }

command-operator = says who runs the installation, or changes it
command-operator-help =
    meervoud operator list
    meervoud operator add EMAIL
    meervoud operator remove EMAIL
    Whoever runs the installation sees how it is doing and can lock accounts. It opens no organisation.
    The account has to be there already. The server may run.
operator-none = Nobody runs this installation. Add somebody with "meervoud operator add EMAIL".
operator-added = { $email } runs this installation now.
operator-removed = { $email } does not run this installation any more.
operator-wrong-use = Say what to do: list, add EMAIL or remove EMAIL.

command-sign-in-help = lets somebody in again who cannot sign in any more
command-sign-in-help-help =
    meervoud sign-in-help EMAIL
    Switches all second steps of this account off (codes, recovery codes, passkeys), signs it out everywhere, and shows
    a link to choose another password. The link works once, for half an hour. The server may be running.
    Make sure first that the question really comes from this person.
sign-in-help-wrong-use = Give one email address.
sign-in-help-done = Everything that opened the account of { $email } has been switched off. With this link its owner chooses another password, until { DATETIME($until, hour: "numeric", minute: "numeric") }:

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

start-backup-before-update = The database was not brought up to date, because no backup of it could be made in { $path }. Make room there, or choose another folder with BACKUP_DIR. Nothing was changed.
start-backup-folder-taken = { $path } holds the backups of another Meervoud. In one folder the two would throw away each other's backups. Choose another folder with BACKUP_DIR. Is this the same Meervoud in another place, or is the other one gone? Then delete this file: { $file }
start-disk-full = There is no room on the disk of { $path }. Make room first. Nothing was changed.
start-data-dir-on-network = The folder { $path } is on another computer ({ $name }). The embedded database would be damaged there. Choose a folder on a disk of this computer with DATA_DIR, or use PostgreSQL.
start-database-missing = There is no database in { $path } yet. Start the server once, or choose the right folder with DATA_DIR.
start-database-older = The database is of an older version of Meervoud. Bring it up to date first with "meervoud migrate". Nothing was changed.
start-organisation-unknown = There is no organisation with the id { $id }.
start-user-unknown = There is no account with the email address { $email }.
start-secret-key-unsafe = Others on this computer can read the key { $path }. Limit its rights with: chmod 600 { $path }
start-secret-key-unusable = The key { $path } cannot be read or made. Put the right key back. If it is lost, remove this file: codes from apps then no longer work, recovery codes do.
start-user-locked = The account { $email } is locked. Unlock it first where the installation is run.
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
