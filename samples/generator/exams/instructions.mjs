// What every student of a proctored exam is told beforehand, in plain language, following the university's protocol.
const texts = [
  ['light', 'Zorg dat je kamer goed verlicht is. Je gezicht en je bureau moeten de hele toets duidelijk te zien zijn.',
    'Make sure that your room is well lit. Your face and your desk must be clearly visible during the whole test.'],
  ['alone', 'Je bent alleen in de kamer. Niemand mag binnenkomen. Doe zo nodig de deur op slot en spreek het af met je huisgenoten.',
    'You are alone in the room. Nobody may come in. If necessary lock the door, and tell the people you live with.'],
  ['view', 'Je blijft de hele toets in beeld en hoorbaar. Laat webcam, microfoon en telefoon aan. Naar het toilet gaan mag alleen in een pauze of als je daar vooraf toestemming voor hebt.',
    'You stay in view and audible during the whole test. Leave webcam, microphone and phone on. You may visit the toilet only in a break or with permission given beforehand.'],
  ['quiet', 'Het is stil in de kamer. Je praat en zingt niet. Zet muziek, radio en televisie uit.',
    'The room is quiet. You do not talk or sing. Switch off music, radio and television.'],
  ['gaze', 'Je kijkt naar je scherm. Kijk niet lang naar iets anders of naar een andere kant.',
    'You look at your screen. Do not look at other things or in another direction for long.'],
  ['desk', 'Je bureau is leeg. Er ligt alleen wat bij de toegestane hulpmiddelen staat. Daar mogen geen aantekeningen op of in staan.',
    'Your desk is empty. Only what is listed as an allowed aid may lie there, without notes on it or in it.'],
  ['earphones', 'Je draagt geen oortjes en geen koptelefoon. Wegwerp-oordopjes mogen wel, als je ze vóór het begin van de toets aan de webcam laat zien.',
    'You wear no earphones and no headphones. Disposable earplugs are allowed if you show them to the webcam before the test begins.'],
  ['food', 'Je eet en drinkt niet tijdens de toets. Water uit een doorzichtig glas of flesje mag wel.',
    'You do not eat or drink during the test. Water from a transparent glass or bottle is allowed.'],
  ['text', 'Er liggen of hangen geen gedrukte of geschreven teksten om je heen die je kunt lezen, ook niet op de muur, de vloer of het plafond.',
    'There is no printed or written text around you that you can read, nor on the wall, the floor or the ceiling.'],
  ['tools', 'Je gebruikt geen telefoon, behalve als tweede camera. Je opent geen andere websites, tabbladen of programma’s dan de toets.',
    'You use no phone, except as the second camera. You open no other websites, tabs or programs than the test.'],
  ['screenshots', 'Je maakt geen schermafbeeldingen of foto’s van de toets.',
    'You make no screenshots or photographs of the test.'],
  ['report', 'Gebeurt er iets waar je niets aan kunt doen, zoals een storing of iemand die binnenkomt? Meld het meteen in de chat.',
    'Does something happen that you cannot help, such as a failure or somebody coming in? Report it in the chat at once.'],
];

export const instructions = (deliveredAt, own = []) => [...texts, ...own].map(([id, nl, en]) => ({ id, nl, en, deliveredAt }));
