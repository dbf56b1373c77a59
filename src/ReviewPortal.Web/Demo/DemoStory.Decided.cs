using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.ProcesVerbaal;

namespace ReviewPortal.Web.Demo;

/// <summary>The cases with a published decision.</summary>
internal static partial class DemoStory
{
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
        @case.On(14, 10, () => @case.AppealAsync("De student vindt dat het raam pas tijdens de toets verblindde, dat de surveillant niets heeft gezegd en dat het verlies van de kans te zwaar is."));
        @case.On(15, 11, () => @case.SettleAsync());
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
        @case.On(14, 20, () => @case.AskChanceAsync("Ik kon niet weten dat mijn huisgenoot binnen zou komen, en ik heb het meteen gemeld. Ik wil de toets graag nog dit blok maken, want anders kan ik het vervolgvak niet volgen."));
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
        @case.On(16, 10, () => @case.AppealAsync("De student vindt dat het plakken geen fraude was maar een vergissing, en vraagt de uitsluiting te schorsen."));
        @case.On(17, 15, () => @case.SuspendAsync("De voorzitter van het college schorst de uitsluiting tot op het beroep is beslist."));
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
                DeviationReasons = "De reviewer kon niet zien wat u in uw oren had. Op de vergroting ziet de commissie dat het schuim is, zonder snoer of licht.",
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
}
