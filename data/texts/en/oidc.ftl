# Signing in through one's own organisation (OpenID Connect), and the link on the account page.

oidc-sign-in = Sign in with { $name }
oidc-sign-in-unnamed = Sign in through your organisation
oidc-invited = Do you work at this organisation? Then you need no new password.
oidc-title = Sign in through your organisation
oidc-intro = You can link this account to your account at { $name }. From then on you sign in as you do at work, without a separate password.
oidc-intro-unnamed = You can link this account to your account at your organisation. From then on you sign in as you do at work, without a separate password.
oidc-link = Link
oidc-linked = linked on { DATETIME($since, day: "numeric", month: "long", year: "numeric") }
oidc-used = last used on { DATETIME($last, day: "numeric", month: "long", year: "numeric") }
oidc-never-used = not used yet
oidc-unlink = Unlink
oidc-unlink-of = Unlink: { $name }
oidc-gone = Signing in through this organisation is no longer possible here.
