using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>The letters beside the decision on the test: extra chance, new test, enrolment, a closed case, and the invitation (law.md 3.1 and section 4).</summary>
public sealed class LettersBesideTests
{
    /// <summary>WHW 7.12b lid 2, 7.63a: not the board of examiners, not the appeals board.</summary>
    [Theory]
    [InlineData(LetterKind.EnrolmentTerminated, Language.Dutch, "College van Bestuur", "beëindigt met ingang van 24 november 2026 definitief uw inschrijving", "dinsdag 16 maart 2027")]
    [InlineData(LetterKind.EnrolmentTerminated, Language.English, "Executive Board", "With effect from 24 November 2026", "Tuesday 16 March 2027")]
    [InlineData(LetterKind.EnrolmentKept, Language.Dutch, "College van Bestuur", "Uw inschrijving blijft bestaan.", "dinsdag 16 maart 2027")]
    [InlineData(LetterKind.EnrolmentKept, Language.English, "Executive Board", "Your enrolment continues.", "Tuesday 16 March 2027")]
    public void An_enrolment_is_decided_in_the_name_of_the_executive_board_and_can_be_objected_to(LetterKind kind, Language language, string organ, string operative, string decides)
    {
        var letter = Written.Letter(kind, language);
        Assert.Equal((organ, $"{organ} · 2026-0158"), (letter.Head.Sender[1], letter.Footer));
        Assert.Contains(operative, Written.Of(Written.Section(letter, "Heading.OperativePart")), StringComparison.Ordinal);
        Assert.Contains($"{organ} prof. dr. H. Bestuur", Written.Of(Written.Section(letter, "Heading.Signature")), StringComparison.Ordinal);
        Assert.All(
            ["Dit is de derde keer binnen een jaar.", "Gehoord op 20 november 2026", new DateOnly(2026, 11, 17).InWords(language)],
            part => Assert.Contains(part, Written.Of(Written.Section(letter, "Heading.Procedure")), StringComparison.Ordinal));
        Assert.Contains("Niets minder volstaat.", Written.Of(Written.Section(letter, "Heading.Considerations")), StringComparison.Ordinal);
        var remedies = Written.Of(Written.Section(letter, "Heading.Remedies"));
        Assert.Contains(StatutoryTerms.EnrolmentObjection(Written.Published).LastDay.WithWeekday(language), remedies, StringComparison.Ordinal);
        Assert.Contains(decides, remedies, StringComparison.Ordinal);
        Assert.DoesNotContain(Written.Text("Remedies.Who", language), remedies, StringComparison.Ordinal);
        Assert.Contains("7.12b", Written.Of(Written.Section(letter, "Heading.Rules")), StringComparison.Ordinal);
    }

    /// <summary>That a second reviewer watched the recording is said of one that was played (AP-DPIA-3).</summary>
    [Theory]
    [InlineData(1, "onafhankelijk bekeken en het vermoeden")]
    [InlineData(0, "onafhankelijk beoordeeld (afgespeeld: Laptopcamera 0")]
    public void What_a_letter_says_of_the_second_reviewer_follows_what_was_played(double share, string said)
    {
        var letter = LetterWriter.Write(LetterKind.IrregularityUniversity, Written.Matter(LetterKind.IrregularityUniversity) with { WatchedSecond = [new(TrackRole.Webcam, share, share, [])] }, Language.Dutch);
        Assert.Contains(said, Written.Of(Written.Section(letter, "Heading.Procedure")), StringComparison.Ordinal);
    }

    /// <summary>A student reads articles, not our own numbering of requirements, and no key that lacks its text.</summary>
    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void No_letter_has_a_code_of_ours_in_it(LetterKind kind, Language language) =>
        Assert.DoesNotMatch(@"\b(UU|AP|KV\d)-[A-Z]|CK_|law\.md|\bL\d{1,2}\b", Written.Letter(kind, language).PlainText());

