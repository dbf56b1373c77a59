using System.Text;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Decisions;

/// <summary>Art. 4.3a asked about every situation there can be, and written down as rules that a lawyer can read and approve.</summary>
public sealed class Article43aTests
{
    // What a situation can hold, with the words for it in the approved text.
    private static readonly (string Question, Func<Situation43a, object?> Of)[] Questions =
    [
        ("article in force on the exam date", it => it.InForce), ("something found besides netiquette", it => it.HasFinding), ("ground of lid 1", it => it.Grounds),
        ("for whose account", it => it.Attribution), ("report", it => it.Report), ("instruction", it => it.Instruction), ("weighed", it => it.IsWeighed),
    ];

    private static readonly Situation43a[] All =
    [.. from inForce in new[] { true, false }
        from finding in new[] { true, false }
        from grounds in new[] { Grounds43a.None, Grounds43a.InsufficientView, Grounds43a.InsufficientFraudResistance, Grounds43a.InsufficientView | Grounds43a.InsufficientFraudResistance }
        from attribution in Enum.GetValues<Attribution>().Select(whose => (Attribution?)whose).Append(null)
        from report in Enum.GetValues<ReportProof>()
        from instruction in Enum.GetValues<InstructionProof>()
        from weighed in new[] { true, false }
        select new Situation43a(inForce, finding, grounds, attribution, report, instruction, weighed)];

    [Fact]
    public void Every_situation_is_ruled_as_approved() => Approved.Matches("Article43a", Written());

    /// <summary>The law once more, written from the text of the article and not from the code.</summary>
    [Fact]
    public void The_way_to_another_chance_is_what_the_article_says()
    {
        Assert.Equal(2 * 2 * 4 * 4 * 4 * 4 * 2, All.Length);
        Assert.All(All, it => Assert.Equal(ByLaw(it), Article43a.Of(it).Right));
    }

    [Fact]
    public void A_ruling_that_does_not_hold_names_what_is_missing_and_gives_no_chance_away() => Assert.All(All, it =>
    {
        var ruling = Article43a.Of(it);
        Assert.Equal(ruling.Missing.IsEmpty, ruling.Right is not null);
        Assert.All(Enum.GetValues<Language>(), language => Assert.False(string.IsNullOrWhiteSpace(ruling.Why(language))));
        Assert.NotEqual(ruling.Why(Language.Dutch), ruling.Why(Language.English));
        Assert.NotEmpty(ruling.Basis);
    });

    [Fact]
    public void Nothing_reported_says_in_plain_words_that_force_majeure_is_not_open()
    {
        var ruling = Article43a.Of(new(true, true, Grounds43a.InsufficientView, Attribution.ForceMajeure, ReportProof.NothingReported, InstructionProof.GivenBefore, true));
        Assert.Equal("Er is tijdens de toets niets gemeld; daarom staat overmacht niet open.", ruling.Why(Language.Dutch));
        Assert.Equal("Nothing was reported during the test; therefore force majeure is not open.", ruling.Why(Language.English));
    }

    /// <summary>UU-NET-2: whatever else there is.</summary>
    [Fact]
    public void Netiquette_alone_never_makes_a_test_invalid() => Assert.All(
        All.Where(it => !it.HasFinding), it => Assert.Contains(Requirement.GroundOtherThanNetiquette, Article43a.Of(it).Missing));

    [Theory]
    [InlineData(A.ReportInTheTest, ReportProof.DuringTheTest)]
    [InlineData(A.ReportBeforeTheTest, ReportProof.OutsideTheTest)]
    [InlineData(A.ReportAfterTheTest, ReportProof.OutsideTheTest)]
    [InlineData(A.AnswerOfSupport, ReportProof.NotPointedOut)]
    [InlineData(null, ReportProof.NotPointedOut)]
    public void What_was_reported_is_read_off_the_messages(long? pointedOut, ReportProof proof) =>
        Assert.Equal(proof, A.Case().InDeliberation().DecisionGround.Situation(Drafts.ForceMajeure with { Report = pointedOut }).Report);

    [Fact]
    public void Without_a_message_of_the_candidate_nothing_was_reported()
    {
        var @case = A.Case().InDeliberation();
        @case.Messages.RemoveAll(message => message.Id is A.ReportInTheTest);
        Assert.Equal(ReportProof.OutsideTheTest, @case.DecisionGround.Situation(Drafts.ForceMajeure with { Report = null }).Report);
        @case.Messages.RemoveAll(message => message.From is MessageFrom.Candidate);
        Assert.Equal(ReportProof.NothingReported, @case.DecisionGround.Situation(Drafts.ForceMajeure).Report);
    }

