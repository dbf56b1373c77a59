using System.Collections.Immutable;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>The lint rules of law.md 3.1: each fires on a fault that is planted, and is silent on a good letter.</summary>
public sealed class LetterLintTests
{
    [Theory]
    [MemberData(nameof(Written.EveryLetter), MemberType = typeof(Written))]
    public void A_good_letter_has_no_faults(LetterKind kind, Language language) => Assert.Empty(LetterLint.Check(kind, Written.Matter(kind), Written.Letter(kind, language)));

    [Fact]
    public void An_irregularity_letter_that_finds_fraud_is_stopped_wherever_it_does() => Assert.All(
        new Func<DecisionDraft, DecisionDraft>[]
        {
            draft => draft with { Reasons = "U hebt gefraudeerd." },
            draft => draft with { CannotEstablish = "Dit is fraude." },
            draft => draft with { Proportionality = "You cheated, so this is fair." },
            draft => draft with { ReplyToView = "U spiekte." },
        },
        spoil => Assert.Equal("Protocol, Onregelmatigheid; UU-IR-3", Fault(LetterKind.IrregularityOwnRisk, spoil(Drafts.OwnRisk)).Source));

    [Theory]
    [InlineData("De commissie stelt geen fraude vast.")]
    [InlineData("Er is niet gebleken dat u hebt gefraudeerd.")]
    [InlineData("Niet kan worden vastgesteld of er gefraudeerd is.")]
    [InlineData("Er was onvoldoende zicht op de mogelijkheid tot frauderen.")]
    [InlineData("Iemand zou zo kunnen frauderen.")]
    [InlineData("De omstandigheden waren niet fraudebestendig.")]
    [InlineData("The board does not establish fraud.")]
    [InlineData("Het is niet vast te stellen dat u fraude pleegde.")]
    [InlineData("Er is geen bewijs van fraude.")]
    [InlineData("It could not be established whether you cheated.")]
    [InlineData("You did not cheat.")]
    [InlineData("There is no fraud; the circumstances were not fraud-resistant.")]
    public void That_there_was_no_fraud_may_be_said(string reasons) => Assert.Empty(Check(LetterKind.IrregularityOwnRisk, Drafts.OwnRisk with { Reasons = reasons }));

    [Theory]
    [InlineData("Niet alleen was u buiten beeld, u hebt ook fraude gepleegd.")]
    [InlineData("Dit is geen toeval maar fraude.")]
    [InlineData("U hebt niet even weggekeken maar gefraudeerd.")]
    [InlineData("Het staat niet ter discussie dat u fraude hebt gepleegd.")]
    [InlineData("Het is niet te ontkennen dat u hebt gefraudeerd.")]
    [InlineData("U hebt zich niet aan de regels gehouden en fraude gepleegd.")]
    [InlineData("Er is geen andere verklaring dan fraude.")]
    [InlineData("Dit is frau\u00ADde.")]
    [InlineData("There is no doubt that you cheated.")]
    [InlineData("This was not an accident but fraud.")]
    public void A_denial_of_something_else_does_not_hide_a_finding_of_fraud(string reasons) =>
        Assert.Equal("Protocol, Onregelmatigheid; UU-IR-3", Fault(LetterKind.IrregularityOwnRisk, Drafts.OwnRisk with { Reasons = reasons }).Source);

    /// <summary>What found no fraud cannot say that there was any, a decision that a test is valid neither.</summary>
    [Fact]
    public void A_decision_that_the_test_is_valid_finds_no_fraud() =>
        Assert.Equal(LetterPlace.Reasons, Fault(LetterKind.Valid, Drafts.Valid with { Reasons = "De student heeft gefraudéérd, maar het is te klein." }).Place);

    /// <summary>A correction is of a clerical mistake: of a letter that found no fraud it cannot make one that does; that a word of fraud was the mistake, it may say.</summary>
    [Theory]
    [InlineData("Statistiek 2", "U hebt fraude gepleegd", LetterKind.IrregularityOwnRisk, 1)]
    [InlineData("U hebt fraude gepleegd", "U was buiten beeld", LetterKind.IrregularityOwnRisk, 0)]
    [InlineData("een fraude", "deze fraude", LetterKind.FraudInvalid, 0)]
    public void A_correction_finds_fraud_only_where_the_letter_did(string wrong, string right, LetterKind corrected, int faults)
    {
        var matter = Written.Matter(LetterKind.Correction) with { Corrected = new(corrected, new DateOnly(2026, 11, 20), wrong, right, null) };
        Assert.Equal(faults, LetterLint.Check(LetterKind.Correction, matter, LetterWriter.Write(LetterKind.Correction, matter, Language.Dutch)).Length);
    }

    /// <summary>CBHO 2018/163: without a provision a fraud decision is annulled.</summary>
    [Fact]
    public void A_fraud_letter_without_a_code_or_a_provision_is_stopped()
    {
        Assert.Equal("Awb 5:9; CBHO 2018/163", Fault(LetterKind.FraudInvalid, Drafts.Fraud with { FraudCodes = [] }).Source);
        Assert.Equal("Awb 5:9; CBHO 2018/163", Fault(LetterKind.FraudInvalid, Drafts.Fraud with { ViolatedProvision = "" }).Source);
    }