    /// <summary>WHW 7.61 and 7.63a: the appeal over the test and the objection over the enrolment are two roads, and the first goes on.</summary>
    [Theory]
    [InlineData(LetterKind.EnrolmentTerminated, Language.Dutch, "Uw beroep tegen dat besluit loopt door", "loopt vanzelf door")]
    [InlineData(LetterKind.EnrolmentUpheld, Language.English, "Your appeal against that decision goes on", "goes on by itself")]
    public void A_termination_says_what_becomes_of_an_appeal_that_runs(LetterKind kind, Language language, string means, string summary)
    {
        var letter = LetterWriter.Write(kind, Written.Matter(kind) with { AppealRuns = true }, language);
        Assert.Contains(means, Written.Of(Written.Section(letter, "Heading.WhatItMeans")), StringComparison.Ordinal);
        Assert.Contains(summary, letter.Summary!.Answers[2].Value, StringComparison.Ordinal);
        var without = Written.Letter(kind, language).PlainText();
        Assert.All([means, summary], part => Assert.DoesNotContain(part, without, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hearing_that_was_not_held_is_not_written_about()
    {
        var @case = Written.Case(LetterKind.EnrolmentKept);
        @case.Termination!.Hearing = "";
        Assert.DoesNotContain("gehoord", LetterWriter.Write(LetterKind.EnrolmentKept, @case.Matter(Written.Published), Language.Dutch).PlainText(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Art. 4.3a lid 2: what, when and where; what is not known yet says by when it will be.</summary>
    [Theory]
    [InlineData(LetterKind.ExtraChanceGranted, Language.Dutch, "U hoort die uiterlijk op dinsdag 22 december 2026.", "tegelijk met de dag")]
    [InlineData(LetterKind.ExtraChanceGranted, Language.English, "by Tuesday 22 December 2026 at the latest", "together with the day")]
    [InlineData(LetterKind.NewTestPlanned, Language.Dutch, "Op maandag 18 januari 2027", "Educatorium, zaal Gamma, om 9.00 uur")]
    [InlineData(LetterKind.NewTestPlanned, Language.English, "On Monday 18 January 2027", "Educatorium, zaal Gamma, om 9.00 uur")]
    public void A_new_test_has_its_what_when_and_where(LetterKind kind, Language language, string when, string where)
    {
        var facts = Written.Section(Written.Letter(kind, language), "Heading.NewTest")!.Blocks.OfType<FactList>().Single().Facts;
        Assert.Contains("Statistiek II (SW-STAT2)", facts[0].Value, StringComparison.Ordinal);
        Assert.Contains(when, facts[1].Value, StringComparison.Ordinal);
        Assert.Contains(where, facts[2].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterKind.ExtraChanceGranted, "wijst uw aanvraag van 20 november 2026 toe", "krijgt u daarover een brief")]
    [InlineData(LetterKind.ExtraChanceRefused, "wijst uw aanvraag van 20 november 2026 af", "De gewone herkansingen van de cursus blijven voor u openstaan.")]
    public void The_answer_to_a_request_quotes_it_gives_reasons_and_the_article(LetterKind kind, string operative, string means)
    {
        var letter = Written.Letter(kind, Language.Dutch);
        Assert.Contains(operative, Written.Of(Written.Section(letter, "Heading.OperativePart")), StringComparison.Ordinal);
        Assert.Contains(means, Written.Of(Written.Section(letter, "Heading.WhatItMeans")), StringComparison.Ordinal);
        var procedure = Written.Of(Written.Section(letter, "Heading.Procedure"));
        Assert.Contains("Ik kon er niets aan doen; mijn nummer is •••••••••.", procedure, StringComparison.Ordinal);
        Assert.Contains("kan de student een extra kans aanvragen", Written.Of(Written.Section(letter, "Heading.Rules")), StringComparison.Ordinal);
        Assert.Equal($"{Written.Text("Heading.Considerations", Language.Dutch)}\nU meldde het meteen.", Written.Of(Written.Section(letter, "Heading.Considerations")).Trim().ReplaceLineEndings("\n"));
        Assert.Contains(Who.Member.Name, Written.Of(Written.Section(letter, "Heading.Signature")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_case_says_that_the_result_stands_what_is_kept_until_when_and_who_closed_it()
    {
        var letter = Written.Letter(LetterKind.ClosedWithoutGrounds, Language.Dutch);
        Assert.Contains("Uw toets blijft geldig en uw resultaat telt mee.", letter.Summary!.Answers[1].Value, StringComparison.Ordinal);
        Assert.Contains("bewaard tot en met donderdag 4 februari 2027", Written.Of(Written.Section(letter, "Heading.Privacy")), StringComparison.Ordinal);
        var signature = Written.Of(Written.Section(letter, "Heading.Signature"));
        Assert.Contains(Who.Chair.Name, signature, StringComparison.Ordinal);
        Assert.Contains($"{Who.Member.Name} Voorgesteld op", signature, StringComparison.Ordinal);
        // Short: what a reviewer saw is not spread out again.
        Assert.DoesNotContain("De deur gaat open", letter.PlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Who.Reviewer.Name, letter.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_case_of_the_examiner_speaks_of_the_examiners_report()
    {
        var matter = Written.Matter(LetterKind.ClosedWithoutGrounds) with { Report = null, ExaminerReport = new() { Case = A.CaseId, By = Who.Member.Id, ByName = "R. de Vries", At = A.Start.AddDays(4), Text = "Twee gelijke antwoorden." } };
        var text = LetterWriter.Write(LetterKind.ClosedWithoutGrounds, matter, Language.Dutch).PlainText();
        Assert.DoesNotContain("proces-verbaal", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("De examinator heeft op 6 november 2026 een melding gedaan", text, StringComparison.Ordinal);
    }

    /// <summary>Awb 4:8, 4:9: what is suspected and on what facts, which provision, in what way, until when, with whose help, and that silence admits nothing.</summary>
    [Theory]
    [InlineData(Suspicion.Irregularity, "Artikel 4.3a, lid 1", "Artikel 5.14")]
    [InlineData(Suspicion.Fraud, "Artikel 5.14", "Artikel 4.3a, lid 1")]
    public void An_invitation_has_everything_a_view_can_be_about(Suspicion suspicion, string provision, string other)
    {
        var matter = A.Case().With(A.Mark("OTHER_PERSON")).Reported(suspicion).Invited().Matter(Written.Published);
        var letter = LetterWriter.Write(LetterKind.InvitationForView, matter, Language.Dutch);
        var text = letter.PlainText();
        Assert.All(
            ["vermoeden van ", "De deur gaat open", "Schriftelijk, in ReviewPortal", "Mondeling, in een hoorzitting", "laten helpen of vertegenwoordigen", "niet als een erkenning", matter.Invitation!.ReactBy.WithWeekday(Language.Dutch)],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        var quoted = Written.Section(letter, "Heading.Rules")!.Blocks.OfType<Quotation>().ToArray();
        Assert.Contains(quoted, quotation => quotation.Text.StartsWith(provision, StringComparison.Ordinal));
        Assert.DoesNotContain(quoted, quotation => quotation.Text.StartsWith(other, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LetterKind.ExtraChanceRefused, "", "Awb 3:46")]
    [InlineData(LetterKind.ExtraChanceRefused, "U hebt gefraudeerd.", "Protocol, Onregelmatigheid; UU-IR-3")]
    [InlineData(LetterKind.ExtraChanceGranted, "Uw nummer is 123456782.", "UAVG 46")]
    public void What_may_not_stand_in_a_letter_beside_the_decision_is_named(LetterKind kind, string reasons, string source)
    {
        var @case = Written.Case(kind);
        @case.Chance!.AnswerReasons = reasons;
        var matter = @case.Matter(Written.Published);
        Assert.Equal([source], LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch)).Select(fault => fault.Source));
    }

    [Fact]
    public void An_objection_with_the_day_of_another_term_is_stopped()
    {
        var letter = LetterWriter.Write(LetterKind.EnrolmentTerminated, Written.Matter(LetterKind.EnrolmentTerminated) with { Date = new(2026, 11, 16) }, Language.Dutch);
        Assert.Equal(["Awb 6:7, 6:8"], LetterLint.Check(LetterKind.EnrolmentTerminated, Written.Matter(LetterKind.EnrolmentTerminated) with { Date = new(2026, 11, 17) }, letter).Select(fault => fault.Source));
    }

    [Fact]
    public void A_letter_can_be_written_again_only_as_long_as_the_case_holds_what_it_says()
    {
        foreach (var kind in LetterKinds.OfACase) Assert.True(Written.Matter(kind).Holds(kind));
        Assert.False(Written.Matter(LetterKind.ExtraChanceGranted).Holds(LetterKind.ExtraChanceRefused));
        Assert.False(Written.Matter(LetterKind.EnrolmentKept).Holds(LetterKind.EnrolmentTerminated));
        Assert.All(
            [LetterKind.ExtraChanceGranted, LetterKind.NewTestPlanned, LetterKind.EnrolmentKept, LetterKind.ClosedWithoutGrounds, LetterKind.FraudInvalid],
            kind => Assert.False(Written.Matter(LetterKind.IrregularityUniversity).Holds(kind)));
        Assert.False(Written.Matter(LetterKind.NoticeOfReport).Holds(LetterKind.InvitationForView));
    }

    /// <summary>The answer has a term of its own, whatever the term to appeal (Awb 4:13).</summary>
    [Fact]
    public void A_request_for_an_extra_chance_is_to_be_answered_in_ten_working_days()
    {
        var chance = RetakeChance.Of(A.CaseId, RetakeRight.OnRequest, A.Start);
        Assert.Null(chance.AnswerBy);
        chance.Ask(" Graag. ", new DateTimeOffset(2026, 12, 17, 12, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal((new DateOnly(2027, 1, 4), "Graag."), (chance.AnswerBy!.Value, chance.Request));
    }
}
