using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Demo;

/// <summary>The cases that ended without a report or are still under way.</summary>
internal static partial class DemoStory
{
    // No remarks: the ordinary course.
    private static void Clean(DemoCase @case)
    {
        @case.On(1, 9, () => @case.TakeAsync("reviewer2"));
        @case.On(2, 10, async () =>
        {
            await @case.WatchAsync("reviewer2");
            await @case.ReportBsnAsync("reviewer2", TrackRole.Webcam, 2, 6, "Bij de identiteitscontrole is de achterkant van de kaart niet afgeplakt.");
            await @case.AnswerSignalsAsync("reviewer2", "gezicht", confirmed: false, "De kandidaat bukt even; op de telefooncamera is te zien dat er niets anders gebeurt.");
        });
        @case.On(2, 10, 20, () => @case.FinishAsync("reviewer2"));
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
        @case.On(9, 20, () => @case.NameRepresentativeAsync(new("mr. S. Bakker", "Rechtswinkel Utrecht", "Voorstraat 88\n3512 AT Utrecht", "s.bakker@rechtswinkel.example", "I declare that mr. S. Bakker may act on my behalf in this case.")));
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
        @case.On(10, 10, () => @case.DeliberateAsync(1));
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
        @case.On(8, 10, () => @case.SupportAsync(Second, "Het opslaan van de schermafbeelding is op de schermopname te zien.", async () =>
        {
            await @case.MarkAsync(Second, 31, 37, "SCREENSHOT", "Een venster om een schermafbeelding op te slaan gaat open; de kandidaat klikt op bewaren.");
            await @case.MarkAsync(Second, 48, 53, "SOUND", "Er klinkt vijf seconden muziek, die weer stopt.");
        }));
        @case.On(9, 9, () => @case.DiscussAsync(Reviewer, "Wij zien hetzelfde venster. De muziek op 48 seconden heb ik gehoord en niet gemarkeerd: zij komt van buiten en duurt vijf seconden."));
        @case.On(9, 14, () => @case.DiscussAsync(Second, "Akkoord, op de telefoonopname is te horen dat het van buiten komt."));
        @case.On(10, 9, () => @case.ReportAsync(Reviewer, Irregularity("Vermoeden van een onregelmatigheid: de kandidaat heeft een schermafbeelding van een toetsvraag gemaakt.", "screenshots", "Er is niet te zien dat de afbeelding met iemand is gedeeld.")));
    }

    // In review: only a note on dress, which can never carry a report.
    private static void Netiquette(DemoCase @case)
    {
        @case.On(4, 9, () => @case.AssignAsync(Reviewer));
        @case.On(10, 13, () => @case.MarkAsync(Reviewer, 0, 30, "NETIQUETTE", "De kandidaat draagt een badjas."));
    }
}