    [Fact]
    public void A_sanction_beyond_a_year_or_before_publication_is_stopped()
    {
        var tooLong = A.Exclusion(new(2026, 12, 1), new(2027, 12, 1), "Statistiek II");
        Assert.Equal("WHW 7.12b lid 2", Fault(LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = tooLong }).Source);
        var tooSoon = A.Exclusion(Written.Published.AddDays(-1), new(2027, 3, 1), "Statistiek II");
        Assert.Equal("Awb 3:40", Fault(LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = tooSoon }).Source);
    }

    /// <summary>Awb 3:50: a letter that departs from the proces-verbaal says why.</summary>
    [Fact]
    public void A_departure_from_the_report_without_a_reason_is_stopped_and_with_one_stands_in_the_considerations()
    {
        Assert.Equal("Awb 3:50", Fault(LetterKind.Valid, Drafts.Valid with { DeviationReasons = "" }).Source);
        Assert.Equal("Awb 3:50", Fault(LetterKind.FraudInvalid, Drafts.Fraud with { DeviationReasons = "" }).Source);
        Assert.Empty(Check(LetterKind.IrregularityOwnRisk, Drafts.OwnRisk));

        var departs = Written.Of(Written.Section(Written.Letter(LetterKind.Valid, Language.Dutch), "Heading.Considerations"));
        Assert.Contains("Het proces-verbaal vermoedt een onregelmatigheid. De commissie besluit anders, omdat:", departs, StringComparison.Ordinal);
        Assert.Contains(Drafts.Valid.DeviationReasons, departs, StringComparison.Ordinal);
        Assert.DoesNotContain(Drafts.Fraud.DeviationReasons, Written.Letter(LetterKind.FraudInvalid, Language.Dutch).PlainText(), StringComparison.Ordinal);
    }

    /// <summary>A suspicion that is not followed may be named; it is no finding.</summary>
    [Theory]
    [InlineData("Het vermoeden van fraude is niet bevestigd.", false)]
    [InlineData("The suspicion of fraud was not borne out.", false)]
    [InlineData("U hebt toch gefraudeerd.", true)]
    public void An_irregularity_letter_may_name_the_suspicion_it_does_not_follow(string why, bool finds)
    {
        var @case = A.Case().Reported(Suspicion.Fraud).Drafted(Drafts.OwnRisk with { DeviationReasons = why });
        var matter = @case.Matter(Written.Published);
        Assert.Equal(finds ? ["Protocol, Onregelmatigheid; UU-IR-3"] : [], Sources(LetterLint.Check(LetterKind.IrregularityOwnRisk, matter, LetterWriter.Write(LetterKind.IrregularityOwnRisk, matter, Language.Dutch))));
    }

    /// <summary>CBHO 2021/102.</summary>
    [Fact]
    public void A_sanction_without_a_basis_or_on_an_exam_already_taken_is_stopped()
    {
        Assert.Equal(["WHW 7.12b lid 2", "OER 5.14; CBHO 2021/102"], Sources(Check(LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = new("FINE", [], new(2026, 12, 1), null) })));
        var taken = A.Exclusion(new(2026, 12, 1), new(2027, 5, 31), "Statistiek II van 2 november 2026");
        Assert.Equal("WHW 7.12b lid 2; CBHO 2021/102", Fault(LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = taken }).Source);
    }

    [Fact]
    public void Reasons_a_reply_and_the_weighing_cannot_be_missing()
    {
        Assert.Equal("Awb 3:46", Fault(LetterKind.IrregularityUniversity, Drafts.ForUniversity with { Reasons = "" }).Source);
        Assert.Equal("Awb 3:46; CBHO 2021/072", Fault(LetterKind.IrregularityUniversity, Drafts.ForUniversity with { ReplyToView = "" }).Source);
        Assert.Equal("Awb 3:4 lid 2", Fault(LetterKind.IrregularityOwnRisk, Drafts.OwnRisk with { Proportionality = "" }).Source);
        Assert.Equal("Awb 3:4 lid 2", Fault(LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Proportionality = "" }).Source);
    }

    [Fact]
    public void A_letter_without_one_of_the_three_slots_of_the_remedies_is_stopped()
    {
        var matter = Written.Matter(LetterKind.Valid);
        var letter = LetterWriter.Write(LetterKind.Valid, matter, Language.Dutch);
        Assert.Equal(["Awb 3:45", "Awb 6:7, 6:8"], Sources(LetterLint.Check(LetterKind.Valid, matter, Without(letter, facts => []))));
        Assert.Equal(["Awb 3:45"], Sources(LetterLint.Check(LetterKind.Valid, matter, Without(letter, facts => [.. facts.Skip(1)]))));
        Assert.Equal(["Awb 3:45"], Sources(LetterLint.Check(LetterKind.Valid, matter, Without(letter, facts => [.. facts.SkipLast(1), facts[^1] with { Value = " " }]))));

        var nowhere = matter with { Institution = A.Institution() with { AppealsDeskAddress = [] } };
        Assert.Equal(["Awb 3:45"], Sources(LetterLint.Check(LetterKind.Valid, nowhere, LetterWriter.Write(LetterKind.Valid, nowhere, Language.Dutch))));
    }

    [Fact]
    public void A_letter_that_prints_another_last_day_than_the_law_computes_is_stopped()
    {
        var yesterdays = LetterWriter.Write(LetterKind.Valid, Written.Matter(LetterKind.Valid) with { Date = new(2026, 11, 16) }, Language.English);
        Assert.Equal(["Awb 6:7, 6:8"], Sources(LetterLint.Check(LetterKind.Valid, Written.Matter(LetterKind.Valid) with { Date = new(2026, 11, 17) }, yesterdays)));
    }

    /// <summary>UAVG 46: the eleven-test tells a citizen service number from other numbers of nine digits.</summary>
    [Theory]
    [InlineData("123456782", true)]
    [InlineData("111222333", true)]
    [InlineData("123456789", false)]
    [InlineData("000000000", false)]
    [InlineData("12345678", false)]
    [InlineData("1234567820", false)]
    [InlineData("0612345678", false)]
    public void A_number_that_can_be_a_citizen_service_number_stops_any_letter(string number, bool stops)
    {
        foreach (var kind in LetterKinds.OfACase)
        {
            var matter = Written.Matter(kind) with { Addressee = new Addressee("Lotte Smit", A.StudentNumber, [$"p/a {number}, Utrecht"]) };
            Assert.Equal(stops ? ["UAVG 46"] : [], Sources(LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch))));
        }
    }

    /// <summary>Course codes of nine digits exist, and one in eleven of them passes the test: those are no person's number.</summary>
    [Fact]
    public void The_code_of_the_course_is_no_citizen_service_number()
    {
        var matter = Written.Matter(LetterKind.Valid);
        var course = matter with { Exam = new() { Code = "123456782", Course = "123456782", Title = "Statistiek II (123456782)", Faculty = "", Examiner = "", Instructions = matter.Exam.Instructions } };
        Assert.Empty(LetterLint.Check(LetterKind.Valid, course, LetterWriter.Write(LetterKind.Valid, course, Language.Dutch)));
    }

    [Fact]
    public void A_character_that_cannot_be_printed_is_a_fault_with_the_character_in_it() =>
        Assert.All(Enum.GetValues<Language>(), language => Assert.Contains("U+1F600", LetterLint.Unprintable("U+1F600", language, LetterPlace.Reasons).Sentence, StringComparison.Ordinal));

    [Fact]
    public void A_decision_letter_without_a_decision_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => LetterLint.Check(LetterKind.Valid, A.Case().Reported().Matter(), Written.Letter(LetterKind.Valid, Language.Dutch)));

    /// <summary>AVG 5: a letter is about its addressee.</summary>
    [Theory]
    [InlineData("Ook Yara el Amrani was in de kamer.", "Yara el Amrani")]
    [InlineData("U sprak met yara el amrani.", "Yara el Amrani")]
    [InlineData("Dezelfde tekst staat bij C-4703.", "C-4703")]
    [InlineData("Dezelfde tekst staat bij C-47031 en 041270355.", null)]
    [InlineData("Een andere student was in de kamer.", null)]
    public void Another_student_of_the_same_test_is_not_named(string reasons, string? named)
    {
        var matter = A.Case().Drafted(Drafts.OwnRisk with { Reasons = reasons }).Matter(Written.Published) with { Others = new(null, ["Yara el Amrani", "0412703", "C-4703", ""], StudentBody.Nobody) };
        var faults = LetterLint.Check(LetterKind.IrregularityOwnRisk, matter, LetterWriter.Write(LetterKind.IrregularityOwnRisk, matter, Language.Dutch)).Where(fault => fault.Source is "AVG 5").ToArray();
        Assert.Equal(named is null ? [] : new[] { "AVG 5" }, faults.Select(fault => fault.Source));
        Assert.All(faults, fault => Assert.Contains(named!, fault.Sentence, StringComparison.OrdinalIgnoreCase));
    }

    private static LetterFault Fault(LetterKind kind, DecisionDraft draft) => Assert.Single(Check(kind, draft));

    // Written and not signed: what a signature would refuse is what the lint must catch when it gets there all the same.
    private static ImmutableArray<LetterFault> Check(LetterKind kind, DecisionDraft draft)
    {
        var @case = A.Case().Drafted(draft);
        var matter = @case.Matter(Written.Published);
        return LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch));
    }

    private static IEnumerable<string> Sources(ImmutableArray<LetterFault> faults) => faults.Select(fault => fault.Source);

    private static Document Without(Document letter, Func<ImmutableArray<Fact>, ImmutableArray<Fact>> change) => letter with
    {
        Sections = [.. letter.Sections.Select(section => section with { Blocks = [.. section.Blocks.Select(block => block is FactList list ? new FactList(change(list.Facts)) : block)] })],
    };
}
