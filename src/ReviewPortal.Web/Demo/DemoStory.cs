using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Web.Demo;

/// <summary>
/// What happened in the demo's past: the sample sittings stand in every stage of the procedure, because these people took the steps.
/// The days count from the test.
/// </summary>
internal static class DemoStory
{
    private const string Reviewer = "reviewer";
    private const string Second = "tweede";
    private const string Careful = "De commissie heeft het proces-verbaal nagelezen en de genoemde momenten zelf bekeken. Het is zorgvuldig opgemaakt: feiten en vermoeden staan apart en een tweede reviewer heeft onafhankelijk gekeken.";

    /// <summary>Plans the steps in this sitting's case; candidates who are not of the samples have no past.</summary>
    public static void Plan(DemoCase @case)
    {
        Action<DemoCase>? tell = @case.Candidate switch
        {
            "C-4701" => Clean,
            "C-4702" => PoorLighting,
            "C-4703" => FlatmateReported,
            "C-4704" => FlatmateUnreported,
            "C-4705" => Outage,
            "C-4706" => OutOfView,
            "C-4707" => PhoneAndNotes,
            "C-4708" => Netiquette,
            "C-4709" => Music,
            "C-4710" => Earplugs,
            "C-4712" => ReadingAside,
            "C-4713" => Screenshot,
            _ => null,
        };
        tell?.Invoke(@case);
    }

    // No remarks: the ordinary course.
    private static void Clean(DemoCase @case)
    {
        @case.On(1, 9, () => @case.AssignAsync("reviewer2"));
        @case.On(2, 10, async () =>
        {
            await @case.WatchAsync("reviewer2");
            await @case.AnswerSignalsAsync("reviewer2", "gezicht", confirmed: false, "De kandidaat bukt even; op de telefooncamera is te zien dat er niets anders gebeurt.");
        });
        @case.On(2, 10, 20, () => @case.FinishAsync("reviewer2"));
    }

