using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Tests.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>The letter on a request for a special facility (L9; law.md 3.1).</summary>
public sealed class FacilityLetterTests
{
    private const string Health = "Ik ben op 12 november aan mijn rug geopereerd en mag niet reizen.";

    private static readonly Texts Words = new(typeof(LetterTexts));
    private static readonly DateOnly Date = new(2026, 11, 24);

    public static TheoryData<bool, Language> Letters => new() { { true, Language.Dutch }, { true, Language.English }, { false, Language.Dutch }, { false, Language.English } };

    [Theory]
    [MemberData(nameof(Letters))]
    public void It_has_every_section_that_a_decision_needs_and_no_fault(bool granted, Language language)
    {
        var matter = Matter(granted);
        var letter = FacilityLetterWriter.Write(matter, language);
        string[] needed = ["OperativePart", "WhatItMeans", "Procedure", "Rules", "Considerations", "Privacy", "Remedies", "Support", "Signature", .. granted ? [] : new[] { "Proportionality" }];
        Assert.All(needed, heading => Assert.Contains(letter.Sections, section => section.Heading == Words[$"Heading.{heading}", language]));
        Assert.Empty(FacilityLetterLint.Check(matter, letter));
        Assert.Equal(granted ? LetterKind.FacilityGranted : LetterKind.FacilityRefused, matter.Kind);
        Assert.DoesNotMatch(@"\{\d", letter.PlainText());
        Assert.Contains("V-2026-0001", letter.Footer, StringComparison.Ordinal);
    }

    /// <summary>Awb 3:45, 6:7, 6:8: six weeks from the day after, to the desk, in the box at the top too.</summary>
    [Theory]
    [MemberData(nameof(Letters))]
    public void The_way_to_appeal_stands_in_it_with_the_computed_last_day(bool granted, Language language)
    {
        var letter = FacilityLetterWriter.Write(Matter(granted), language);
        var last = new DateOnly(2027, 1, 5).WithWeekday(language);
        Assert.Equal(2, letter.PlainText().Split(last).Length - 1);
        Assert.Contains(letter.Summary!.Answers, answer => answer.Value.Contains(last, StringComparison.Ordinal));
    }

    /// <summary>UU-R1-9: the protocol is quoted in the words of the version that holds on the day of the test.</summary>
    [Fact]
    public void The_protocol_is_quoted()
    {
        var text = FacilityLetterWriter.Write(Matter(granted: true), Language.Dutch).PlainText();
        Assert.Contains("kan de student de examencommissie verzoeken om de toets via online proctoring af te nemen.", text, StringComparison.Ordinal);
        Assert.Contains("in overeenstemming met de onderwijsdirecteur is vastgesteld", text, StringComparison.Ordinal);
        Assert.Contains("versie van 1 september 2026", text, StringComparison.Ordinal);
    }

    /// <summary>The term is quoted only where it matters (UU-R1-5).</summary>
    [Fact]
    public void A_late_request_reads_what_the_protocol_says_of_the_term()
    {
        const string Term = "geldt dat het verzoek zo spoedig mogelijk gedaan moet worden";
        Assert.DoesNotContain(Term, FacilityLetterWriter.Write(Matter(granted: true), Language.Dutch).PlainText(), StringComparison.Ordinal);
        var late = AFacility.Request(AFacility.Filed.AddDays(28));
        late.Assessment = AFacility.Met with { AsSoonAsPossible = true, LateReasons = "Eerder was niet mogelijk." };
        var text = FacilityLetterWriter.Write(Matter(granted: true, late), Language.Dutch).PlainText();
        Assert.Contains(Term, text, StringComparison.Ordinal);
        Assert.Contains("Eerder was niet mogelijk.", text, StringComparison.Ordinal);
    }

