using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>law.md 3.1, section 8; Awb 4:9: what was written and what was said stand apart in the letter, each with its own day.</summary>
public sealed class HeardAsWellTests
{
    private const string Said = "Ik had hem gevraagd weg te blijven.";
    private static readonly DateTimeOffset Written12 = Amsterdam.At(new(2026, 11, 12), new(9, 0));
    private static readonly DateTimeOffset Heard23 = Amsterdam.At(new(2026, 11, 23), new(10, 0));

    [Fact]
    public void A_view_in_writing_before_the_hearing_keeps_its_own_words_and_day()
    {
        var said = View(new View { Text = "Ik heb het meteen gemeld.", Form = ViewForm.Oral, ReceivedAt = Written12, SupplementedAt = Heard23.AddHours(2) });
        InOrder(said, "Op 12 november 2026 hebt u schriftelijk uw zienswijze gegeven. U schreef:", "Ik heb het meteen gemeld.", "Op 23 november 2026 bent u gehoord.", "U verklaarde:", Said, "Onze reactie:");
        Assert.DoesNotContain("Daarna hebt u schriftelijk aangevuld:", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_after_the_hearing_is_not_said_there()
    {
        var view = new View { Text = Said, Form = ViewForm.Oral, ReceivedAt = Heard23.AddHours(3) };
        view.Add("De buurman zag het.", Heard23.AddDays(1), Language.Dutch);
        InOrder(View(view), "Op 23 november 2026 bent u gehoord.", "U verklaarde:", Said, "Daarna hebt u schriftelijk aangevuld:", "Aanvulling van 24 november 2026", "De buurman zag het.", "Onze reactie:");
    }

    [Fact]
    public void A_hearing_alone_has_its_own_day_not_the_one_on_which_it_was_recorded() =>
        InOrder(View(new View { Text = Said, Form = ViewForm.Oral, ReceivedAt = Heard23.AddDays(2) }), "Op 23 november 2026 bent u gehoord.", Said, "Onze reactie:");

    private static string View(View view)
    {
        var @case = Written.WithHearing(LetterKind.IrregularityUniversity);
        (@case.View, @case.Hearing!.PlannedAt, @case.Hearing.Statement) = (view, Heard23, Said);
        return Written.Of(Written.Section(LetterWriter.Write(LetterKind.IrregularityUniversity, @case.Matter(Written.Published), Language.Dutch), "Heading.View"));
    }

    private static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= at, $"“{part}” does not stand after what goes before it in: {text}");
            at = found + part.Length;
        }
    }
}
