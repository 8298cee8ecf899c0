# Inloggen via de eigen organisatie (OpenID Connect), en de koppeling bij het account.

oidc-sign-in = Inloggen via { $name }
oidc-sign-in-unnamed = Inloggen via uw organisatie
oidc-invited = Werkt u bij deze organisatie? Dan hebt u geen nieuw wachtwoord nodig.
oidc-title = Inloggen via uw organisatie
oidc-intro = U kunt dit account koppelen aan uw account bij { $name }. Daarna logt u in zoals op uw werk, zonder apart wachtwoord.
oidc-intro-unnamed = U kunt dit account koppelen aan uw account bij uw organisatie. Daarna logt u in zoals op uw werk, zonder apart wachtwoord.
oidc-link = Koppelen
oidc-linked = gekoppeld op { DATETIME($since, day: "numeric", month: "long", year: "numeric") }
oidc-used = voor het laatst gebruikt op { DATETIME($last, day: "numeric", month: "long", year: "numeric") }
oidc-never-used = nog niet gebruikt
oidc-unlink = Loskoppelen
oidc-unlink-of = Loskoppelen: { $name }
oidc-gone = Inloggen via deze organisatie kan hier niet meer.
