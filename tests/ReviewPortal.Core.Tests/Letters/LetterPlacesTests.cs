using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Letters;

/// <summary>Every fault of a letter says where it is mended (issue 6, part 2).</summary>
public sealed class LetterPlacesTests
{
    public static TheoryData<LetterKind, DecisionDraft, string, LetterPlace> Planted => new()
    {
        { LetterKind.IrregularityUniversity, Drafts.ForUniversity with { ReplyToView = "U hebt gefraudeerd." }, "Protocol, Onregelmatigheid; UU-IR-3", LetterPlace.ReplyToView },
        { LetterKind.IrregularityUniversity, Drafts.ForUniversity with { CannotEstablish = "Dat u hebt gefraudeerd." }, "Protocol, Onregelmatigheid; UU-IR-3", LetterPlace.CannotEstablish },
        { LetterKind.FraudInvalid, Drafts.Fraud with { ViolatedProvision = "" }, "Awb 5:9; CBHO 2018/163", LetterPlace.Provision },
        { LetterKind.FraudInvalid, Drafts.Fraud with { FraudCodes = [] }, "Awb 5:9; CBHO 2018/163", LetterPlace.FraudCodes },
        { LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 12, 1), new(2029, 1, 1), "Statistiek II") }, "WHW 7.12b lid 2", LetterPlace.Sanction },
        { LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = A.Exclusion(Written.Published.AddDays(-1), new(2027, 3, 1), "Statistiek II") }, "Awb 3:40", LetterPlace.Sanction },
        { LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = new("FINE", [], new(2026, 12, 1), null) }, "OER 5.14; CBHO 2021/102", LetterPlace.Sanction },
        { LetterKind.FraudSanction, Drafts.FraudWithExclusion with { Sanction = A.Exclusion(new(2026, 12, 1), new(2027, 5, 31), "Statistiek II van 2 november 2026") }, "WHW 7.12b lid 2; CBHO 2021/102", LetterPlace.Sanction },
        { LetterKind.Valid, Drafts.Valid with { DeviationReasons = "" }, "Awb 3:50", LetterPlace.Deviation },
        { LetterKind.IrregularityUniversity, Drafts.ForUniversity with { Reasons = "" }, "Awb 3:46", LetterPlace.Reasons },
        { LetterKind.IrregularityUniversity, Drafts.ForUniversity with { ReplyToView = "" }, "Awb 3:46; CBHO 2021/072", LetterPlace.ReplyToView },
        { LetterKind.IrregularityOwnRisk, Drafts.OwnRisk with { Proportionality = "" }, "Awb 3:4 lid 2", LetterPlace.Proportionality },
        { LetterKind.FraudInvalid, Drafts.Fraud with { Evidence = "Het nummer 123456782." }, "UAVG 46", LetterPlace.Evidence },
        { LetterKind.FraudInvalid, Drafts.Fraud with { Alternatives = "Het nummer 1234.56.782." }, "UAVG 46", LetterPlace.Alternatives },
        { LetterKind.FraudInvalid, Drafts.Fraud with { Alternatives = "Het nummer 1234\n567 82 en 123  456\n782." }, "UAVG 46", LetterPlace.Alternatives },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_fault_names_the_part_of_the_decision_in_which_it_is_mended(LetterKind kind, DecisionDraft draft, string source, LetterPlace place)
    {
        var matter = A.Case().Drafted(draft).Matter(Written.Published);
        var faults = LetterLint.Check(kind, matter, LetterWriter.Write(kind, matter, Language.Dutch));
        Assert.Contains((source, place), faults.Select(fault => (fault.Source, fault.Place)));
    }

    /// <summary>Whoever takes a word away in one field is led to the other.</summary>
    [Fact]
    public void A_finding_of_fraud_in_two_fields_is_told_of_each()
    {
        var matter = A.Case().Drafted(Drafts.ForUniversity with { Reasons = "U hebt gefraudeerd.", ReplyToView = "U hebt gefraudeerd." }).Matter(Written.Published);
        var faults = LetterLint.Check(LetterKind.IrregularityUniversity, matter, LetterWriter.Write(LetterKind.IrregularityUniversity, matter, Language.Dutch)).Where(fault => fault.Source.StartsWith("Protocol", StringComparison.Ordinal)).ToArray();
        Assert.Equal([LetterPlace.Reasons, LetterPlace.ReplyToView], faults.Select(fault => fault.Place));
        Assert.All(faults, fault => Assert.Equal("Protocol, Onregelmatigheid", fault.Cited(Language.Dutch)));
    }

    [Fact]
    public void What_the_institution_set_and_what_others_are_called_have_a_place_too()
    {
        var matter = Written.Matter(LetterKind.Valid);
        var nowhere = matter with { Institution = A.Institution() with { AppealsDeskAddress = [] } };
        Assert.All(LetterLint.Check(LetterKind.Valid, nowhere, LetterWriter.Write(LetterKind.Valid, nowhere, Language.Dutch)), fault => Assert.Equal(LetterPlace.Institution, fault.Place));

        var named = A.Case().Drafted(Drafts.OwnRisk with { CannotEstablish = "Of Yara el Amrani sprak." }).Matter(Written.Published) with { Others = new(null, ["Yara el Amrani"], StudentBody.Nobody) };
        var fault = Assert.Single(LetterLint.Check(LetterKind.IrregularityOwnRisk, named, LetterWriter.Write(LetterKind.IrregularityOwnRisk, named, Language.Dutch)), fault => fault.Source is "AVG 5");
        Assert.Equal(LetterPlace.CannotEstablish, fault.Place);
        Assert.Null(LetterPlaces.Of(null, "Yara"));
    }
}
