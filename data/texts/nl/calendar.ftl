# De agenda met dagen om terug te kijken en dagen van rondes (ICS).
calendar-name = Meervoud: terugkijken bij { $organisation }
calendar-review = Terugkijken: { $title }
calendar-owner = Wie ervoor zorgt: { $owner }
calendar-round-opens = Ronde over { $about ->
        [year] { $year }
       *[quarter] het { $about }e kwartaal van { $year }
    } gaat open
calendar-round-due = Laatste dag: ronde over { $about ->
        [year] { $year }
       *[quarter] het { $about }e kwartaal van { $year }
    }