    [Theory]
    [InlineData("before", InstructionProof.GivenBefore)]
    [InlineData("at-the-start", InstructionProof.GivenBefore)]
    [InlineData("after", InstructionProof.NotGivenBefore)]
    [InlineData("never", InstructionProof.NotGivenBefore)]
    [InlineData("unknown", InstructionProof.NotGivenBefore)]
    [InlineData(null, InstructionProof.NotPointedOut)]
    public void What_was_instructed_is_read_off_the_exam(string? pointedOut, InstructionProof proof) =>
        Assert.Equal(proof, A.Case().InDeliberation().DecisionGround.Situation(Drafts.OwnRisk with { InstructionId = pointedOut }).Instruction);

    [Fact]
    public void Beside_a_choice_stands_whether_it_is_open_whatever_has_still_to_be_written()
    {
        var blank = A.Case().InDeliberation().DecisionGround.Situation(DecisionDraft.Empty);
        Assert.Equal(RetakeRight.Planned, Article43a.Choice(blank, Attribution.University).Right);
        Assert.Equal([Requirement.ReportedDuringTest], Article43a.Choice(blank, Attribution.ForceMajeure).Missing);
        Assert.Equal([Requirement.InstructionBreached], Article43a.Choice(blank, Attribution.Student).Missing);
    }

    private static RetakeRight? ByLaw(Situation43a it) => it switch
    {
        { InForce: false } or { HasFinding: false } or { Grounds: Grounds43a.None } => null,
        { Attribution: Attribution.University } => RetakeRight.Planned,
        { Attribution: Attribution.ForceMajeure, Report: ReportProof.DuringTheTest } => RetakeRight.OnRequest,
        { Attribution: Attribution.Student, Instruction: InstructionProof.GivenBefore, IsWeighed: true } => RetakeRight.None,
        _ => null,
    };

    private static string Written()
    {
        var text = new StringBuilder($"""
            Article 4.3a of the rules of the Board of Examiners, asked about every situation there can be: {All.Length} in all.
            Each rule below holds for every combination of what is written under it and for no other; what it does not mention can be anything.
            Lid 1 says "kan": wherever a test can be declared invalid, the board may also declare it valid. A sanction never follows from this article.


            """);
        foreach (var rule in All.GroupBy(it => Article43a.Of(it).Reason).Select(rule => rule.ToArray()).OrderBy(rule => Article43a.Of(rule[0]).Right is null))
        {
            var said = Article43a.Of(rule[0]);
            text.AppendLine(Invariant($"{Title(said.Right)}  ({said.Basis}; {rule.Length} situations)"));
            foreach (var (question, values) in Mentioned(rule)) text.AppendLine(Invariant($"  {question}: {string.Join(" or ", values)}"));
            text.AppendLine(Invariant($"  nl: {said.Why(Language.Dutch)}")).AppendLine(Invariant($"  en: {said.Why(Language.English)}")).AppendLine();
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    // A rule may only be written as a list of answers if every combination of those answers falls under it; otherwise the text would say too much.
    private static IEnumerable<(string Question, string[] Values)> Mentioned(Situation43a[] situations)
    {
        var answers = Questions.Select(question => (question.Question, Values: Values(question.Of, situations), Every: Values(question.Of, All))).ToArray();
        Assert.Equal(situations.Length, answers.Aggregate(1, (product, answer) => product * answer.Values.Length));
        return answers.Where(answer => answer.Values.Length < answer.Every.Length).Select(answer => (answer.Question, answer.Values));
    }

    private static string[] Values(Func<Situation43a, object?> of, Situation43a[] situations) => [.. situations.Select(it => Named(of(it))).Distinct()];

    private static string Named(object? value) => value switch { null => "not chosen", true => "yes", false => "no", Grounds43a both when both.HasFlag(Grounds43a.InsufficientView | Grounds43a.InsufficientFraudResistance) => "both", _ => $"{value}" };

    private static string Title(RetakeRight? right) => right switch
    {
        RetakeRight.Planned => "INVALID, a new test is planned",
        RetakeRight.OnRequest => "INVALID, an extra chance on request",
        RetakeRight.None => "INVALID, no extra chance",
        _ => "NOT invalid under this article",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
