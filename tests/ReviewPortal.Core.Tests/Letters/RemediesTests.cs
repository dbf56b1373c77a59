using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>Awb 3:45: by whom, within what term, to which body. And what follows for another chance (art. 4.3a lid 2).</summary>
public sealed class RemediesTests
{
    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void A_decision_letter_says_by_whom_until_when_and_where_to_appeal_and_a_preparatory_one_does_not(LetterKind kind, Language language)
    {
        var letter = Written.Letter(kind, language);
        var slots = letter.Sections.Where(section => section.Heading == Written.Text("Heading.Remedies", language)).SelectMany(section => section.Blocks).OfType<FactList>().SelectMany(list => list.Facts).ToArray();
        if (kind is LetterKind.NoticeOfReport or LetterKind.InvitationForView or LetterKind.NewTestPlanned or LetterKind.ClosedWithoutGrounds or LetterKind.TerminationProposed or LetterKind.InterimMeasureOrdered or LetterKind.InterimMeasureEnded or LetterKind.Correction or LetterKind.ProcesVerbaalSent or LetterKind.EnrolmentHearing or LetterKind.ClosedAfterAnnulment)
        {
            // Awb 6:3: what only prepares a decision cannot be appealed separately; what leaves everything as it was cannot be appealed at all (Awb 1:3).
            Assert.Null(Written.Section(letter, "Heading.Remedies"));
            Assert.Empty(slots);
            Assert.DoesNotContain(Written.Text("Remedies.Who", language), letter.PlainText(), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(["Remedies.ByWhom.Label", "Remedies.Term.Label", "Remedies.Where.Label"], slots.Select(slot => new[] { "Remedies.ByWhom.Label", "Remedies.Term.Label", "Remedies.Where.Label" }.Single(key => Written.Text(key, language) == slot.Label)));
        Assert.Equal(Written.Text("Remedies.ByWhom", language), slots[0].Value);
        Assert.Contains(new DateOnly(2027, 1, 5).WithWeekday(language), slots[1].Value, StringComparison.Ordinal);
        // Awb 6:9 lid 2: posted in time and arrived within a week is in time.
        Assert.Contains(language is Language.English ? "posted it by that day and it arrives within a week" : "uiterlijk op die dag hebt gepost en het binnen een week daarna is aangekomen", slots[1].Value, StringComparison.Ordinal);
        var objection = kind.Subject() is LetterSubject.Enrolment;
        var where = (objection, language) switch { (true, Language.English) => "Executive Board, through", (true, _) => "College van Bestuur, via", (_, Language.English) => "Legal Protection Desk, Postbus 80125, 3508 TC Utrecht", _ => "Loket rechtsbescherming, Postbus 80125, 3508 TC Utrecht" };
        var court = kind.Remedy() is Remedy.CourtAppeal;
        if (court) where = "Raad van State, Postbus 20019, 2500 EA Den Haag";
        Assert.Contains(where, slots[2].Value, StringComparison.Ordinal);
        var key = court ? "CourtAppeal" : objection ? "Objection" : "Remedies";
        Assert.Contains(Written.Text($"{key}.Contents", language), letter.PlainText(), StringComparison.Ordinal);
        // That it stays in force says nothing to somebody from whom nothing is taken.
        Assert.Equal(kind is not (LetterKind.EnrolmentKept or LetterKind.EnrolmentRestored or LetterKind.ObjectionFounded), letter.PlainText().Contains(Written.Text($"{key}.NoSuspension", language), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-13", "maandag 28 december 2026")]
    [InlineData("2027-03-24", "maandag 10 mei 2027")]
    public void The_date_in_the_letter_is_the_date_the_law_computes(string published, string lastDay)
    {
        var date = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture);
        var letter = LetterWriter.Write(LetterKind.Valid, Written.Case(LetterKind.Valid).Matter(date), Language.Dutch).PlainText();
        Assert.Equal(StatutoryTerms.Appeal(date).LastDay.WithWeekday(Language.Dutch), lastDay);
        // In the summary, under what it means, and in the clause itself.
        Assert.Equal(3, letter.Split(lastDay).Length - 1);
    }

    [Theory]
    [InlineData(LetterKind.IrregularityUniversity, RetakeRight.Planned, "4.3a, lid 2", "4.3a, paragraph 2")]
    [InlineData(LetterKind.IrregularityForceMajeure, RetakeRight.OnRequest, "4.3a, lid 2", "4.3a, paragraph 2")]
    [InlineData(LetterKind.IrregularityOwnRisk, RetakeRight.None, "4.3a, leden 2 en 3", "4.3a, paragraphs 2 and 3")]
    public void The_letter_of_a_branch_gives_its_own_retake_sentence_with_the_article_and_no_others(LetterKind kind, RetakeRight right, string dutch, string english)
    {
        foreach (var (language, article) in new[] { (Language.Dutch, dutch), (Language.English, english) })
        {
            var attribution = Written.Of(Written.Section(Written.Letter(kind, language), "Heading.Attribution"));
            Assert.Contains(article, attribution, StringComparison.Ordinal);
            Assert.All(Enum.GetValues<RetakeRight>(), any => Assert.Equal(any == right, attribution.Contains(Written.Text($"Retake.{any}", language), StringComparison.Ordinal)));
            var means = Written.Of(Written.Section(Written.Letter(kind, language), "Heading.WhatItMeans"));
            Assert.Contains(Written.Text($"Means.Retake.{kind}", language), means, StringComparison.Ordinal);
            Assert.Contains("4.3a", Written.Of(Written.Section(Written.Letter(kind, language), "Heading.OperativePart")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(LetterKind.IrregularityUniversity, false, false)]
    [InlineData(LetterKind.IrregularityForceMajeure, true, false)]
    [InlineData(LetterKind.IrregularityOwnRisk, false, true)]
    public void Force_majeure_quotes_the_report_and_own_risk_the_instruction_with_the_day_it_was_given(LetterKind kind, bool report, bool instruction)
    {
        var attribution = Written.Of(Written.Section(Written.Letter(kind, Language.Dutch), "Heading.Attribution"));
        Assert.Equal(report, attribution.Contains("op 00:43:52.0 in de toets (om 09:43:52 uur): “Mijn huisgenoot kwam binnen.”", StringComparison.Ordinal));
        Assert.Equal(instruction, attribution.Contains("“Zorg dat u alleen bent.” U hebt die instructie op 19 oktober 2026 gekregen.", StringComparison.Ordinal));
    }

    /// <summary>UU-IR-9: the student has to ask, so the letter says where, and that the protocol sets no last day.</summary>
    [Theory]
    [InlineData(Language.Dutch, "in ReviewPortal: kies bij “Mijn toetsen”", "Er geldt geen laatste dag")]
    [InlineData(Language.English, "in ReviewPortal: choose this test under “My tests”", "There is no last day")]
    public void Force_majeure_says_where_and_until_when_to_ask_for_the_extra_chance(Language language, string where, string until)
    {
        var letter = Written.Letter(LetterKind.IrregularityForceMajeure, language);
        Assert.All([where, until], part => Assert.Contains(part, Written.Of(Written.Section(letter, "Heading.Attribution")), StringComparison.Ordinal));
        Assert.All(["ReviewPortal", until], part => Assert.Contains(part, letter.Summary!.Answers[2].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_valid_test_speaks_of_no_retake_at_all()
    {
        var letter = Written.Letter(LetterKind.Valid, Language.Dutch).PlainText();
        Assert.DoesNotContain("extra kans", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("herkansing", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_decision_has_its_kind_of_letter_and_a_draft_that_lacks_the_attribution_has_none_yet()
    {
        foreach (var kind in Enum.GetValues<LetterKind>().Where(kind => kind.IsDecision()))
        {
            Assert.Equal(kind, LetterKinds.Of(Written.Case(kind).Decision!, kind.Proposes()));
            Assert.True(LetterKinds.IsKnown(Written.Draft(kind)));
        }

        Assert.False(LetterKinds.IsKnown(Drafts.OwnRisk with { Attribution = null }));
        Assert.False(LetterKinds.IsKnown(DecisionDraft.Empty));
        Assert.Throws<InvalidOperationException>(() => LetterKinds.Of(Decision.For(A.CaseId)));
    }

    /// <summary>Awb 2:25: the first time the student took note is kept, later times do not move it.</summary>
    [Fact]
    public void The_first_opening_of_a_letter_is_kept()
    {
        var letter = new Letter { Sha256 = "", PublishedByName = "", PublishedAt = A.Start };
        Assert.True(letter.Opened(A.Start.AddHours(1)));
        Assert.False(letter.Opened(A.Start.AddHours(2)));
        Assert.Equal(A.Start.AddHours(1), letter.FirstOpenedAt);
    }
}
