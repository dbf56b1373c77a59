using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

public sealed class LetterSectionsTests
{
    // The number of each section in law.md 3.1. What the decision means for the student (14) stands at the top, in plain words.
    private static readonly (int Law, string Heading, Func<LetterKind, bool> In)[] Sections =
    [
        (5, "Heading.OperativePart", Decides), (5, "Heading.Measure", kind => kind.Subject() is LetterSubject.InterimMeasure), (5, "Heading.NewTest", kind => kind is LetterKind.ExtraChanceGranted or LetterKind.NewTestPlanned), (5, "Heading.WhatItMeans", kind => Decides(kind) || kind is LetterKind.NewTestPlanned || kind.Subject() is LetterSubject.InterimMeasure),
        (6, "Heading.SentAgain", kind => kind is LetterKind.SentAgain), (6, "Heading.Correction", kind => kind.Subject() is LetterSubject.Correction), (6, "Heading.EnrolmentHearing", kind => kind is LetterKind.EnrolmentHearing), (6, "Heading.AtTheHearing", kind => kind is LetterKind.EnrolmentHearing), (6, "Heading.ReportSent", kind => kind is LetterKind.ProcesVerbaalSent), (6, "Heading.Notice", kind => kind is LetterKind.NoticeOfReport), (6, "Heading.Next", kind => kind is LetterKind.NoticeOfReport),
        (6, "Heading.Procedure", Decides), (6, "Heading.Suspicion", Invites),
        (7, "Heading.Findings", kind => kind.IsDecision() || Invites(kind)), (8, "Heading.React", Invites), (8, "Heading.View", kind => kind.IsDecision()),
        (9, "Heading.Rules", kind => Invites(kind) || (Decides(kind) && kind.Subject() is not LetterSubject.Closing)), (10, "Heading.Considerations", Decides),
        (11, "Heading.Attribution", kind => kind.IsIrregularity()), (11, "Heading.Fraud", kind => kind.IsFraud()),
        (12, "Heading.Sanction", kind => kind is LetterKind.FraudSanction),
        (13, "Heading.Proportionality", kind => kind is LetterKind.FraudSanction or LetterKind.IrregularityOwnRisk),
        (15, "Heading.Proposal", kind => kind.Proposes()),
        (16, "Heading.Privacy", _ => true), (17, "Heading.Remedies", kind => kind.HasRemedies()), (18, "Heading.Support", _ => true), (19, "Heading.Signature", _ => true),
        (20, "Heading.Annexes", kind => kind.IsDecision() || Invites(kind) || kind.Subject() is LetterSubject.Resending or LetterSubject.Proposal or LetterSubject.Correction or LetterSubject.Report || (kind.Subject() is LetterSubject.Enrolment && kind is not LetterKind.EnrolmentRestored)),
    ];

    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void A_letter_has_its_sections_in_the_order_of_the_law(LetterKind kind, Language language)
    {
        Assert.Equal(Sections.Select(section => section.Law).Order(), Sections.Select(section => section.Law));
        Assert.Equal(
            Sections.Where(section => section.In(kind)).Select(section => Written.Text(section.Heading, language)),
            Written.Letter(kind, language).Sections.Select(section => section.Heading));
    }

    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void A_letter_says_at_the_top_from_whom_to_whom_about_what_and_what_it_comes_to(LetterKind kind, Language language)
    {
        var letter = Written.Letter(kind, language);
        Assert.Equal(language is Language.English ? "Example University" : "Universiteit Voorbeeld", letter.Head.Sender[0]);
        Assert.Equal(Who.Student.Name, letter.Head.Addressee[0]);
        Assert.Contains(A.StudentNumber, letter.Head.Addressee[1], StringComparison.Ordinal);
        Assert.Contains(letter.Head.Facts, fact => fact.Value is "2026-0158");
        Assert.Contains(letter.Head.Facts, fact => fact.Value.Contains(Written.Published.InWords(language), StringComparison.Ordinal));
        Assert.Contains(letter.Head.Facts, fact => fact.Value.Contains("SW-STAT2", StringComparison.Ordinal) && fact.Value.Contains(new DateOnly(2026, 11, 2).InWords(language), StringComparison.Ordinal));
        Assert.Contains("Statistiek II", letter.Summary!.Answers[0].Value, StringComparison.Ordinal);
        Assert.Contains("Statistiek II", letter.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("{", letter.PlainText(), StringComparison.Ordinal);
    }

    /// <summary>I4 and UU-NET-2: a note on dress or manners appears in no letter.</summary>
    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void Netiquette_stands_in_no_letter(LetterKind kind, Language language)
    {
        var text = Written.Letter(kind, language).PlainText();
        Assert.DoesNotContain("badjas", text, StringComparison.Ordinal);
        Assert.DoesNotContain(GroundCatalogue.Find("NETIQUETTE")!.Name(language), text, StringComparison.OrdinalIgnoreCase);
        if (kind.IsDecision() || Invites(kind)) Assert.Contains("De deur gaat open", text, StringComparison.Ordinal);
    }

    /// <summary>UU-IR-3: an irregularity is no fraud, and its letter finds none.</summary>
    [Theory]
    [InlineData(LetterKind.IrregularityUniversity, Language.Dutch)]
    [InlineData(LetterKind.IrregularityUniversity, Language.English)]
    [InlineData(LetterKind.IrregularityForceMajeure, Language.Dutch)]
    [InlineData(LetterKind.IrregularityForceMajeure, Language.English)]
    [InlineData(LetterKind.IrregularityOwnRisk, Language.Dutch)]
    [InlineData(LetterKind.IrregularityOwnRisk, Language.English)]
    public void A_letter_about_an_irregularity_finds_no_fraud(LetterKind kind, Language language)
    {
        var text = Written.Letter(kind, language).PlainText();
        string[] saysThereIsNone = ["Considerations.NoFraud", "Ground43a.InsufficientView", "Ground43a.InsufficientFraudResistance"];
        Assert.Contains(Written.Text("Considerations.NoFraud", language), text, StringComparison.Ordinal);
        Assert.Empty(Wording.Verdicts(saysThereIsNone.Aggregate(text, (rest, key) => rest.Replace(Written.Text(key, language), "", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(LetterKind.FraudInvalid)]
    [InlineData(LetterKind.FraudSanction)]
    public void A_letter_about_fraud_names_violation_provision_evidence_and_other_explanations(LetterKind kind)
    {
        var fraud = Written.Of(Written.Section(Written.Letter(kind, Language.Dutch), "Heading.Fraud"));
        Assert.All(
            ["Hulp van derden inroepen", "Antwoorden delen tijdens de toets", "artikel 5.14", "Een tweede stem noemt de antwoorden.", "Een televisie verklaart de stem niet"],
            part => Assert.Contains(part, fraud, StringComparison.Ordinal));
        Assert.Contains("Onderwijs- en examenregeling (OER), artikel 5.14", Written.Of(Written.Section(Written.Letter(kind, Language.Dutch), "Heading.Rules")), StringComparison.Ordinal);
    }

    /// <summary>Awb 3:47: the article as it read on the day of the test, and why it comes to this.</summary>
    [Theory]
    [InlineData(LetterKind.IrregularityUniversity, "wordt een nieuwe toetsgelegenheid gepland.", "De oorzaak ligt bij de universiteit of haar leverancier.")]
    [InlineData(LetterKind.IrregularityForceMajeure, "Als er sprake is van overmacht die door de student tijdens de toets is gemeld", "Het was overmacht, en dat is tijdens de toets gemeld.")]
    [InlineData(LetterKind.IrregularityOwnRisk, "als de student zich niet heeft gehouden aan de instructies bij de online proctored toets.", "De instructie was vóór de toets gegeven en is niet nageleefd.")]
    public void A_letter_says_for_whose_account_it_comes_why_and_by_which_words_of_the_article(LetterKind kind, string article, string why)
    {
        var attribution = Written.Section(Written.Letter(kind, Language.Dutch), "Heading.Attribution")!;
        Assert.Contains(attribution.Blocks.OfType<Quotation>(), quoted => quoted.Text.Contains(article, StringComparison.Ordinal));
        Assert.Contains(why, Written.Of(attribution), StringComparison.Ordinal);
    }

    /// <summary>UU-GOV-1: the rules of the exam date, and none that came later.</summary>
    [Fact]
    public void A_letter_names_the_versions_of_the_exam_date()
    {
        var start = new DateTimeOffset(2021, 9, 20, 9, 0, 0, TimeSpan.FromHours(2));
        var matter = Written.Matter(LetterKind.FraudInvalid) with
        {
            Sitting = new() { Pseudonym = "C-1", StudentNumber = A.StudentNumber, Supplier = "", DeliverySha256 = "", Manifest = "", Start = start, End = start.AddHours(2) },
        };
        var rules = Written.Section(LetterWriter.Write(LetterKind.FraudInvalid, matter, Language.Dutch), "Heading.Rules")!.Blocks.OfType<BulletList>().Single().Items;
        Assert.Equal(["Protocol online proctoring van 18 januari 2021 (versie die geldt sinds 18 januari 2021)", "Onderwijs- en examenregeling (OER), artikel 5.14 (versie die geldt sinds 1 september 2021)"], rules.Skip(1));
        Assert.Contains("Instructies bij de online proctored toets", Written.Of(Written.Section(Written.Letter(LetterKind.IrregularityOwnRisk, Language.Dutch), "Heading.Rules")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sanction_names_exams_and_both_days_and_says_what_it_rests_on()
    {
        var sanction = Written.Of(Written.Section(Written.Letter(LetterKind.FraudSanction, Language.Dutch), "Heading.Sanction"));
        Assert.All(["1 december 2026", "31 mei 2027", "Statistiek II", "Methoden", "7.12b, lid 2"], part => Assert.Contains(part, sanction, StringComparison.Ordinal));
    }

    [Fact]
    public void The_view_is_quoted_and_answered_and_silence_is_no_admission()
    {
        var heard = Written.Of(Written.Section(Written.Letter(LetterKind.IrregularityOwnRisk, Language.Dutch), "Heading.View"));
        Assert.Contains("Ik heb het meteen gemeld.", heard, StringComparison.Ordinal);
        Assert.Contains("De commissie gelooft dat u dit niet wilde.", heard, StringComparison.Ordinal);

        var silent = Written.Case(LetterKind.IrregularityOwnRisk);
        (silent.View!.Form, silent.View.Text) = (Core.Committee.ViewForm.NoReaction, "");
        Assert.Contains("Dat telt niet als een erkenning.", Written.Of(Written.Section(LetterWriter.Write(LetterKind.IrregularityOwnRisk, silent.Matter(), Language.Dutch), "Heading.View")), StringComparison.Ordinal);
    }

    /// <summary>Awb 5:10a: that no answer is owed was said beforehand, and the letter says that it was.</summary>
    [Fact]
    public void A_hearing_is_reported_with_those_present_the_caution_and_its_minutes_as_an_annex()
    {
        var letter = LetterWriter.Write(LetterKind.IrregularityOwnRisk, Written.WithHearing(LetterKind.IrregularityOwnRisk).Matter(), Language.Dutch);
        var view = Written.Of(Written.Section(letter, "Heading.View"));
        Assert.Contains("de student en mr. A. Karimi", view, StringComparison.Ordinal);
        Assert.Contains("niet verplicht was vragen te beantwoorden", view, StringComparison.Ordinal);
        Assert.Contains("Verslag van de hoorzitting van 12 november 2026", Written.Of(Written.Section(letter, "Heading.Annexes")), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_have_moments_gaps_reports_and_what_speaks_for_the_student()
    {
        var findings = Written.Of(Written.Section(Written.Letter(LetterKind.IrregularityForceMajeure, Language.Dutch), "Heading.Findings"));
        Assert.All(
            ["00:41:38.0 – 00:44:31.0", "09:41:38 – 09:44:31", "b. Anderen in de kamer", "Telefooncamera: 01:20:30.0 – 02:00:00.0", "00:43:52.0 (09:43:52): “Mijn huisgenoot kwam binnen.”", "De student laat de hele kamer zien.", "De student meldde het meteen."],
            part => Assert.Contains(part, findings, StringComparison.Ordinal));
        Assert.DoesNotContain("Dank voor de melding.", findings, StringComparison.Ordinal);
    }

    /// <summary>law.md section 4, row 13; UAVG 46 for what is quoted.</summary>
    [Theory]
    [InlineData(Language.Dutch, "op het verslag gereageerd")]
    [InlineData(Language.English, "commented on the minutes")]
    public void What_the_student_remarked_on_the_minutes_stands_with_the_view_once_it_was_handed_in(Language language, string says)
    {
        var @case = Written.WithHearing(LetterKind.IrregularityUniversity);
        @case.Hearing!.Comment = "Mijn nummer 123456782 staat erin.";
        Assert.DoesNotContain(says, View(), StringComparison.Ordinal);
        @case.Hearing.HandInComment(@case.Hearing.Comment, A.Start.AddDays(11));
        Assert.Contains(says, View(), StringComparison.Ordinal);
        Assert.Contains("Mijn nummer", View(), StringComparison.Ordinal);
        Assert.DoesNotContain("123456782", View(), StringComparison.Ordinal);

        string View() => Written.Of(Written.Section(LetterWriter.Write(LetterKind.IrregularityUniversity, @case.Matter(Written.Published), language), "Heading.View"));
    }

    [Fact]
    public void Two_members_sign_a_decision_and_the_secretary_signs_what_only_prepares_one()
    {
        var decision = Written.Of(Written.Section(Written.Letter(LetterKind.Valid, Language.Dutch), "Heading.Signature"));
        Assert.Contains(Who.Member.Name, decision, StringComparison.Ordinal);
        Assert.Contains(Who.Chair.Name, decision, StringComparison.Ordinal);
        var notice = Written.Of(Written.Section(Written.Letter(LetterKind.NoticeOfReport, Language.Dutch), "Heading.Signature"));
        Assert.Contains("ambtelijk secretaris", notice, StringComparison.Ordinal);
        Assert.DoesNotContain(Who.Member.Name, notice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_notice_names_no_reviewer_and_no_finding()
    {
        var notice = Written.Letter(LetterKind.NoticeOfReport, Language.Dutch).PlainText();
        Assert.DoesNotContain(Who.Reviewer.Name, notice, StringComparison.Ordinal);
        Assert.DoesNotContain("De deur gaat open", notice, StringComparison.Ordinal);
        Assert.Contains("Het is geen oordeel", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("孝慈 (Xiaoci) Chen")]
    [InlineData("Mërgim Lukáš")]
    [InlineData("Þrúður Ævarsdóttir-van den Bøgelscheidt")]
    [InlineData("Maarten ’t Hart")]
    [InlineData("Finn O'Connor & \"zonen\" <b>")]
    [InlineData("Jan {0} Braakman {name}")]
    public void A_name_is_written_as_it_is(string name)
    {
        foreach (var kind in LetterKinds.OfACase)
        {
            var letter = LetterWriter.Write(kind, Written.Case(kind).Matter(Written.Published, name), Language.English);
            Assert.Equal(($"Dear {name},", name), (letter.Salutation, letter.Head.Addressee[0]));
        }
    }

    private static bool Decides(LetterKind kind) => kind.Subject() is LetterSubject.Closing || (kind.HasRemedies() && kind is not (LetterKind.SentAgain or LetterKind.CorrectionNewTerm));

    private static bool Invites(LetterKind kind) => kind is LetterKind.InvitationForView;

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void An_invitation_after_the_examiners_report_gives_that_report(Language language)
    {
        var matter = Written.Matter(LetterKind.InvitationForView) with { Report = null, ExaminerReport = new() { Case = A.CaseId, By = Who.Chair.Id, ByName = "A. de Vries", At = A.Start.AddDays(1), Text = "Vraag 4 is woordelijk gelijk aan het antwoord van een ander." } };

        var section = Written.Section(LetterWriter.Write(LetterKind.InvitationForView, matter, language), "Heading.Suspicion")!;

        Assert.Contains("examin", Assert.IsType<Paragraph>(section.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.Contains(section.Blocks.OfType<Paragraph>(), block => block.Text.Contains("Vraag 4 is woordelijk gelijk", StringComparison.Ordinal));
    }
}
