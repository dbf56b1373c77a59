using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>L13 (WHW 7.61 lid 6; law.md section 4, row 32): what was ordered, from when, which exams it concerns, and what is left of the sanction.</summary>
public sealed class MeasureTests
{
    // The exclusion of the drafts: 1 December 2026 up to and including 31 May 2027.
    [Theory]
    [InlineData("2026-12-31", false, SanctionRest.Resumes, "2027-01-01", 151)]
    [InlineData("2026-11-20", false, SanctionRest.Resumes, "2026-12-01", 182)]
    [InlineData("2027-05-30", false, SanctionRest.Resumes, "2027-05-31", 1)]
    [InlineData("2027-05-31", false, SanctionRest.Over, null, 0)]
    [InlineData("2026-12-31", true, SanctionRest.Suspended, null, 0)]
    public void What_is_left_of_an_exclusion_is_counted_to_the_day(string until, bool another, SanctionRest rest, string? resumes, int days)
    {
        var measure = Measure(DateOnly.ParseExact(until, "yyyy-MM-dd", null)) with { AnotherRuns = another };
        Assert.Equal(((SanctionRest?)rest, resumes, days), (measure.Rest, measure.ResumesOn?.ToString("yyyy-MM-dd", null), measure.DaysLeft));
    }

    [Theory]
    [InlineData(LetterKind.InterimMeasureOrdered, Language.Dutch, "Vanaf 20 november 2026 is die uitsluiting geschorst", "tot en met 31 mei 2027")]
    [InlineData(LetterKind.InterimMeasureOrdered, Language.English, "From 20 November 2026 that exclusion is suspended", "up to and including 31 May 2027")]
    [InlineData(LetterKind.InterimMeasureEnded, Language.Dutch, "Die uitsluiting geldt vanaf vrijdag 1 januari 2027 tot en met maandag 31 mei 2027", "overblijft: 151")]
    [InlineData(LetterKind.InterimMeasureEnded, Language.English, "That exclusion applies from Friday 1 January 2027", "days left: 151")]
    public void The_letter_names_the_exams_and_the_days(LetterKind kind, Language language, string first, string second)
    {
        var means = Written.Of(Written.Section(Write(kind, language, Measure(new DateOnly(2026, 12, 31))), "Heading.WhatItMeans"));
        Assert.All([first, second, Drafts.FraudWithExclusion.Sanction!.Exams[0]], part => Assert.Contains(part, means, StringComparison.Ordinal));
    }

    /// <summary>Its chair ordered it; the board ordered nothing and nothing stands open against it here.</summary>
    [Fact]
    public void It_goes_out_in_the_name_of_the_appeals_board_and_says_who_ordered_it()
    {
        var letter = Write(LetterKind.InterimMeasureOrdered, Language.Dutch, Measure(null));
        Assert.Equal("College van beroep voor de examens", letter.Head.Sender[1]);
        Assert.StartsWith("College van beroep voor de examens · ", letter.Footer, StringComparison.Ordinal);
        Assert.Contains("Namens het College van beroep voor de examens", Written.Of(Written.Section(letter, "Heading.Signature")), StringComparison.Ordinal);
        Assert.Equal("Examination Appeals Board", Write(LetterKind.InterimMeasureEnded, Language.English, Measure(Written.Published)).Head.Sender[1]);
        Assert.Contains("De voorzitter van het College van beroep voor de examens", letter.PlainText(), StringComparison.Ordinal);
        Assert.Contains("voorzieningenrechter van de Afdeling", Write(LetterKind.InterimMeasureOrdered, Language.Dutch, Measure(null) with { ByCouncil = true }).PlainText(), StringComparison.Ordinal);
        Assert.Null(Written.Section(letter, "Heading.Remedies"));
    }

    [Theory]
    [InlineData(LetterKind.InterimMeasureOrdered)]
    [InlineData(LetterKind.InterimMeasureEnded)]
    public void Where_there_is_no_exclusion_none_is_spoken_of(LetterKind kind)
    {
        var text = Write(kind, Language.Dutch, Measure(new DateOnly(2026, 12, 31)) with { Sanction = null, What = "U mag de herkansing maken." }).PlainText();
        Assert.DoesNotContain("uitsluiting", text, StringComparison.Ordinal);
        Assert.DoesNotContain("uitgesloten", text, StringComparison.Ordinal);
        Assert.Contains("U mag de herkansing maken.", text, StringComparison.Ordinal);
    }

    private static MeasureTold Measure(DateOnly? until) => new("De uitsluiting is geschorst.", new DateOnly(2026, 11, 20), until, Drafts.FraudWithExclusion.Sanction);

    private static Document Write(LetterKind kind, Language language, MeasureTold measure) => LetterWriter.Write(kind, Written.Matter(kind) with { Measure = measure }, language);
}
