import { instructions } from './instructions.mjs';

// Invented exams. `manifest` goes into the bundle as it is, the same in every bundle of the exam; the rest is only shown on the screen.
const water = 'water in een doorzichtig glas';

export const exams = {
  'INFOB1PICA-2026-T1': {
    manifest: {
      code: 'INFOB1PICA-2026-T1', title: 'Programmeren, instaptoets', course: 'INFOB1PICA', faculty: 'Bètawetenschappen', examiner: 'a.devries@uni.example',
      start: '2026-11-02T09:00:00+01:00', end: '2026-11-02T09:02:00+01:00',
      allowedAids: [water], breaks: [],
      instructions: instructions('2026-10-19T12:00:00+02:00'),
    },
    site: 'toets.uni.example/infob1pica',
    accent: '#2f5d8c',
    questions: [
      { text: 'Wat drukt dit programma af?', code: ['som = 0', 'for i in range(1, 4):', '    som = som + i', 'print(som)'], options: ['3', '6', '10', 'een foutmelding'] },
      { text: 'Wat is het verschil tussen een lijst en een tuple in Python?', hint: 'Antwoord in één zin.' },
      { text: 'Hoe vaak wordt de opdracht in deze lus uitgevoerd?', code: ['n = 16', 'while n > 1:', '    n = n // 2'], options: ['3 keer', '4 keer', '8 keer', '16 keer'] },
      { text: 'Waarom geef je een functie een duidelijke naam?', hint: 'Antwoord in één zin.' },
    ],
  },
  'SOWSTAT2-2026-T1': {
    manifest: {
      code: 'SOWSTAT2-2026-T1', title: 'Statistiek II, instaptoets', course: 'SOWSTAT2', faculty: 'Sociale Wetenschappen', examiner: 'm.jansen@uni.example',
      start: '2026-10-26T13:30:00+01:00', end: '2026-10-26T13:32:00+01:00',
      allowedAids: ['rekenmachine (niet programmeerbaar)', 'één A4 met het formuleblad van de cursus, zonder eigen aantekeningen', water], breaks: [],
      instructions: instructions('2026-10-12T12:00:00+02:00', [
        ['formula-sheet', 'Je mag één A4 gebruiken: het formuleblad van de cursus. Er staat niets bij geschreven.', 'You may use one A4: the formula sheet of the course, with nothing written on it.'],
      ]),
    },
    site: 'toets.uni.example/sowstat2',
    accent: '#6a4c8c',
    questions: [
      { text: 'Een toets geeft p = 0,03 bij α = 0,05. Wat is de juiste conclusie?', options: ['De nulhypothese is bewezen', 'De nulhypothese wordt verworpen', 'Het effect is groot', 'De steekproef is te klein'] },
      { text: 'Waarom is de mediaan soms een betere maat dan het gemiddelde?', hint: 'Antwoord in één zin.' },
      { text: 'De steekproef wordt vier keer zo groot. Wat gebeurt er met de standaardfout?', options: ['Die blijft gelijk', 'Die wordt vier keer zo klein', 'Die wordt twee keer zo klein', 'Die wordt twee keer zo groot'] },
      { text: 'Wanneer gebruik je een gepaarde t-toets?', hint: 'Antwoord in één zin.' },
    ],
  },
  'EPIDM101-2026-T1': {
    manifest: {
      code: 'EPIDM101-2026-T1', title: 'Epidemiologie, instaptoets', course: 'EPIDM101', faculty: 'Geneeskunde', examiner: 'f.bakker@uni.example',
      start: '2026-11-09T10:00:00+01:00', end: '2026-11-09T10:02:00+01:00',
      allowedAids: ['rekenmachine (niet programmeerbaar)', water],
      breaks: [{ from: '2026-11-09T10:01:05+01:00', to: '2026-11-09T10:01:15+01:00' }],
      instructions: instructions('2026-10-26T12:00:00+01:00'),
    },
    site: 'toets.uni.example/epidm101',
    accent: '#2b7a6b',
    questions: [
      { text: 'In 2.000 persoonsjaren ontstaan 40 nieuwe gevallen. Hoe hoog is de incidentie?', options: ['2 per 1.000 persoonsjaren', '20 per 1.000 persoonsjaren', '40 per 1.000 persoonsjaren', '80 per 1.000 persoonsjaren'] },
      { text: 'Wat is confounding?', hint: 'Antwoord in één zin.' },
      { text: 'Welk onderzoek past het best bij een zeldzame ziekte?', options: ['Cohortonderzoek', 'Patiënt-controleonderzoek', 'Dwarsdoorsnedeonderzoek', 'Gevalsbeschrijving'] },
      { text: 'Wat is het verschil tussen incidentie en prevalentie?', hint: 'Antwoord in één zin.' },
    ],
  },
};