    // Ground a, own risk, published: no extra chance.
    private static void PoorLighting(DemoCase @case)
    {
        Review(@case, async () => await @case.MarkAsync(
            Reviewer, 12, 70, "POOR_LIGHTING",
            "Om 12 seconden gaat de lamp uit. Daarna is op de laptopcamera alleen een vage omtrek te zien en op de telefooncamera bijna niets. De kandidaat doet het licht niet weer aan en meldt niets in de chat.",
            "Vermoeden van een onregelmatigheid: vanaf 12 seconden is niet te zien wat de kandidaat doet."));
        @case.On(3, 9, () => @case.SupportAsync(Second, "Ik zie hetzelfde: vanaf 12 seconden is de kamer donker. Typen is nog wel te horen."));
        @case.On(3, 11, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: door slechte belichting is het grootste deel van de toets niet te volgen.", "light", "Het geluid loopt door en er is alleen getyp te horen.")));
        @case.On(4, 9, () => @case.InvestigateAsync(Careful + "\n\nDe leverancier meldt geen storing. De instructie over verlichting is twee weken voor de toets verstuurd."));
        @case.On(4, 10, () => @case.InviteAsync());
        @case.On(8, 20, () => @case.GiveViewAsync("Mijn lamp ging kapot. Ik dacht dat het genoeg was dat ik zelf mijn scherm nog kon lezen, en ik wilde geen tijd verliezen. Ik heb niet gefraudeerd."));
        @case.On(9, 9, () => @case.DeliberateAsync(1));
        @case.On(10, 14, async () =>
        {
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Irregularity,
                Grounds = Grounds43a.InsufficientView,
                Attribution = Attribution.Student,
                InstructionId = "light",
                CannotEstablish = "Niet kan worden vastgesteld of u de toets alleen en zonder hulpmiddelen hebt gemaakt, omdat u vanaf 12 seconden na het begin niet zichtbaar bent op de laptopcamera en nauwelijks op de telefooncamera.",
                Reasons = "Van de toets is ruim tachtig procent niet te beoordelen. Het geluid alleen vervangt het beeld niet. Een kapotte lamp kan iedereen overkomen, maar u kon het melden in de chat of een andere lamp aandoen, en dat is niet gebeurd.",
                Proportionality = "U verliest deze toetskans. Dat weegt zwaar, maar de toets telt voor tien procent mee, de gewone herkansing is op 14 december 2026, en een lichter middel is er niet: zonder beeld kan de commissie niet instaan voor het resultaat.",
                ReplyToView = "De commissie gelooft dat de lamp kapot ging. Dat neemt niet weg dat er geen zicht was en dat u het tijdens de toets niet hebt gemeld.",
            });
        });
        @case.On(11, 9, () => @case.CoSignAsync());
        @case.On(11, 15, () => @case.PublishAsync());
    }

    // Ground b, reported in the chat: force majeure, an extra chance on request.
    private static void FlatmateReported(DemoCase @case)
    {
        Review(@case, async () =>
        {
            await @case.MarkAsync(Reviewer, 30, 43, "OTHER_PERSON",
                "Een tweede persoon opent de deur achter de kandidaat, loopt de kamer in en zegt iets. De kandidaat draait zich om en antwoordt kort. De persoon vertrekt en sluit de deur.",
                "Vermoeden van een onregelmatigheid: er was iemand anders in de kamer.");
            await @case.MarkAsync(Reviewer, 44, 58, "EXCULPATORY", "Direct daarna meldt de kandidaat in de chat dat een huisgenoot binnenkwam en weer weg is. Ondersteuning bevestigt de melding.");
        });
        @case.On(3, 9, () => @case.SupportAsync(Second, "Een tweede persoon is ongeveer twaalf seconden in beeld. Wat gezegd wordt is niet te verstaan. De melding in de chat volgt binnen vijf seconden."));
        @case.On(3, 13, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: tijdens de toets was een tweede persoon in de kamer.", "alone", "De kandidaat heeft het binnen vijf seconden gemeld en werkte daarna door.")));
        @case.On(4, 9, () => @case.InvestigateAsync(Careful + "\n\nDe melding staat in de chat van 26 oktober 2026 en is door de ondersteuning bevestigd."));
        @case.On(4, 10, () => @case.InviteAsync());
        @case.On(7, 19, () => @case.GiveViewAsync("Mijn huisgenoot wist niet dat ik een toets had. Ik heb haar meteen weggestuurd en het in de chat gezet, zoals in de instructie stond."));
        @case.On(8, 9, () => @case.DeliberateAsync(2));
        @case.On(10, 14, 20, async () =>
        {
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Irregularity,
                Grounds = Grounds43a.InsufficientFraudResistance,
                Attribution = Attribution.ForceMajeure,
                Report = await @case.ReportDuringTestAsync(),
                CannotEstablish = "Niet kan worden vastgesteld wat er tussen u en de andere persoon is gezegd, omdat het geluid op dat moment niet verstaanbaar is.",
                Reasons = "Twaalf seconden lang was een tweede persoon in de kamer en is er gesproken. De commissie kan niet uitsluiten dat het over de toets ging, en verklaart de toets daarom ongeldig. Zij gelooft u: u deed wat u kon, stuurde uw huisgenoot weg en meldde het meteen.",
                ReplyToView = "De commissie volgt uw uitleg. Uw melding tijdens de toets is de reden dat u een extra kans kunt aanvragen.",
            });
        });
        @case.On(11, 9, 10, () => @case.CoSignAsync());
        @case.On(11, 15, 10, () => @case.PublishAsync());
    }

    // Fraud with a sanction.
    private static void PhoneAndNotes(DemoCase @case)
    {
        Review(@case, async () =>
        {
            await @case.MarkAsync(Reviewer, 21, 34, "UNAUTHORISED_AID",
                "De kandidaat pakt een telefoon die links op het bureau ligt, houdt die onder de tafelrand en kijkt er dertien seconden naar. Naast het toetsenbord ligt een vel met handgeschreven tekst. Beide staan niet op het toetsblad.",
                "Vermoeden van fraude: gebruik van een telefoon en aantekeningen.");
            await @case.MarkAsync(Reviewer, 40, 49, "UNAUTHORISED_AID",
                "Op het scherm opent de kandidaat een ander tabblad met de site antwoordenbank.example, selecteert daar tekst en plakt die in het antwoordveld van de toets.",
                "Vermoeden van fraude: overnemen van een antwoord van een website.");
            await @case.MarkAsync(Reviewer, 0, 20, "DESK_ITEMS", "Vanaf het begin liggen een telefoon en een beschreven vel papier op het bureau.");
            await @case.AnswerSignalsAsync(Reviewer, "telefoon", confirmed: true, "");
        });
        @case.On(3, 10, () => @case.SupportAsync(Second, "De telefoon en het vel zijn op de telefooncamera goed te zien. Het geplakte antwoord komt letterlijk overeen met de tekst op de andere site."));
        @case.On(3, 14, () => @case.ReportAsync(Reviewer, new ProcesVerbaalDraft(
            Suspicion.Fraud,
            "Vermoeden van fraude: het raadplegen van een telefoon, het bij zich hebben van aantekeningen en het overnemen van een antwoord van een website.",
            "De kandidaat heeft geen pogingen gedaan de telefoon uit beeld te houden van de tweede camera. Of de kandidaat iets van het vel heeft overgenomen is niet te zien.",
            "tools", IdentityCheck.Confirmed, BsnVisible: false)));
        @case.On(4, 11, () => @case.InvestigateAsync(Careful + "\n\nDe commissie heeft het antwoord op vraag 4 bij de examinator opgevraagd en vergeleken met de tekst die op het scherm te zien is: de twee zijn gelijk, een tikfout inbegrepen."));
        @case.On(4, 12, () => @case.InviteAsync());
        @case.On(9, 21, () => @case.GiveViewAsync("Ik heb op mijn telefoon alleen gekeken hoe laat het was. De website stond nog open van het leren. Dat ik iets heb geplakt klopt, daar heb ik spijt van."));
        @case.On(11, 9, () => @case.DeliberateAsync(1));
        @case.On(14, 11, async () =>
        {
            var from = @case.Today.AddDays(18);
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Fraud,
                FraudCodes = ["UNAUTHORISED_AID", "CHEATING"],
                ViolatedProvision = "U had tijdens de toets een mobiele telefoon en aantekeningen bij u waarvan de raadpleging niet uitdrukkelijk is toegestaan, en u hebt een antwoord van een website overgenomen. Dat is in strijd met artikel 5.14, aanhef en onder spieken en het in bezit hebben van hulpmiddelen, van de Onderwijs- en examenregeling.",
                Evidence = "- Op de telefooncamera is te zien dat u van 00:00:21 tot 00:00:34 op uw telefoon kijkt.\n- De schermopname van 00:00:40 tot 00:00:49 toont de site antwoordenbank.example en het plakken van tekst in het antwoordveld.\n- Het geplakte antwoord is gelijk aan de tekst op die site, een tikfout inbegrepen.\n- In uw zienswijze erkent u dat u hebt geplakt.",
                Alternatives = "De commissie heeft overwogen of u alleen op de klok keek. Dertien seconden is daarvoor lang, en de klok staat op het toetsscherm. Ook als het zo was, blijft het overnemen van het antwoord staan. Een technische fout kan het plakken niet verklaren.",
                Sanction = new Sanction("EXCLUSION", ["Statistiek II, hertentamen van 14 december 2026", "Statistiek II, eindtentamen van 29 januari 2027"], from, from.AddMonths(3).AddDays(-1)),
                Proportionality = "Het is de eerste keer dat de commissie bij u fraude vaststelt, en u hebt het plakken toegegeven. Daartegenover staat dat u bewust een site met antwoorden opende. Uitsluiting van twee tentamens van één cursus, ruim onder het maximum van een jaar, doet daaraan recht en vertraagt uw studie niet meer dan nodig.",
                Reasons = "De commissie is ervan overtuigd dat u een antwoord van een website hebt overgenomen. Daardoor is een juist oordeel over uw kennis niet mogelijk.",
                ReplyToView = "De commissie heeft uw spijt meegewogen bij de maatregel. Dat de site nog openstond van het leren verklaart niet waarom u er tijdens de toets tekst van kopieerde.",
            });
        });
        @case.On(14, 14, () => @case.CoSignAsync());
        @case.On(14, 16, () => @case.PublishAsync());
    }

    // The exception of ground g: shown beforehand, so valid. Decided, not merely cleared, because the examiner had asked.
    private static void Earplugs(DemoCase @case)
    {
        Review(@case, async () =>
        {
            await @case.MarkAsync(Reviewer, 8, 72, "EARPHONES", "De kandidaat draagt tijdens de hele toets iets in beide oren.", "Vermoeden van een onregelmatigheid: mogelijk oortjes.");
            await @case.MarkAsync(Reviewer, 3, 8, "EXCULPATORY", "Voor het begin houdt de kandidaat twee gele schuimen oordopjes voor de laptopcamera.");
        });
        @case.On(3, 11, () => @case.SupportAsync(Second, "Ik zie schuimen dopjes die vooraf worden getoond. Of het daarna dezelfde zijn, is op de opname niet zeker te zien; dat moet de commissie wegen."));
        @case.On(4, 9, 30, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: de kandidaat draagt iets in de oren. Vooraf zijn wegwerp-oordopjes getoond.", "earphones", "De dopjes zijn vóór het begin aan de camera getoond, zoals de instructie vraagt.")));
        @case.On(7, 9, () => @case.InvestigateAsync(Careful + "\n\nOp de vergroting van 00:00:05 is het schuim goed te herkennen. Er is geen snoer en geen licht te zien."));
        @case.On(7, 10, () => @case.InviteAsync());
        @case.On(9, 18, () => @case.GiveViewAsync("Het waren wegwerp-oordopjes van de drogist. Ik heb ze vooraf laten zien."));
        @case.On(10, 9, () => @case.DeliberateAsync(1));
        @case.On(11, 14, async () =>
        {
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Valid,
                Reasons = "U droeg wegwerp-oordopjes en hebt die vóór de toets aan de camera getoond. Dat is toegestaan (protocol, onder g). Het automatische signaal “oortje gezien” klopte niet.",
                ReplyToView = "De commissie volgt uw uitleg.",
            });
        });
        @case.On(12, 9, () => @case.CoSignAsync());
        @case.On(14, 10, () => @case.PublishAsync());
    }

    // The supplier's outage: for the university's account, a new test is planned.
    private static void Outage(DemoCase @case)
    {
        Review(@case, async () =>
        {
            await @case.MarkAsync(Reviewer, 20, 60, "RECORDING_MISSING", "Van alle drie de sporen ontbreekt de opname van ongeveer 20 tot 60 seconden. In de chat meldt de ondersteuning een storing bij de leverancier.", "Vermoeden van een onregelmatigheid door een storing bij de leverancier.");
            await @case.MarkAsync(Reviewer, 60, 75, "EXCULPATORY", "Zodra de opname terug is, zit de kandidaat op dezelfde plaats te werken.");
        }, day: 1);
        @case.On(2, 15, () => @case.SupportAsync(Second, "Het gat zit in alle sporen tegelijk en wordt in de chat door de ondersteuning gemeld."));
        @case.On(3, 9, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: van ongeveer veertig seconden van de toets is door een storing bij de leverancier geen opname.", null, "De kandidaat kon hier niets aan doen.")));
        @case.On(3, 11, () => @case.InvestigateAsync(Careful + "\n\nDe leverancier heeft de storing van 9 november 2026 bevestigd: de opnameserver was veertig seconden onbereikbaar voor alle kandidaten."));
        @case.On(3, 12, () => @case.InviteAsync());
        @case.On(4, 17, () => @case.GiveViewAsync("I noticed the message about the failure and just kept working. I hope this does not count against me."));
        @case.On(7, 9, () => @case.DeliberateAsync(1));
        @case.On(8, 14, async () =>
        {
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Irregularity,
                Grounds = Grounds43a.InsufficientView,
                Attribution = Attribution.University,
                CannotEstablish = "For about half of the test there are no recordings. What happened in that time cannot be established.",
                Reasons = "The recording server of the supplier failed. A test of which so much was not recorded cannot be checked, so the board cannot vouch for the result. You could do nothing about it.",
                ReplyToView = "It does not count against you. The failure is the university’s responsibility.",
            });
        });
        @case.On(9, 9, () => @case.CoSignAsync());
        @case.On(10, 15, () => @case.PublishAsync());
    }

    // Decided and waiting for the co-signature.
    private static void Music(DemoCase @case)
    {
        Review(@case, async () =>
        {
            await @case.MarkAsync(Reviewer, 15, 55, "SOUND", "Van 15 tot 55 seconden speelt een radio hoorbaar in de kamer. De kandidaat neuriet tweemaal mee.", "Vermoeden van een onregelmatigheid: geluid in de kamer.");
        });
        @case.On(4, 10, () => @case.SupportAsync(Second, "De muziek overstemt het typen en het omgevingsgeluid. Andere stemmen hoor ik niet, maar ze zouden ook niet te horen zijn."));
        @case.On(7, 9, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: door muziek is veertig seconden lang niet te horen wat er in de kamer gebeurt.", "quiet", "De kandidaat is de hele tijd in beeld en werkt door.")));
        @case.On(8, 9, () => @case.InvestigateAsync(Careful));
        @case.On(8, 10, () => @case.InviteAsync());
        @case.On(11, 20, () => @case.GiveViewAsync("The radio switched on by itself (alarm). I did not think it mattered and I did not want to leave my seat."));
        @case.On(15, 9, () => @case.DeliberateAsync(1));
        @case.On(17, 14, async () =>
        {
            await @case.DecideAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Irregularity,
                Grounds = Grounds43a.InsufficientFraudResistance,
                Attribution = Attribution.Student,
                InstructionId = "quiet",
                CannotEstablish = "It cannot be established whether somebody spoke to you between 15 and 55 seconds, because the music drowns out everything else.",
                Reasons = "For more than half of the test the room could not be heard. You were told beforehand to keep the room quiet and to report a disturbance in the chat; you did neither.",
                Proportionality = "You lose this chance. The board weighed that you stayed in view all the time, but hearing is half of the supervision, and the regular resit of 8 December 2026 is open to you.",
                ReplyToView = "The board accepts that the radio switched itself on. Reporting it or switching it off would have taken a few seconds.",
            });
        });
    }

    // On the agenda: the view is in, the members deliberate.
    private static void OutOfView(DemoCase @case)
    {
        Review(@case, async () => await @case.MarkAsync(Reviewer, 26, 56, "OUT_OF_VIEW",
            "De kandidaat staat om 26 seconden op, verlaat om 29 seconden de kamer en komt om 51 seconden terug. Er was op dat moment geen pauze. De telefooncamera toont een lege stoel.",
            "Vermoeden van een onregelmatigheid: de kandidaat was buiten beeld zonder pauze."), day: 1);
        @case.On(2, 11, () => @case.SupportAsync(Second, "Ongeveer 22 seconden is niemand in beeld. Geen melding in de chat."));
        @case.On(3, 10, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: de kandidaat heeft de kamer tijdens de toets verlaten.", "view", "De kandidaat nam niets mee en had bij terugkomst niets in de handen.")));
        @case.On(4, 9, () => @case.InvestigateAsync(Careful + "\n\nDe student had geen individuele toestemming om de kamer te verlaten."));
        @case.On(4, 9, 30, () => @case.InviteAsync());
        @case.On(9, 19, () => @case.GiveViewAsync("De bel ging en ik dacht dat het belangrijk was. Ik was nog geen halve minuut weg en heb niets opgezocht."));
        @case.On(10, 10, () => @case.DeliberateAsync(10));
        @case.On(11, 13, async () =>
        {
            await @case.DraftAsync(DecisionDraft.Empty with
            {
                Outcome = Outcome.Irregularity,
                Grounds = Grounds43a.InsufficientView,
                CannotEstablish = "Niet kan worden vastgesteld wat u buiten beeld hebt gedaan.",
            });
        });
    }

    // The student has been invited and can still react.
    private static void FlatmateUnreported(DemoCase @case)
    {
        Review(@case, async () => await @case.MarkAsync(Reviewer, 25, 50, "OTHER_PERSON",
            "Een tweede persoon komt binnen, blijft achter de kandidaat staan, praat en wijst naar het scherm. De kandidaat kijkt op en antwoordt. In de chat staat geen melding.",
            "Vermoeden van een onregelmatigheid: een ander keek en praatte mee."), day: 9);
        @case.On(11, 9, () => @case.SupportAsync(Second, "De tweede persoon wijst duidelijk naar het scherm. Wat er gezegd wordt is niet te verstaan."));
        @case.On(14, 10, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: een tweede persoon was 25 seconden in de kamer en sprak met de kandidaat.", "alone", "")));
        @case.On(16, 9, () => @case.InvestigateAsync(Careful));
        @case.On(17, 9, () => @case.InviteAsync(workingDays: 8));
    }

    // Waiting for a second reviewer.
    private static void ReadingAside(DemoCase @case)
    {
        @case.On(3, 9, () => @case.AssignAsync(Reviewer));
        @case.On(9, 10, async () =>
        {
            await @case.WatchAsync(Reviewer);
            await @case.MarkAsync(Reviewer, 18, 30, "GAZE_AWAY", "De kandidaat kijkt twaalf seconden achtereen naar rechts, waar op de telefooncamera beschreven vellen aan de muur hangen.");
            await @case.MarkAsync(Reviewer, 44, 60, "TEXT_IN_ROOM", "De kandidaat kijkt zestien seconden naar de vellen aan de muur en typt daarna een antwoord.", "Vermoeden van een onregelmatigheid: tekst in de omgeving is geraadpleegd.");
        });
        @case.On(10, 11, () => @case.AskSecondReviewAsync(Reviewer));
    }

    // Reported, waiting for the board to take it up.
    private static void Screenshot(DemoCase @case)
    {
        Review(@case, async () => await @case.MarkAsync(Reviewer, 30, 36, "SCREENSHOT",
            "Op het scherm verschijnt het venster van een schermafbeelding van de toetsvraag; de kandidaat slaat die op.",
            "Vermoeden van een onregelmatigheid: er is een schermafbeelding gemaakt."), day: 3);
        @case.On(8, 10, () => @case.SupportAsync(Second, "Het opslaan van de schermafbeelding is op de schermopname te zien."));
        @case.On(10, 9, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: de kandidaat heeft een schermafbeelding van een toetsvraag gemaakt.", "screenshots", "Er is niet te zien dat de afbeelding met iemand is gedeeld.")));
    }

    // In review: only a note on dress, which can never carry a report.
    private static void Netiquette(DemoCase @case)
    {
        @case.On(4, 9, () => @case.AssignAsync(Reviewer));
        @case.On(10, 13, () => @case.MarkAsync(Reviewer, 0, 30, "NETIQUETTE", "De kandidaat draagt een badjas."));
    }

    private static void Review(DemoCase @case, Func<Task> mark, int day = 2)
    {
        @case.On(1, 9, () => @case.AssignAsync(Reviewer));
        @case.On(day, 10, async () =>
        {
            await @case.WatchAsync(Reviewer);
            await mark();
        });
        @case.On(day, 11, () => @case.AskSecondReviewAsync(Reviewer));
    }

    private static ProcesVerbaalDraft Irregularity(string inference, string? instruction, string inFavour) =>
        new(Suspicion.Irregularity, inference, inFavour, instruction, IdentityCheck.Confirmed, BsnVisible: false);
}
