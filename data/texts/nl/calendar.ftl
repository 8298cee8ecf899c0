# De agenda met dagen om terug te kijken (ICS).
calendar-name = Meervoud: terugkijken bij { $organisation }
calendar-review = Terugkijken: { $title }
calendar-owner = Wie ervoor zorgt: { $owner }
