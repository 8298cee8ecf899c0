# Een gesprek beginnen, vanaf een uitkomst; de rest staat in reflection.ftl.
reflection-start = In gesprek hierover
reflection-start-title = In gesprek over deze uitkomst
reflection-start-why = Zeven vragen brengen u van een cijfer naar een afspraak. Dat kan alleen, met een team of in de zaal. Alles wordt vanzelf bewaard.
reflection-start-capitals = U mag dit openlaten. Bij vraag 1 kiest u samen waar het over gaat.
reflection-start-go = Begin het gesprek
reflection-start-existing = Gesprekken over deze uitkomst:
reflection-state-open = Loopt
reflection-state-closed = Afgesloten
reflection-capitals-change = Kies waar het over gaat
reflection-capitals-legend = Over welke waarden gaat het gesprek?
reflection-capitals-hint = Kies er een of een paar. Kiest u niets, dan gaat het over alle waarden.
reflection-about-all = Over alle waarden
reflection-about = Over: { $names }
