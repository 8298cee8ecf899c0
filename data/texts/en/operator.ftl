# The page of whoever runs the installation.

operator-title = Running Meervoud
operator-lead = How this installation is doing, and who has an account. What organisations keep in it cannot be seen here.

operator-status-ok = Everything works.
operator-status-attention = Everything works, and something needs your attention.
operator-status-attention-about = Look at the room on the disk, at the mail and at the backups below.
operator-status-read-only = Nothing can be stored: the disk is nearly full.
operator-status-read-only-about = Reading still works. Phones keep what people answer and send it later. Make room on the disk; then it goes on by itself.
operator-status-database = The database does not answer.
operator-status-database-about = Look at the log of the server and at the database.
operator-status-stopping = The server is stopping.
operator-status-stopping-about = It finishes what is going on.
operator-demo = This is a demonstration with made-up data.

operator-numbers = How it is doing
operator-version = Version
operator-since = Runs since
operator-time = { DATETIME($time, dateStyle: "long", timeStyle: "short") }
operator-database = Database
operator-database-sqlite = Built in (SQLite), { $size }, step { $step }
operator-database-postgres = PostgreSQL, { $size }, step { $step }
operator-disk = Room on the disk
operator-disk-free = { $free } free. Below { $least } nothing is stored any more.
operator-disk-elsewhere = The database is on another server. See to the room there.
operator-mail = Mail
operator-mail-on = Meervoud sends mail.
operator-mail-off = Meervoud sends no mail. Every link can be copied instead.
operator-mail-failing = { $n ->
        [one] In the last 24 hours 1 mail did not get to the mail server.
       *[other] In the last 24 hours { $n } mails did not get to the mail server.
    } What is still of use is tried again by itself. Look at the log of the server, and at the setting SMTP_URL. Until it works, you can pass links on yourself.
operator-factor = Second step when signing in
operator-factor-optional = Everybody chooses for themselves.
operator-factor-required = Everybody needs one.

operator-backups = Backups
operator-backups-elsewhere = Meervoud makes no backups of this database: the database server (PostgreSQL) has to do that. See to it that it does, and try now and then to put one back.
operator-backups-demo = No backups are made of made-up data.
operator-backup-newest = Newest backup
operator-backup-none = There is none yet. The first comes a quarter of an hour after something changed.
operator-backup-kept = Kept
operator-backup-kept-n = { $n ->
        [one] 1 backup
       *[other] { $n } backups
    }
operator-backup-folder = Folder
operator-backup-about = A backup is made every 15 minutes when something changed, and checked at once. The last 8, one for each of the last 24 hours and one for each of the last 30 days are kept. Older ones are deleted, because people who were erased are still in them.
operator-backup-make = Make a backup now
operator-backup-busy = Being made and checked
operator-backup-made = The backup is made and checked.
operator-backup-failed = The last backup was not made. The reason stands in the log of the server. The next try comes by itself.
operator-backup-no-room = There is no room for another backup. Make room, or choose another folder with the setting BACKUP_DIR.
operator-backup-late = Something was changed, and for more than an hour no backup of that has been made.
operator-backup-same-disk = The backups are on the same disk as the database. When that disk breaks, both are gone. Choose a folder on another disk with the setting BACKUP_DIR.
operator-drill = Put back as a trial
operator-drill-none = Not yet. This happens by itself every week.
operator-drill-good = { DATETIME($time, dateStyle: "long") }: it was good.
operator-drill-bad = { DATETIME($time, dateStyle: "long") }: it was not good.
operator-drill-no-room = { DATETIME($time, dateStyle: "long") }: there was no room for it.
operator-drill-no-room-about = There is no room to put a backup back as a trial. Make room on the disk of the database. The trial then comes by itself.
operator-drill-bad-about = The newest backup could not be put back as a trial. Make a new one now.

operator-users = Accounts
operator-users-about = Of organisations you see only how many somebody works in, never which.
operator-users-find = Find by name or email address
operator-users-count = { $n ->
        [one] 1 account
       *[other] { $n } accounts
    }
operator-users-more = And { $n } more. Type a part of the name.
operator-user-never = Has not signed in lately
operator-user-last = Last signed in on { $day }
operator-user-organisations = { $n ->
        [0] Works in no organisation
        [one] Works in 1 organisation
       *[other] Works in { $n } organisations
    }
operator-user-factor = Has a second step
operator-user-no-factor = Has no second step
operator-user-operator = runs Meervoud
operator-user-locked = Locked
operator-user-act = Help or lock
operator-user-act-of = Help or lock { $name }
operator-user-lock-about = Who is locked is signed out everywhere at once and cannot sign in. Nothing of what they wrote is lost.
operator-user-lock = Lock this account
operator-user-unlock-about = This account is locked. When you let it be used again, this person can sign in again.
operator-user-unlock = Let it be used again
operator-user-link-about = Did this person forget the password? Make a link and pass it on yourself, to this person only.
operator-user-link-make = Make a link for another password
operator-user-link = Link for another password
operator-user-link-until = Good once, until { DATETIME($time, dateStyle: "long", timeStyle: "short") }.

operator-papers = Papers
operator-register = Register of processing activities (JSON)
operator-privacy = Privacy page