    /// <summary>AVG 9; UU-R1-3: what the student stated about health is not in the letter, and a board that copies it is stopped.</summary>
    [Fact]
    public void Health_does_not_stand_in_the_letter_and_a_copy_of_it_is_a_fault()
    {
        var request = AFacility.Request(reason: FacilityReason.Health, health: Health);
        var matter = Matter(granted: true, request);
        Assert.DoesNotContain("geopereerd", FacilityLetterWriter.Write(matter, Language.Dutch).PlainText(), StringComparison.Ordinal);
        request.Decision = request.Decision! with { Reasons = "Omdat de student aan de RUG geopereerd is: geopereerd en mag niet reizen, dus wijzen wij toe." };
        var fault = Assert.Single(FacilityLetterLint.Check(matter, FacilityLetterWriter.Write(matter, Language.Dutch)));
        Assert.Contains("geopereerd en mag niet", fault.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("AVG 9", fault.Source, StringComparison.Ordinal);
        request.Decision = request.Decision with { Reasons = "De student mag nu niet ver reizen." };
        Assert.Empty(FacilityLetterLint.Check(matter, FacilityLetterWriter.Write(matter, Language.Dutch)));
    }

    [Fact]
    public void A_short_health_detail_is_seen_as_a_whole()
    {
        var request = AFacility.Request(reason: FacilityReason.Health, health: "Epilepsie.");
        var matter = Matter(granted: true, request);
        request.Decision = request.Decision! with { Reasons = "Vanwege de epilepsie van de student." };
        Assert.Single(FacilityLetterLint.Check(matter, FacilityLetterWriter.Write(matter, Language.Dutch)));
    }

    [Theory]
    [InlineData("reasons", "Awb 3:46")]
    [InlineData("proportionality", "Awb 3:4 lid 2")]
    [InlineData("reply", "Awb 3:46, 4:7")]
    [InlineData("bsn", "UAVG 46")]
    [InlineData("bsn hidden", "UAVG 46")]
    [InlineData("other student", "AVG 5")]
    [InlineData("desk", "Awb 3:45")]
    [InlineData("old", "Awb 3:47 lid 2; UU-GOV-1")]
    public void What_a_court_would_stumble_over_is_a_fault(string what, string source)
    {
        var request = what is "old" ? WithTestIn(2021) : AFacility.Request();
        var matter = Matter(granted: false, request);
        request.Decision = what switch
        {
            "reasons" => request.Decision! with { Reasons = "" },
            "proportionality" => request.Decision! with { Proportionality = "" },
            "bsn" => request.Decision! with { Reasons = "De student met nummer 111222333 kan op locatie komen." },
            "other student" => request.Decision! with { Reasons = "Daan Peeters kreeg die toestemming ook niet." },
            "bsn hidden" => request.Decision! with { Reasons = "De student met nummer 111\u200B222\u00AD333 kan op locatie komen." },
            _ => request.Decision,
        };
        matter = matter with { Others = new(request.StudentName, [], new StudentBody([("0412702", "Daan Peeters")])) };
        if (what is "reply") request.View = new FacilityView("Het kamp eindigt eerder.", Date, AFacility.Now) { Text = "Nee.", GivenAt = AFacility.Now };
        if (what is "desk") matter = matter with { Institution = matter.Institution with { AppealsDeskAddress = [] } };
        Assert.Equal(source, Assert.Single(FacilityLetterLint.Check(matter, FacilityLetterWriter.Write(matter, Language.Dutch))).Source);
    }

    /// <summary>Awb 4:7, 3:46: the facts, the student's words and the board's answer, each as it was given.</summary>
    [Fact]
    public void A_view_and_the_reply_to_it_stand_in_the_letter()
    {
        var request = AFacility.Request();
        request.View = new FacilityView("De bond meldt dat het kamp op 15 december eindigt.", Date, AFacility.Now) { Text = "Het kamp is verlengd.", GivenAt = AFacility.Now };
        var matter = Matter(granted: false, request);
        request.Decision = request.Decision! with { ReplyToView = "De verlenging is niet aangetoond." };
        var text = FacilityLetterWriter.Write(matter, Language.English).PlainText();
        Assert.All(new[] { "De bond meldt dat het kamp op 15 december eindigt.", "Het kamp is verlengd.", "De verlenging is niet aangetoond.", Words["AsWritten", Language.English] }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        request.View = request.View with { Text = "", GivenAt = null };
        Assert.Contains("The Board received no answer and reads nothing into that.", FacilityLetterWriter.Write(matter, Language.English).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_decision_there_is_no_letter() =>
        Assert.Throws<InvalidOperationException>(() => FacilityLetterWriter.Write(Matter(granted: true) with { Request = AFacility.Request() }, Language.Dutch));

    [Fact]
    public void A_letter_on_a_request_is_about_no_case()
    {
        Assert.Equal([LetterKind.FacilityGranted, LetterKind.FacilityRefused], Enum.GetValues<LetterKind>().Except(LetterKinds.OfACase));
        Assert.All(LetterKinds.About(LetterSubject.Facility), kind => Assert.Equal((MessageKind.BoardDecision, Remedy.Appeal), (MessageKinds.Of(kind), kind.Remedy())));
    }

    private static FacilityMatter Matter(bool granted, FacilityRequest? request = null)
    {
        var of = request ?? AFacility.Request();
        if (!granted) of.Assessment = AFacility.Met with { NoAlternative = false, AlternativeReasons = "De examinator neemt op 18 december een mondeling af." };
        of.Decision = AFacility.Decision(granted);
        return new FacilityMatter(A.Institution(), Date, new Addressee(of.StudentName, of.StudentNumber, []), of) { KeptUntil = AFacility.TestOn.AddDays(365) };
    }

    private static FacilityRequest WithTestIn(int year) => new()
    {
        Id = Guid.NewGuid(), Number = new(year, 1), StudentNumber = "0512345", StudentName = "A", Test = "T", Course = "C", Programme = "P", TestOn = new DateOnly(year, 3, 1), Explanation = "Ziek", FiledAt = AFacility.Filed.AddYears(year - 2027),
    };
}
