# The calendar with days to look back, and days of rounds (ICS).
calendar-name = Meervoud: looking back at { $organisation }
calendar-review = Look back: { $title }
calendar-owner = Who takes care of it: { $owner }
calendar-round-opens = Round about { $about ->
        [year] { $year }
       *[quarter] quarter { $about } of { $year }
    } opens
calendar-round-due = Last day: round about { $about ->
        [year] { $year }
       *[quarter] quarter { $about } of { $year }
    }
