using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>Above a letter stands who writes it, and that body's own address (law.md 3.1, section 1; WHW 7.12, 7.12b lid 2, 7.61 lid 6).</summary>
public sealed class LetterSenderTests
{
    [Fact]
    public void Each_body_writes_under_its_own_name_and_address()
    {
        foreach (var kind in LetterKinds.OfACase)
        {
            string[] expected = kind switch
            {
                LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded => ["College van beroep voor de examens", "Rechterslaan 3", "3512 JC Utrecht"],
                LetterKind.EnrolmentHearing or LetterKind.EnrolmentTerminated or LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.EnrolmentUpheld
                    or LetterKind.ObjectionInadmissible or LetterKind.ObjectionUnfounded or LetterKind.ObjectionFounded => ["College van Bestuur", "Bestuurslaan 8", "3584 CS Utrecht"],
                _ => ["Examencommissie Sociale Wetenschappen", "Voorbeeldlaan 14", "3584 CS Utrecht"],
            };
            Assert.Equal(["Universiteit Voorbeeld", .. expected], Written.Letter(kind, Language.Dutch).Head.Sender);
        }
    }

    [Theory]
    [InlineData(LetterKind.InterimMeasureOrdered, HouseField.AppealsBoardAddress, "College van beroep voor de examens")]
    [InlineData(LetterKind.EnrolmentTerminated, HouseField.ExecutiveBoardAddress, "College van Bestuur")]
    [InlineData(LetterKind.ObjectionFounded, HouseField.ExecutiveBoardAddress, "College van Bestuur")]
    [InlineData(LetterKind.Valid, HouseField.Address, "Examencommissie Sociale Wetenschappen")]
    public void A_letter_without_the_address_of_its_sender_is_stopped_and_leads_to_the_field(LetterKind kind, HouseField field, string organ)
    {
        var whole = Written.Matter(kind);
        var matter = whole with { Institution = whole.Institution.With(field, Language.Dutch, " \n ") with { Faculty = "Betawetenschappen" } };
        foreach (var faults in new[] { LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch)), LetterLint.CheckWords(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch)) })
        {
            var fault = Assert.Single(faults);
            Assert.Contains(organ, fault.Sentence, StringComparison.Ordinal);
            Assert.Equal((LetterPlace.Institution, new HousePlace(field, Language.Dutch, "Betawetenschappen")), (fault.Place, fault.House));
        }
    }

    /// <summary>Of whom it is, where it was written, where help is to be had and what becomes of the data stands in every letter (law.md 3.1; AVG 13).</summary>
    [Theory]
    [InlineData(HouseField.Name)]
    [InlineData(HouseField.Town)]
    [InlineData(HouseField.Support)]
    [InlineData(HouseField.PrivacyStatement)]
    public void A_letter_without_particulars_of_the_institution_is_stopped_and_leads_to_the_field(HouseField field)
    {
        foreach (var kind in LetterKinds.OfACase)
        {
            var whole = Written.Matter(kind);
            var matter = whole with { Institution = whole.Institution.With(field, Language.Dutch, "\u200B") };
            Assert.Equal(new HousePlace(field, Language.Dutch, HouseTexts.Everybody), Assert.Single(LetterLint.SenderFaults(kind, matter.Institution, Language.Dutch)).House);
        }
    }

    /// <summary>The example under each letterhead is a whole letter of that body, and says in both languages that it is none.</summary>
    [Theory]
    [InlineData(HouseField.Board, "Examencommissie Sociale Wetenschappen")]
    [InlineData(HouseField.ExecutiveBoard, "College van Bestuur")]
    [InlineData(HouseField.AppealsBoard, "College van beroep voor de examens")]
    public void The_example_of_each_body_has_its_letterhead(HouseField sender, string organ)
    {
        Assert.Contains(sender, ExampleLetter.Senders);
        var letter = ExampleLetter.Of(A.Institution(), new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Language.Dutch, sender);
        Assert.Equal((organ, "VOORBEELD"), (letter.Head.Sender[1], letter.Watermark));
        Assert.DoesNotContain("{", letter.PlainText() + ExampleLetter.Of(A.Institution(), new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Language.English, sender).PlainText(), StringComparison.Ordinal);
    }

    /// <summary>What another body lacks is no fault of this letter.</summary>
    [Fact]
    public void A_letter_of_the_board_needs_no_address_of_the_others()
    {
        var matter = Written.Matter(LetterKind.Valid) with { Institution = A.Institution() with { ExecutiveBoardAddress = [], AppealsBoardAddress = [] } };
        Assert.Empty(LetterLint.Check(LetterKind.Valid, matter, LetterWriter.Write(LetterKind.Valid, matter, Language.Dutch)));
    }

    [Fact]
    public void An_e_mail_of_a_portal_without_a_name_is_of_the_portal() =>
        Assert.Equal(new BilingualText("ReviewPortal", "Example University"), (A.Institution() with { Name = new(" ", "Example University") }).NameOrPortal());
}
